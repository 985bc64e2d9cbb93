/** Which headings make two tables alike, so that what was decided for one is offered for the other? */
import { plainHeader } from './plain-header.ts'

/** Columns that we add to a list of faulty rows; they must not make it another table. */
export const faultHeaders = ['Row in the file', 'Why it was not taken'] as const
const ours = new Set(faultHeaders.map(plainHeader))

/** The headings in one line, whatever their order. Tables of one system's object have one of these. */
export const signHeaders = (headers: readonly string[]): string =>
  headers
    .map(plainHeader)
    .filter((header) => !ours.has(header))
    .toSorted()
    .join('\n')
