/** What did a look ahead find? */
import { z } from 'zod'
import { RecordName } from './mapping.ts'

const Counts = z.object({ created: z.int(), changed: z.int(), same: z.int(), skipped: z.int() })
/** What an import would do, found by going through it without writing. */
export const Preview = z.object({
  /** False while it is still looked at, or when somebody stopped it. */
  whole: z.boolean(),
  seen: z.int(),
  tables: z.array(z.object({ path: z.string(), record: RecordName.nullable(), ...Counts.shape })),
  /** Accounts and stages that rows of other tables name and that are not there. */
  alongside: z.object({ accounts: z.int(), stages: z.int(), stageNames: z.array(z.string()).optional() }),
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  samples: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      deed: z.enum(['created', 'changed']),
      fields: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
})
export type PreviewFound = z.output<typeof Preview>
