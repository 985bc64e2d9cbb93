/** Does kill -9 in the middle of a backup or a restore leave anything half? The commands run as a customer runs them. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '#foundation/platform/postgres/prepare-database.ts'
import { type BuiltProgram, buildProgram, type Running } from './build-program.ts'
import { makeDatabase, type TestDatabase } from './database/with-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-kill-backup-'))
const built = { program: null as BuiltProgram | null }
const file = join(folder, 'saved', 'all.tar')
const made: TestDatabase[] = []
const started: ChildProcess[] = []
const rows = 60_000

const rapport = (served: TestDatabase, data: string, ...words: string[]): Running => {
  if (!built.program) throw new Error('It is not built yet')
  const running = built.program.run('cli', words, served, { RAPPORT_DATA: join(folder, data) })
  started.push(running.child)
  return running
}

/** Kills it as soon as it is in the middle of its work. @throws Error when it ended before */
async function killWhen(running: Running, inTheMiddle: () => Promise<boolean> | boolean) {
  while (!(await inTheMiddle())) {
    if (running.child.exitCode !== null) throw new Error(`It ended before it was killed:\n${(await running.ended).text}`)
    await new Promise((wake) => setTimeout(wake, 5))
  }
  running.child.kill('SIGKILL')
  expect((await running.ended).code).toBeNull()
}

const database = async (migrated: boolean) => {
  const one = await makeDatabase({ migrated })
  made.push(one)
  return one
}
const count = async (one: TestDatabase) =>
  withClient(one.access.owner, async (client) => {
    const { rows } = await client.query("select to_regclass('public.search_entries') as there")
    if (rows[0]?.there === null) return null
    return (await client.query<{ n: number }>('select count(*)::int as n from search_entries')).rows[0]?.n
  })

beforeAll(async () => {
  built.program = await buildProgram('kill-backup', { cli: 'src/apps/cli/main.ts' })
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  for (const one of made) await one.drop()
  built.program?.remove()
  rmSync(folder, { recursive: true, force: true })
})

it('a killed backup has no name, and the next one clears up and is whole; a killed restore changed nothing, and the next one brings all', async () => {
  const source = await database(true)
  await source.owner.query(
    `insert into search_entries (workspace_id, id, created_at, updated_at, record, title, words)
     select gen_random_uuid(), gen_random_uuid(), now(), now(), 'bulk', md5(n::text) || repeat(md5((n * 7)::text), 12), 'bulk' from generate_series(1, ${rows}) n`,
  )
  const drafts = () => (existsSync(join(folder, 'saved')) ? readdirSync(join(folder, 'saved')) : [])
  const killed = rapport(source, 'one', 'backup', file)
  await killWhen(killed, () => drafts().some((name) => statSync(join(folder, 'saved', name)).size > 1_000_000))
  expect(drafts()).toEqual([`all.tar.partial-${killed.child.pid}`])

  const second = await rapport(source, 'one', 'backup', file).ended
  expect(second.text).toContain(file)
  expect(second.code).toBe(0)
  expect(drafts()).toEqual(['all.tar'])
  expect((await rapport(source, 'one', 'backup', 'verify', file).ended).text).toMatch(/Whole and unchanged: 60,000 rows/)
  const over = await rapport(source, 'one', 'backup', file).ended
  expect([over.code, over.text]).toEqual([1, expect.stringMatching(/is there already.\n {2}Cure:/)])

  const target = await database(false)
  const loading = () =>
    withClient(source.access.owner, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = $1 and application_name = 'rapport-restore' and query like $2`,
        [target.name, 'copy public."search_entries"%'],
      )
      return rows[0]?.n === 1
    })
  await killWhen(rapport(target, 'two', 'restore', file), loading)
  expect(await count(target)).toBeNull()

  const restored = await rapport(target, 'two', 'restore', file).ended
  expect(restored.text).toMatch(/Restored into[\s\S]*60,000 rows/)
  expect(restored.code).toBe(0)
  expect(await count(target)).toBe(rows)

  const again = await rapport(target, 'two', 'restore', file).ended
  expect([again.code, again.text]).toEqual([1, expect.stringMatching(/There is data already[\s\S]*--replace/)])
  await target.owner.query("update search_entries set title = 'changed'")
  await killWhen(rapport(target, 'two', 'restore', file, '--replace'), loading)
  expect(
    (await target.owner.query<{ n: number }>("select count(*)::int as n from search_entries where title = 'changed'")).rows,
  ).toEqual([{ n: rows }])
  const listed = await rapport(target, 'two', 'backup', 'list').ended
  expect(listed.text).toMatch(/before a restore .* MB {2}Rapport [\d.]+ .*-replace\.tar\n$/)
}, 240_000)
