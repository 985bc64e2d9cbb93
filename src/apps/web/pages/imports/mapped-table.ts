/** What has a person decided for one table, and what are its rows called? */
import type { z } from 'zod'
import type { RecordName } from '#workspace/imports/rules/mapping.ts'

export type Target = z.output<typeof RecordName>
export interface Mapped {
  record: Target
  fields: Record<string, string | null>
  keys?: string[] | undefined
  headers?: string[] | undefined
}
export const recordWords: Record<Target, string> = {
  accounts: 'Accounts',
  people: 'People',
  opportunities: 'Opportunities',
  meetings: 'Meetings',
}
