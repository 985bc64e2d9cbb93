/** What does each column of a table mean, as people decide it and programs send it? */
import { z } from 'zod'

export const RecordName = z.enum(['accounts', 'people', 'opportunities', 'meetings'])
export const FieldsByHeader = z.record(z.string(), z.string().nullable())

/** Per table: which record its rows are, which field each header fills (null: left out), and by what a row is taken for one that is there. */
export const Mapping = z.record(
  z.string(),
  z.object({
    record: RecordName,
    fields: FieldsByHeader,
    keys: z.array(z.string()).optional(),
    /** The columns in their order, as they stood when the import was started. */
    headers: z.array(z.string()).optional(),
  }),
)
