/** Which records may be told about, and which of their fields? Nothing that is a key, a log of its own, or heavy text. */
import type { AnyRecord } from '#foundation/contract/record.ts'

export const deeds = ['created', 'changed', 'removed'] as const

/** Records whose changes are remembered and may be taken back: no tokens, invites, members or secrets, no ledgers. */
export const offeredRecords = (records: ReadonlyMap<string, AnyRecord>): AnyRecord[] =>
  [...records.values()].filter((r) => r.history !== 'none' && r.undo !== 'never')

/** The fields of a row that go out: as the API shows it, without what is too heavy for a message. */
export const offeredFields = (record: AnyRecord): string[] =>
  Object.keys(record.schema.shape).filter((name) => !record.heavy?.includes(name))

/** A row, or a part of one, with only those fields. */
export function offeredPart(record: AnyRecord, row: Record<string, unknown> | null): Record<string, unknown> | null {
  if (!row) return null
  return Object.fromEntries(offeredFields(record).flatMap((name) => (name in row ? [[name, row[name]]] : [])))
}

/** The events chosen that do not exist. */
export function unknownEvents(records: ReadonlyMap<string, AnyRecord>, chosen: readonly string[]): string[] {
  const offered = new Set(offeredRecords(records).map((r) => r.table))
  return chosen.filter((event) => event !== '*' && !offered.has(event.split('.')[0] ?? ''))
}
