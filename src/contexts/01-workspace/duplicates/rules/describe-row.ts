/** What is a row to the matching? Values with a kind; what the fields are called and what the record is does not matter. */

/** What a value is, and so how two of them are compared. */
export const describedKinds = [
  'person',
  'company',
  'mail',
  'domain',
  'phone',
  'address',
  'text',
  'category',
  'number',
  'date',
  'code',
] as const
export type DescribedKind = (typeof describedKinds)[number]

/** A field by its name: its kind, and its words. Several people in one field are told apart by commas. */
export interface DescribedValue {
  field: string
  kind: DescribedKind
  value: string
}
export type DescribedRow = readonly DescribedValue[]

/** The row without what is empty: a missing value says nothing, neither for nor against. */
export const describeRow = (
  given: Readonly<Record<string, string | number | null | undefined>>,
  kinds: Readonly<Record<string, DescribedKind>>,
): DescribedRow =>
  Object.entries(kinds).flatMap(([field, kind]) => {
    const value = String(given[field] ?? '').trim()
    return value === '' ? [] : [{ field, kind, value }]
  })
