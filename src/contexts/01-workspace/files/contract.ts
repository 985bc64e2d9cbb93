/** What is a kept file, and where does it belong? Its bytes lie in the data folder under their SHA-256, its name and owner here. */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { bigInteger, reference, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const StoredFile = record(
  'files',
  { noun: 'file', plural: 'files', title: 'name' },
  { name: text('Name', 500), mediaType: text('Media type'), byteCount: bigInteger('Size'), sha256: text('SHA-256', 64) },
)

/** Rows that named bytes are gone: what no other row names may leave the disk, once that is committed. */
export const BytesMayGo = event('bytes.may-go', z.object({ hashes: z.array(z.string()) }))

/** A file lies with one account, person or opportunity. */
export const FileLink = record(
  'file_links',
  { noun: 'attached file', plural: 'attached files' },
  {
    fileId: reference('File', 'files'),
    accountId: reference('Account', 'accounts').nullable(),
    personId: reference('Person', 'people').nullable(),
    opportunityId: reference('Opportunity', 'opportunities').nullable(),
    addedById: reference('Added by', 'members').nullable(),
  },
)

export const FileShown = named(
  'attached file',
  FileLink.schema.extend({
    name: StoredFile.fields.name,
    mediaType: StoredFile.fields.mediaType,
    byteCount: StoredFile.fields.byteCount,
    addedByName: z.string().nullable(),
  }),
)

const about = { accountId: z.uuid().optional(), personId: z.uuid().optional(), opportunityId: z.uuid().optional() }
export const files = operations({
  get: {
    route: 'GET /files/:id',
    summary: 'What a file is (its bytes: /api/files/ID/content)',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: StoredFile.schema,
  },
  attached: {
    route: 'GET /attached-files',
    summary:
      'List the files of an account, a person or an opportunity, the latest first (to add one: PUT its bytes to /api/files)',
    may: 'member',
    takes: z.object({ ...pageAsked, ...about }),
    returns: pageOf(FileShown),
  },
  detach: {
    route: 'DELETE /attached-files/:id',
    summary: 'Take a file away from where it lies',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
