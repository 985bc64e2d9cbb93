/** Where is it? One box over every record and every word that was said. */
import { z } from 'zod'
import { moment, oneOf, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named } from '#foundation/contract/record.ts'

/** One thing found. `closeness` is 0.6 .. 1 where every word asked begins a word of its name, lower where it is merely alike or says the words somewhere. */
export const Found = named(
  'thing found',
  z.object({
    record: text('Record'),
    id: z.uuid(),
    title: z.string(),
    closeness: z.number().min(0).max(1),
    /** The row in which it is shown: the conversation of a message. */
    withinId: z.uuid().nullable(),
    saidAt: moment('Said').nullable(),
    /** The words around what was asked, as they stand in the text; null where a name was found. */
    says: z.string().nullable(),
    /** Whose words these are. */
    saidBy: oneOf('Said by', 'customer', 'vendor').nullable(),
  }),
)

export const search = operations({
  find: {
    route: 'GET /search',
    summary: 'Find records by their name and messages by any word said in them, as you type',
    may: 'member',
    takes: z.object({ words: z.string().trim().min(1).max(200), limit: z.int().min(1).max(50).default(12) }),
    returns: z.array(Found),
  },
})
