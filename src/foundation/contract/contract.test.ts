/** Does one declaration read the same in every face? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { client } from './client.ts'
import { commandsOf, inputOf, usageOf } from './command.ts'
import { csvColumns, csvLine } from './csv.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { columnsOf, drift } from './drift.ts'
import { integer, listOf, minorUnits, moment, oneOf, reference, share, text, yesNo } from './fields.ts'
import { formOf } from './form.ts'
import { openapi } from './openapi.ts'
import { operations } from './operation.ts'
import { Problem } from './problem.ts'
import { readFlat } from './read-flat.ts'
import { pageAsked, pageOf, record } from './record.ts'
import { toolsOf } from './tool.ts'

const Boat = record(
  'boats',
  { noun: 'boat', plural: 'boats', title: 'name' },
  {
    name: text('Name', 80),
    harbourId: reference('Harbour', 'harbours').nullable(),
    priceMinor: minorUnits('Price').nullable(),
    seats: integer('Seats', 1),
    state: oneOf('State', 'afloat', 'ashore'),
    wear: share('Wear'),
    tags: listOf('Tags', z.string()),
    leaky: yesNo('Leaky'),
    builtAt: moment('Built').nullable(),
  },
)
const boats = operations({
  list: {
    route: 'GET /boats',
    summary: 'List boats',
    may: 'member',
    takes: z.object({ ...pageAsked, tags: Boat.fields.tags.optional(), leaky: z.boolean().optional() }),
    returns: pageOf(Boat.schema),
  },
  launch: {
    route: 'PUT /boats/:id/launch',
    summary: 'Launch a boat',
    may: 'manager',
    takes: z.object({ id: z.uuid(), seats: Boat.fields.seats, homeHarbour: z.string().nullable() }),
    returns: Boat.schema,
  },
})
const id = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('a contract', () => {
  it('says its columns, and drift names what differs either way', () => {
    const asked = columnsOf(Boat)
    expect(drift([Boat], asked)).toEqual([])
    const wrong = asked.filter((c) => c.column !== 'wear').map((c) => (c.column === 'seats' ? { ...c, nullable: true } : c))
    const said = drift([Boat], [...wrong, { table: 'boats', column: 'mast', type: 'text', nullable: true }])
    expect(said).toContain('missing in the database: boats.wear double precision not null')
    expect(said).toContain('missing in the database: boats.seats integer not null')
    expect(said).toContain('unknown to the contracts: boats.seats integer')
    expect(said).toContain('unknown to the contracts: boats.mast text')
  })
  it('is a form: labels, controls, choices, what must be filled in', () => {
    const fields = formOf(Boat.fields)
    expect(fields.find((f) => f.name === 'state')).toMatchObject({
      control: 'choice',
      choices: ['afloat', 'ashore'],
      required: true,
    })
    expect(fields.find((f) => f.name === 'harbourId')).toMatchObject({
      control: 'reference',
      references: 'harbours',
      required: false,
    })
    expect(fields.find((f) => f.name === 'priceMinor')).toMatchObject({ control: 'money', label: 'Price' })
  })
  it('is a command whose words and flags become the checked input', () => {
    const launch = commandsOf({ boats }).find((c) => c.verb === 'launch')
    if (!launch) throw new Error('no such command')
    expect(usageOf(launch)).toBe('rapport boats launch ID --seats … --home-harbour …')
    expect(inputOf(launch, [id], { seats: '12', 'home-harbour': 'null' })).toEqual({ id, seats: 12, homeHarbour: null })
    expect(() => inputOf(launch, [id], { seats: 'many', 'home-harbour': 'Kiel' })).toThrow(Problem)
  })
  it('is a tool that says whether it only reads', () => {
    const tools = toolsOf({ boats })
    expect(tools.map((t) => [t.name, t.annotations.readOnlyHint])).toEqual([
      ['boats_list', true],
      ['boats_launch', false],
    ])
    expect(tools[1]?.inputSchema.required).toEqual(['id', 'seats', 'homeHarbour'])
  })
  it('is an OpenAPI path with query, body and problem', () => {
    const doc = openapi('Harbour', '1', { boats }) as {
      paths: Record<
        string,
        Record<string, { parameters?: { name: string; in: string; required: boolean }[]; requestBody?: unknown }>
      >
    }
    expect(doc.paths['/api/boats']?.get?.parameters?.map((p) => [p.name, p.in, p.required])).toContainEqual([
      'limit',
      'query',
      false,
    ])
    expect(doc.paths['/api/boats/{id}/launch']?.put?.requestBody).toBeDefined()
    expect(JSON.stringify(doc)).not.toContain('double precision')
  })
  it('is a client that puts ids in the path, the rest in query or body, and checks the answer', async () => {
    const sent: unknown[] = []
    const api = client(boats, async (...asked) => {
      sent.push(asked)
      return { rows: [], next: null }
    })
    await api.list({ tags: ['red', 'fast'], leaky: false })
    expect(sent[0]).toEqual(['GET', '/boats?tags=red&tags=fast&leaky=false', undefined])
    await expect(api.launch({ id, seats: 3, homeHarbour: null })).rejects.toThrow()
    expect(sent[1]).toEqual(['PUT', `/boats/${id}/launch`, { seats: 3, homeHarbour: null }])
  })
  it('reads back from a query string what the client wrote', () => {
    fc.assert(
      fc.property(
        fc.record({
          limit: fc.integer({ min: 1, max: 500 }),
          leaky: fc.boolean(),
          tags: fc.array(fc.string({ minLength: 1 }), { minLength: 2 }),
        }),
        (asked) => {
          const words = { limit: String(asked.limit), leaky: String(asked.leaky), tags: asked.tags }
          expect(boats.list.takes.parse(readFlat(boats.list.takes.shape, words))).toMatchObject(asked)
        },
      ),
    )
  })
  it('writes table cells that no spreadsheet runs', () => {
    expect(csvColumns(Boat).map((c) => c.name)).not.toContain('tags')
    expect(csvLine(['=1+1', 'a "b", c', -12.5, null])).toBe(`'=1+1,"a ""b"", c",-12.5,`)
  })
})

describe('a page mark', () => {
  it('comes back as it went, whatever the name of the row', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (name, row) => {
        expect(readCursor(writeCursor(name, row), 2)).toEqual([name, row])
      }),
    )
  })
  it('refuses what it did not write', () => {
    for (const bad of ['x', '', 'W10', writeCursor('one')]) expect(() => readCursor(bad, 2)).toThrow(Problem)
  })
})
