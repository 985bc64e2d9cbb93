/** How does everything kept about a person leave as one archive: a page to read, the data, and the files? */
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { notFound } from '#foundation/contract/problem.ts'
import { actAs, type Doors } from '#foundation/platform/http/mount-operations.ts'
import { type Entry, writeZip } from '#foundation/platform/write-zip.ts'
import { personalDataOperations } from '#workflows/erase-a-person.ts'
import { personalData } from '#workspace/personal-data/contract.ts'
import { writePage } from '#workspace/personal-data/rules/write-page.ts'

type Given = Awaited<ReturnType<typeof personalDataOperations.export>>

async function* entriesOf(given: Given, pathOf: (sha256: string) => string): AsyncGenerator<Entry> {
  yield { name: 'index.html', bytes: Buffer.from(writePage(given)) }
  yield { name: 'data.json', bytes: Buffer.from(`${JSON.stringify(given, null, 1)}\n`) }
  for (const row of given.parts.flatMap((part) => part.rows)) {
    if (typeof row.sha256 !== 'string' || typeof row.id !== 'string') continue
    const bytes = await readFile(pathOf(row.sha256)).catch(() => null)
    const name = String(row.name ?? 'file').replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    if (bytes) yield { name: `files/${row.id.slice(-12)} ${name}`, bytes }
  }
}

/** Mounts the archive. */
export function mountPersonalData(app: FastifyInstance, doors: Doors): void {
  app.get('/api/people/:id/personal-data.zip', async (request, reply) => {
    const read = z.object({ id: z.uuid() }).safeParse(request.params)
    if (!read.success) throw notFound('person')
    const given = await actAs(
      doors,
      request,
      personalData.export.may,
      (ctx) => personalDataOperations.export(ctx, read.data),
      'personalData:read',
    )
    return reply
      .header('content-disposition', 'attachment; filename="personal-data.zip"')
      .header('cache-control', 'no-store')
      .type('application/zip')
      .send(Readable.from(writeZip(entriesOf(given, doors.house.files.pathOf))))
  })
}
