/** Does every example of the API reference run as it stands there, and answer what the reference promises? */
import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contracts, records } from '#apps/contracts.ts'
import { type Description, type Entry, entriesOf } from '#apps/web/pages/reference/read-description.ts'
import { snake } from '#foundation/contract/drift.ts'
import { exampleId, exampleOf, singular } from '#foundation/contract/example.ts'
import { fieldMeta, isNullable } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { freshServer, type TestServer } from './server/with-server.ts'

/** Which of the words that examples use for ids means rows of this record. */
const wordsUsed = (text: string, record: AnyRecord): string => {
  const words = [singular(record.table), record.noun.replaceAll(' ', '-'), record.noun.split(' ').at(-1) ?? '']
  return words.map(exampleId).find((id) => text.includes(id)) ?? exampleId(words.at(-1) ?? '')
}

/** A row of every record in the workspace, under the ids that stand in the examples. */
async function plantRows(server: TestServer, workspaceId: string, examples: string): Promise<void> {
  const planted = new Map<string, string>([['workspaces', workspaceId]])
  const plant = async (record: AnyRecord, above: readonly string[] = []): Promise<string> => {
    const known = planted.get(record.table)
    if (known) return known
    const id = wordsUsed(examples, record)
    planted.set(record.table, id)
    const at = '2026-03-02T09:30:00.000Z'
    const row: Record<string, unknown> = { workspace_id: workspaceId, id, created_at: at, updated_at: at }
    for (const [name, field] of Object.entries(record.fields) as [string, z.ZodType][]) {
      const meta = fieldMeta(field)
      const target = meta.references === undefined ? undefined : records.get(meta.references)
      if (isNullable(field) && (!target || target === record || above.length > 2 || /At$/.test(name))) row[snake(name)] = null
      else if (target && target !== record) row[snake(name)] = await plant(target, [...above, record.table])
      else row[snake(name)] = exampleOf(field, meta.references ?? name, name)
      if (meta.column === 'jsonb' && row[snake(name)] !== null) row[snake(name)] = JSON.stringify(row[snake(name)])
    }
    // What the database demands of several fields together.
    if (record.table === 'evidence') Object.assign(row, { start: 0, end: 6 })
    if (record.table === 'views') Object.assign(row, { seen_by: 'shared', object: 'accounts' })
    if (record.table === 'file_links') Object.assign(row, { account_id: null, person_id: null })
    if (record.table === 'fields') Object.assign(row, { object: 'accounts' })
    const names = Object.keys(row)
    await server.owner.query(
      `insert into ${record.table} (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
    return id
  }
  for (const record of records.values()) await plant(record)
}

type Ran = { status: number; text: string }
const runners: Readonly<Record<string, (entry: Entry, token: string) => Promise<Ran>>> = {
  curl: (entry, token) =>
    new Promise((resolve, reject) => {
      const child = spawn('sh', ['-c', `${entry.curl} -s -w '\n%{http_code}'`], { env: { ...process.env, RAPPORT_TOKEN: token } })
      let text = ''
      child.stdout.on('data', (part) => {
        text += part
      })
      child.on('error', reject)
      child.on('close', () => resolve({ status: Number(text.split('\n').at(-1)), text: text.slice(0, 400) }))
    }),
  'TypeScript fetch': async (entry, token) => {
    const { code } = await transform(`export const run = async (fetch, process, console) => {\n${entry.fetch}\n}`, {
      loader: 'ts',
    })
    const { run } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      run: (...words: unknown[]) => Promise<void>
    }
    const seen: Ran = { status: 0, text: '' }
    const watched = async (url: string, init: RequestInit) => {
      const answer = await fetch(url, init)
      seen.status = answer.status
      seen.text = (await answer.clone().text()).slice(0, 400)
      return answer
    }
    const refused = await run(watched, { env: { RAPPORT_TOKEN: token } }, { log: () => undefined }).then(
      () => null,
      (error: Error) => error.message,
    )
    if (refused !== null && seen.status === 200) throw new Error(`${entry.id}: ${refused}`)
    return seen
  },
}

/** What can be asked only after something else was done (a merge, a removal, an upload): their examples find nothing, as they promise. */
const needsMore = new Set([
  'audit.asOf',
  'audit.previewRestore',
  'trash.previewRemoval',
  'duplicates.compare',
  'duplicates.merge',
  'duplicates.unmerge',
  'imports.match',
  'audit.restore',
  'trash.remove',
  'trash.restore',
  'trash.empty',
])

const order = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
/** What removes a row comes after all that needs it. */
const inOrder = (a: Entry, b: Entry): number =>
  order.indexOf(a.method) - order.indexOf(b.method) || b.path.split('/').length - a.path.split('/').length

describe.each(Object.keys(runners))('every example in %s', (kind) => {
  it('answers what the reference promises', async () => {
    const server = await freshServer({ requestsPerMinute: 1_000_000, clock: () => Date.parse('2026-03-02T10:00:00Z') })
    const owner = await server.firstRun({ email: 'olga@vendor.example' })
    const origin = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const description = (await owner.get('/openapi.json')).body as Description
    const entries = [...entriesOf(description, origin).values()].flat()
    expect(entries.length).toBe(Object.values(contracts).flatMap((all) => Object.keys(all)).length)
    const workspaceId: string = (await owner.get('/api/me')).body.workspace.id
    await plantRows(server, workspaceId, entries.map((e) => e.curl).join('\n'))
    const token: string = (await owner.post('/api/tokens', { name: 'Examples' })).body.secret
    // The bytes whose hash stands in the examples: none.
    await server.house.files.keep(Readable.from([]))
    const faults: string[] = []
    let done = 0
    for (const entry of entries.toSorted(inOrder)) {
      const { status, text } = (await runners[kind]?.(entry, token)) ?? { status: 0, text: '' }
      // A write of a made row may meet a state that does not allow it: 409 is promised there. Never a malformed or missing anything.
      if (status === 200) done++
      else if (status === 404 && needsMore.has(entry.id) && entry.refusals.some((r) => r.status === '404')) continue
      else if (status !== 409 || !entry.refusals.some((r) => r.status === '409')) faults.push(`${entry.id}: ${status} ${text}`)
      else process.stdout.write(`  ${entry.id}: 409 ${text.slice(0, 140)}\n`)
    }
    process.stdout.write(`${kind}: ${done} of ${entries.length} examples answered 200\n`)
    expect(faults).toEqual([])
    expect(done / entries.length).toBeGreaterThan(0.75)
  }, 240_000)
})
