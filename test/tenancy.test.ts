/** Can anything of one workspace be seen or changed from another? Every operation of every contract is tried, by itself. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contracts, records } from '#apps/contracts.ts'
import { snake } from '#foundation/contract/drift.ts'
import { bare, fieldMeta, fieldMetaIfAny, isNullable } from '#foundation/contract/fields.ts'
import { type Operation, routeOf } from '#foundation/contract/operation.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { freshServer } from './server/with-server.ts'

const server = await freshServer({ requestsPerMinute: 1_000_000 })
const intruder = await server.firstRun()
const mine: string = (await intruder.get('/api/me')).body.workspace.id
const theirs = randomUUID()
const mark = `secret-${randomUUID()}`

/** A value that a field of a row may hold. Texts carry a mark by which a leak is seen. */
function sampleOf(field: z.ZodType): unknown {
  const kind = bare(field)
  const meta = fieldMeta(field)
  if (meta.column === 'uuid') return null
  if (meta.column === 'jsonb') return kind instanceof z.ZodArray ? '[]' : '{}'
  if (kind instanceof z.ZodEnum) return kind.options[0]
  if (meta.column === 'text') return meta.max && meta.max < mark.length ? mark.slice(-meta.max) : mark
  if (meta.column === 'boolean') return false
  if (meta.column === 'date') return '2026-01-01'
  if (meta.column === 'timestamp with time zone') return '2026-01-01T00:00:00Z'
  return 1
}

/** One row of every record in their workspace, written past every check by the owner of the tables. */
const rows = new Map<string, string>()
async function plant(record: AnyRecord, planting: readonly string[] = []): Promise<string> {
  const known = rows.get(record.table)
  if (known) return known
  const id = record.table === 'workspaces' ? theirs : randomUUID()
  rows.set(record.table, id)
  const values: Record<string, unknown> = {
    workspace_id: theirs,
    id,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  }
  for (const [name, field] of Object.entries(record.fields) as [string, z.ZodType][]) {
    const to = fieldMeta(field).references
    const target = to === undefined ? undefined : records.get(to)
    if (isNullable(field) && (to !== undefined || planting.length > 3)) values[snake(name)] = null
    else if (target) values[snake(name)] = target === record ? null : await plant(target, [...planting, record.table])
    else values[snake(name)] = fieldMeta(field).column === 'uuid' ? randomUUID() : sampleOf(field)
  }
  if (record.table === 'evidence') Object.assign(values, { start: 0, end: 6 })
  const names = Object.keys(values)
  await server.owner.query(
    `insert into ${record.table} (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(values),
  )
  return id
}
await plant(records.get('workspaces') as AnyRecord)
for (const record of records.values()) await plant(record)

const everyId = [...new Set(rows.values())]
const picture = async () => {
  const all = []
  for (const table of records.keys())
    all.push(
      ...(await server.owner.query(`select t::text as row from ${table} t where workspace_id = $1 order by id`, [theirs])).rows,
    )
  return JSON.stringify(all)
}
const before = await picture()

/** An input that passes the check, with `id` wherever an id is asked for. */
function inputOf(operation: Operation, id: string): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(operation.takes.shape) as [string, z.ZodType][]) {
    const kind = bare(field)
    if (isIdField(field)) given[name] = id
    else if (kind instanceof z.ZodArray && isIdField(kind.element as z.ZodType)) given[name] = [id]
    else if (!field.safeParse(undefined).success) given[name] = some(field)
  }
  return given
}
const isIdField = (field: z.ZodType): boolean =>
  field.safeParse(randomUUID()).success && !field.safeParse('no id').success && fieldMetaIfAny(field)?.column !== 'text'
function some(field: z.ZodType): unknown {
  const [example] = [field.meta()?.examples].flat()
  if (example !== undefined) return example
  const tries: unknown[] = ['Words', 'words@example.com', 1, 0.5, true, '2026-01-01', '2026-01-01T00:00:00Z', 'EUR', [], {}]
  const kind = bare(field)
  if (kind instanceof z.ZodEnum) return kind.options[0]
  if (kind instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(kind.shape).map(([n, f]) => [n, some(f as z.ZodType)]))
  return tries.find((t) => field.safeParse(t).success)
}

const all = Object.entries(contracts).flatMap(([capability, own]) =>
  Object.entries(own).map(([name, operation]) => ({ name: `${capability}.${name}`, operation: operation as Operation })),
)
const namesId = (field: z.ZodType): boolean => {
  const kind = bare(field)
  return isIdField(field) || (kind instanceof z.ZodArray && isIdField(kind.element as z.ZodType))
}
const asksById = (operation: Operation): boolean => Object.values(operation.takes.shape).some((f) => namesId(f as z.ZodType))
/** Whether an answer says nothing: null, no rows, a page without rows, sums of nothing. */
const isEmpty = (body: unknown): boolean =>
  body === null ||
  body === 0 ||
  (Array.isArray(body) && body.every((one) => typeof one === 'object' && one !== null && !('id' in one))) ||
  (typeof body === 'object' && 'rows' in body && isEmpty(body.rows))

async function ask(operation: Operation, id: string, headers: Record<string, string> = {}) {
  const { method, path, inPath } = routeOf(operation)
  const input = inputOf(operation, id)
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name))
  if (method !== 'GET' && method !== 'DELETE') return intruder.ask(method, `/api${url}`, Object.fromEntries(rest), headers)
  const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))
  return intruder.ask(method, `/api${url}?${query}`, undefined, headers)
}

describe('from another workspace', () => {
  it.each(all.filter(({ operation }) => asksById(operation)).map((o) => [o.name, o.operation] as const))(
    '%s neither shows nor changes anything',
    async (_name, operation) => {
      const { inPath } = routeOf(operation)
      const alone = Object.entries(operation.takes.shape).every(([name, f]) => inPath.includes(name) || !namesId(f as z.ZodType))
      const said = await Promise.all(everyId.map(async (id) => ({ id, ...(await ask(operation, id)) })))
      for (const { id, status, body } of said) {
        expect(JSON.stringify(body)).not.toContain(mark)
        // What is named in the path is not there; a list narrowed to it is empty; a body that names it too is refused.
        const empty = status === 200 && isEmpty(body)
        if (!empty && inPath.length > 0)
          expect([id, alone ? [404] : [404, 409, 422]]).toEqual([id, expect.arrayContaining([status])])
        else if (!empty) expect([404, 409, 422]).toContain(status)
      }
    },
  )
  it.each(
    all
      .filter(({ operation }) => !asksById(operation) && routeOf(operation).method === 'GET')
      .map((o) => [o.name, o.operation] as const),
  )('%s shows nothing', async (_name, operation) => {
    const said = await ask(operation, mine)
    expect(said.status).toBe(200)
    expect(JSON.stringify(said.body)).not.toContain(mark)
    for (const id of everyId) expect(JSON.stringify(said.body)).not.toContain(id)
  })
  it('cannot be entered by naming it', async () => {
    expect((await intruder.ask('GET', '/api/me', undefined, { 'x-workspace': theirs })).status).toBe(404)
    const cookie = `${intruder.cookies()}; rapport.workspace=${theirs}`
    const said = await server.app.inject({ url: '/api/me', headers: { host: 'localhost:4700', cookie } })
    expect(said.json().workspace.id).toBe(mine)
  })
  it('left every row as it was', async () => {
    expect(await picture()).toBe(before)
  })
})

describe('the second net', () => {
  it.each([...records.keys()])('%s shows and takes no row of another workspace, whatever the query', async (table) => {
    const unscoped = await server.database.inWorkspace(mine, (db) =>
      db
        .withTables<Record<string, { workspaceId: string; id: string }>>()
        .selectFrom(table)
        .select(['workspaceId', 'id'])
        .execute(),
    )
    expect(unscoped.filter((row) => row.workspaceId !== mine)).toEqual([])
    const outside = await server.database.pool.query(`select 1 from ${table}`)
    expect(outside.rowCount).toBe(0)
    const move = () =>
      server.database.inWorkspace(mine, (db) =>
        db.withTables<Record<string, { workspaceId: string }>>().updateTable(table).set({ workspaceId: theirs }).execute(),
      )
    const { rowCount } = await server.owner.query(`select 1 from ${table} where workspace_id = $1`, [mine])
    if (rowCount) await expect(move()).rejects.toMatchObject({ code: '42501' })
    else await move()
  })
})
