/** How do rows leave as a table file of any length? Page by page, each in a transaction of its own, so that none waits for a network. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { csvLine } from '#foundation/contract/csv.ts'
import { csvRows } from '#foundation/contract/csv-rows.ts'
import { Problem, readAs } from '#foundation/contract/problem.ts'
import { readFlat } from '#foundation/contract/read-flat.ts'
import { actAs, type Doors } from '#foundation/platform/http/mount-operations.ts'
import { withOwn } from '#foundation/platform/rows/read-rows.ts'
import type { RowSource } from '#foundation/platform/rows/row-source.ts'
import { pageOfRows } from '#workspace/views/actions.ts'
import { views } from '#workspace/views/contract.ts'

const pageSize = 1000
const asked = views.rows.takes.omit({ limit: true, after: true })

/** Mounts GET /api/objects/:object/table.csv?filter=…&words=…&sort=…&fields=…: the rows that GET /objects/:object/rows lists, all of them. */
export function mountTables(app: FastifyInstance, doors: Doors, sources: readonly RowSource[]): void {
  app.get('/api/objects/:object/table.csv', async (request, reply) => {
    const given = { ...(request.query as Record<string, string>), ...(request.params as Record<string, string>) }
    const read = readAs(asked, readFlat(asked.shape, given))
    const found = sources.find((s) => s.name === read.object)
    if (!found) throw new Problem(404, `There are no rows of "${read.object}".`)
    const source = await actAs(doors, request, 'member', (ctx) => withOwn(ctx, found), 'views:read')
    const page = (after: string | undefined) =>
      actAs(doors, request, 'member', (ctx) => pageOfRows(ctx, source, { ...read, after, limit: pageSize }), 'views:read')
    // What is wrong with the question is said before the file begins.
    const first = await page(undefined)
    const day = new Date(doors.house.clock()).toISOString().slice(0, 10)
    return reply
      .header('content-disposition', `attachment; filename="${source.name}-${day}.csv"`)
      .header('cache-control', 'no-store')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(linesOf(request, source, read.fields, { first, page })))
  })
}

type Page = Awaited<ReturnType<typeof pageOfRows>>

async function* linesOf(
  request: FastifyRequest,
  source: RowSource,
  fields: string[] | undefined,
  { first, page }: { first: Page; page: (after: string) => Promise<Page> },
): AsyncGenerator<string> {
  const shown = fields?.flatMap((name) => source.fields.get(name) ?? []) ?? [...source.fields.values()]
  const { header, cellsOf } = csvRows(shown)
  // The mark at the start tells spreadsheets that this is UTF-8.
  yield `\uFEFF${csvLine(header)}\r\n`
  for (let at: Page | null = first; at; at = at.next && !request.raw.destroyed ? await page(at.next) : null)
    yield at.rows.map((row) => `${csvLine(cellsOf(row))}\r\n`).join('')
}
