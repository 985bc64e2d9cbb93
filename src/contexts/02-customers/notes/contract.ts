/** What did somebody write down about an account, a person or an opportunity? */
import { z } from 'zod'
import { listOf, longText, reference, text, yesNo } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { baseAsked, named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Note = record(
  'notes',
  { noun: 'note', plural: 'notes', title: 'title', search: ['body'] },
  {
    title: text('First line'),
    body: longText('Note'),
    accountId: reference('Account', 'accounts').nullable(),
    personId: reference('Person', 'people').nullable(),
    opportunityId: reference('Opportunity', 'opportunities').nullable(),
    authorId: reference('Written by', 'members').nullable(),
    pinned: yesNo('Pinned'),
    mentionIds: listOf('Members named', z.uuid()),
  },
)

const name = z.string().nullable()
export const NoteShown = named(
  'note',
  Note.schema.extend({
    authorName: name,
    accountName: name,
    personName: name,
    opportunityName: name,
    mentions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
)

const { title, authorId, mentionIds, ...written } = Note.fields
const writable = z.object({ ...written, body: z.string().trim().min(1).max(20_000) }).partial()
const id = { id: z.uuid() }
export const notes = operations({
  list: {
    route: 'GET /notes',
    summary: 'List notes: the pinned first, then the latest',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      accountId: z.uuid().optional(),
      personId: z.uuid().optional(),
      opportunityId: z.uuid().optional(),
      words: z.string().max(200).optional(),
    }),
    returns: pageOf(NoteShown),
  },
  get: { route: 'GET /notes/:id', summary: 'Show a note', may: 'member', takes: z.object(id), returns: NoteShown },
  create: {
    route: 'POST /notes',
    summary: 'Write a note; @Name names a member',
    may: 'member',
    takes: writable.required({ body: true }),
    returns: NoteShown,
  },
  change: {
    route: 'PATCH /notes/:id',
    summary: 'Change a note, or pin it',
    may: 'member',
    takes: writable.extend({ ...id, ...baseAsked }),
    returns: NoteShown,
  },
  remove: {
    route: 'DELETE /notes/:id',
    summary: 'Remove a note',
    may: 'member',
    takes: z.object(id),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
