/** Which columns does a query fetch to get whole rows of a record, and nothing more? */
import type { z } from 'zod'
import type { Row } from '#foundation/contract/record.ts'

/** `pickColumns(Account, 'a')` is ['a.id', 'a.createdAt', …]: what `select` takes. */
export const pickColumns = <R extends { schema: z.ZodObject }, const A extends string>(record: R, alias: A) =>
  Object.keys(record.schema.shape).map((name) => `${alias}.${name}` as `${A}.${keyof Row<R> & string}`)
