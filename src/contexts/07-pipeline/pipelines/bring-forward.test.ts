/** Does a workspace from before pipelines keep its stages, its opportunities and its history when it is brought forward? */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { migrate } from '#foundation/platform/migrations.ts'
import { makeDatabase } from '#test/database/with-database.ts'

const migrations = 'db/migrations'
const before = mkdtempSync(join(tmpdir(), 'rapport-before-'))
const made = await makeDatabase({ migrated: false })
afterAll(async () => {
  await made.drop()
  rmSync(before, { recursive: true, force: true })
})

it('puts what was into one pipeline, and tells the history of it', async () => {
  const { owner, access } = made
  for (const file of readdirSync(migrations).filter((name) => name < '0038')) cpSync(join(migrations, file), join(before, file))
  await migrate(access.owner, before)
  const [ws, other, removed] = ['a', 'b', 'c'].map((c) => `0198f2c4-0000-7000-8000-00000000000${c}`)
  for (const id of [ws, other])
    await owner.query(
      `insert into workspaces (workspace_id, id, created_at, updated_at, name, domains, currency, time_zone, is_demo)
       values ($1, $1, now(), now(), 'Vendor', '[]', 'EUR', 'UTC', false)`,
      [id],
    )
  for (const [name, kind, position] of [
    ['Found', 'open', 0],
    ['Offer', 'open', 1],
    ['Talk', 'open', 1],
    ['Won', 'won', 2],
    ['Lost', 'lost', 3],
  ] as const)
    await owner.query(
      `insert into stages (workspace_id, id, created_at, updated_at, name, position, kind) values ($1, gen_random_uuid(), now(), now(), $2, $3, $4)`,
      [ws, name, position, kind],
    )
  await owner.query(
    `insert into opportunities (workspace_id, id, created_at, updated_at, name, stage_id, outcome, currency, stage_since)
     select workspace_id, gen_random_uuid(), now(), now(), 'In ' || name, id, kind, 'EUR', now() from stages`,
  )
  await owner.query(
    `with s as (insert into change_sets (workspace_id, id, created_at, updated_at, actor_name, via, reason, change_count)
       values ($1, gen_random_uuid(), now(), now(), 'Olga', 'browser', 'Removed', 1) returning id)
     insert into changes (workspace_id, id, created_at, updated_at, change_set_id, position, record, row_id, deed, before)
     select $1, gen_random_uuid(), now(), now(), s.id, 0, 'opportunities', $2, 'removed', '{"name": "Old"}' from s`,
    [ws, removed],
  )
  await migrate(access.owner, migrations)
  const ask = async (text: string) => (await owner.query(text)).rows
  expect(await ask('select workspace_id, name from pipelines')).toEqual([{ workspace_id: ws, name: 'Sales' }])
  expect(await ask('select name, position, probability from stages order by position')).toEqual([
    { name: 'Found', position: 0, probability: 0.25 },
    { name: 'Offer', position: 1, probability: 0.5 },
    { name: 'Talk', position: 2, probability: 0.75 },
    { name: 'Won', position: 3, probability: 1 },
    { name: 'Lost', position: 4, probability: 0 },
  ])
  expect(
    await ask(
      `select o.name from opportunities o left join stages s on s.id = o.stage_id and s.pipeline_id = o.pipeline_id where s.id is null`,
    ),
  ).toEqual([])
  expect(
    await ask(`select c.before ->> 'name' as name from changes c join pipelines p on c.before ->> 'pipelineId' = p.id::text`),
  ).toEqual([{ name: 'Old' }])
})
