/** What must be known of a record so that its rows can be matched and merged? Given from downstream, where the records are known. */
import type { AnyRecord } from '#foundation/contract/record.ts'
import { readPhone } from '#foundation/language/read-phone.ts'
import type { DescribedKind, DescribedRow } from './describe-row.ts'

export interface DescribeKind {
  record: AnyRecord
  /** The fields that are compared; a reference is compared by the name of what it points to. */
  kinds: Readonly<Record<string, DescribedKind>>
  /** The reference to the row whose country the telephones ring in. */
  regionBy?: string
  /** The field by which mail finds the row; the value that a merge gives up goes on leading here. */
  alias: string
  /** The fields shown in a comparison, in order. */
  shown: readonly string[]
}

/** A row as it is matched; `nameOf` says what a reference is called, `region` where a telephone rings that names no country. */
export const describeKindOf = (
  { kinds }: DescribeKind,
  row: Readonly<Record<string, unknown>>,
  nameOf: (id: string) => string | undefined,
  region: string | null = null,
): DescribedRow =>
  Object.entries(kinds).flatMap(([field, kind]) => {
    const given = row[field]
    if (given === null || given === undefined || given === '') return []
    const value = field.endsWith('Id') && field !== 'externalId' ? (nameOf(String(given)) ?? '') : String(given)
    const phone = kind === 'phone' ? readPhone(value, region) : null
    const told = phone?.sure ? phone.full : value.trim()
    return told ? [{ field, kind, value: told }] : []
  })
