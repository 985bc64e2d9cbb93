/** Where is it? One box over every record. */
import { z } from 'zod'
import { operations } from '#foundation/contract/operation.ts'

export const search = operations({
  find: {
    route: 'GET /search',
    summary: 'Find records by any words of their name, as you type',
    may: 'member',
    takes: z.object({ words: z.string().trim().min(1).max(200), limit: z.int().min(1).max(50).default(12) }),
    returns: z.array(z.object({ record: z.string(), id: z.uuid(), title: z.string(), closeness: z.number() })),
  },
})
