/** How do files travel? Up into an import or to a record, down again to be saved; the bytes beside the transaction, never inside it. */
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { csvLine } from '#foundation/contract/csv.ts'
import { readAs } from '#foundation/contract/problem.ts'
import { keepBody, sendFile, takeStreams } from '#foundation/platform/http/carry-bytes.ts'
import { countedApart } from '#foundation/platform/http/limit-askers.ts'
import { actAs, type Doors } from '#foundation/platform/http/mount-operations.ts'
import { attachFile, expectPlace, filesActions } from '#workspace/files/actions.ts'
import { addSource, expectSource, listFaults } from '#workspace/imports/actions.ts'

const One = z.object({ id: z.uuid() })
const Faults = One.extend({ path: z.string().min(1).max(1000), all: z.enum(['yes', 'no']).default('no') })
const Upload = One.extend({ path: z.string().trim().min(1).max(1000) })
const place = z.uuid().optional()
const Attach = z.object({
  name: z.string().trim().min(1).max(1000),
  mediaType: z.string().max(200).optional(),
  ...{ accountId: place, personId: place, opportunityId: place },
})

interface Limits {
  maxUploadBytes: number
  uploadsPerMinute: number
}

/** Mounts the uploads into imports and to records, and the download of files. */
export async function mountFiles(
  app: FastifyInstance,
  doors: Doors,
  { maxUploadBytes, uploadsPerMinute }: Limits,
): Promise<void> {
  app.get('/api/files/:id/content', async (request, reply) => {
    const { id } = readAs(One, request.params)
    const file = await actAs(doors, request, 'member', (ctx) => filesActions.get(ctx, { id }), 'files:read')
    return sendFile(reply, doors.house.files, file)
  })
  app.get('/api/imports/:id/faults.csv', async (request, reply) => {
    const { id, path, all } = readAs(Faults, { ...(request.query as object), ...(request.params as object) })
    const page = (after: number | null) =>
      actAs(doors, request, 'member', (ctx) => listFaults(ctx, id, path, after, all !== 'yes'), 'imports:read')
    const first = await page(null)
    async function* lines() {
      // A byte-order mark, so that Excel reads the letters as they are.
      yield `\uFEFF${csvLine(first.headers)}\r\n`
      for (let next = first; next.last !== null; next = await page(next.last))
        yield next.lines.map((line) => `${csvLine(line)}\r\n`).join('')
    }
    const name = `${(path.split('/').at(-1) ?? path).replace(/\.[a-z]+$/i, '').replace(/[^\w. -]/g, '_')} - rows to mend.csv`
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-content-type-options', 'nosniff')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(lines()))
  })
  await app.register(async (scope) => {
    takeStreams(scope)
    // Thousands of files of one folder come in one go.
    const route = { bodyLimit: maxUploadBytes, config: countedApart('uploads', uploadsPerMinute) }
    scope.put('/api/imports/:id/sources', route, async (request) => {
      const { id, path } = readAs(Upload, { ...(request.query as object), ...(request.params as object) })
      await actAs(doors, request, 'member', (ctx) => expectSource(ctx, id), 'imports:write')
      const kept = await keepBody(request, doors.house.files, maxUploadBytes)
      return actAs(doors, request, 'member', (ctx) => addSource(ctx, id, path, kept), 'imports:write')
    })
    scope.put('/api/files', route, async (request) => {
      const given = readAs(Attach, request.query)
      expectPlace(given)
      // Nobody fills the disk who may not come in.
      await actAs(doors, request, 'member', async () => undefined, 'files:write')
      const kept = await keepBody(request, doors.house.files, maxUploadBytes)
      return actAs(doors, request, 'member', (ctx) => attachFile(ctx, given, kept), 'files:write')
    })
  })
}
