/** Does adding a field to needs touch one contract and one migration, and nothing else? Stamped into a scratch copy and seen in every face. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { migrate } from '#foundation/platform/migrations.ts'
import { freshDatabase } from './database/with-database.ts'

const { owner, access } = await freshDatabase({ migrated: false })
const scratch = mkdtempSync(join(tmpdir(), 'rapport-field-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const faces = `
import { columnsOf, drift } from '#foundation/contract/drift.ts'
import { commandsOf, usageOf } from '#foundation/contract/command.ts'
import { csvColumns } from '#foundation/contract/csv.ts'
import { formOf } from '#foundation/contract/form.ts'
import { openapi } from '#foundation/contract/openapi.ts'
import { toolsOf } from '#foundation/contract/tool.ts'
import { client } from '#foundation/contract/client.ts'
import { contracts } from '#apps/contracts.ts'
import { Need } from '#discovery/needs/contract.ts'
const found = JSON.parse(process.argv[2] ?? '[]')
let sent
await client(contracts.needs, async (m, u, body) => { sent = body; return null }).correct({ id: crypto.randomUUID(), deadlineNote: 'before the harvest' }).catch(() => undefined)
const correct = toolsOf(contracts).find((t) => t.name === 'needs_correct')
console.log(JSON.stringify({
  drift: drift([Need], found),
  form: formOf(Need.fields).find((f) => f.name === 'deadlineNote')?.label,
  csv: csvColumns(Need).some((c) => c.name === 'deadlineNote'),
  command: usageOf(commandsOf(contracts).find((c) => c.noun === 'needs' && c.verb === 'correct')),
  tool: Object.keys(correct?.inputSchema.properties ?? {}),
  openapi: ['paths', 'components'].map((part) => JSON.stringify(openapi('t', '1', contracts)[part]).includes('deadlineNote')),
  sent,
}))`

it('shows in row, form, table file, command, tool, API and client', async () => {
  for (const part of ['src', 'db', 'package.json', 'tsconfig.json']) cpSync(part, join(scratch, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'))
  const contract = join(scratch, 'src/contexts/05-discovery/needs/contract.ts')
  const before = readFileSync(contract, 'utf8')
  const after = before.replace(
    /(\n\s*stateReason: longText[^\n]*)/,
    `$1\n    deadlineNote: text('Wanted before', 120).nullable(),`,
  )
  expect(after).not.toBe(before)
  writeFileSync(contract, after)
  writeFileSync(join(scratch, 'db/migrations/9999_need_deadline_note.sql'), 'alter table needs add column deadline_note text;\n')
  writeFileSync(join(scratch, 'faces.ts'), faces)

  await migrate(access.owner, join(scratch, 'db/migrations'))
  const columns =
    await owner.query(`select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public' and table_name = 'needs'`)
  const seen = JSON.parse(
    execFileSync('node_modules/.bin/tsx', ['faces.ts', JSON.stringify(columns.rows)], { cwd: scratch, encoding: 'utf8' }),
  )

  expect(seen.drift).toEqual([])
  expect(seen.form).toBe('Wanted before')
  expect(seen.csv).toBe(true)
  expect(seen.command).toContain('--deadline-note')
  expect(seen.tool).toContain('deadlineNote')
  // In what may be sent, and in what is answered.
  expect(seen.openapi).toEqual([true, true])
  expect(seen.sent).toEqual({ deadlineNote: 'before the harvest' })
})
