/** What is a kept file? Its bytes lie in the data folder under their SHA-256, its name and owner here. */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { bigInteger, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { record } from '#foundation/contract/record.ts'

export const StoredFile = record(
  'files',
  { noun: 'file', plural: 'files', title: 'name' },
  { name: text('Name', 500), mediaType: text('Media type'), byteCount: bigInteger('Size'), sha256: text('SHA-256', 64) },
)

/** Rows that named bytes are gone: what no other row names may leave the disk, once that is committed. */
export const BytesMayGo = event('bytes.may-go', z.object({ hashes: z.array(z.string()) }))

export const files = operations({
  get: {
    route: 'GET /files/:id',
    summary: 'What a file is (its bytes: /api/files/ID/content)',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: StoredFile.schema,
  },
})
