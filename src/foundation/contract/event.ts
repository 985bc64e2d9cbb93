/** What may be announced? An event is past tense, carries ids, and is delivered at least once after its transaction. */
import type { z } from 'zod'

export interface EventOf<T extends z.ZodType> {
  name: string
  carries: T
}
/** Declares an event: `event('need.confirmed', z.object({ needId: z.uuid() }))`. */
export const event = <T extends z.ZodType>(name: string, carries: T): EventOf<T> => ({ name, carries })
