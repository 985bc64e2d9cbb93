/** How do accounts stand in a list from which one is chosen? */
import type { Row } from '#foundation/contract/record.ts'
import type { Account } from '../contract.ts'

type Named = Pick<Row<typeof Account>, 'id' | 'name' | 'domain'>

/** Their names, each with its mail domain, since names alone may be alike. */
export const accountOptions = (rows: readonly Named[]): { value: string; label: string; detail: string }[] =>
  rows.map(({ id, name, domain }) => ({ value: id, label: name, detail: domain ?? '' }))
