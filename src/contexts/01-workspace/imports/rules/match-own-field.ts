/** Which field that the workspace added does a column mean? One that is called as its heading says. */
import { type FieldRow, ownName } from '#foundation/contract/own-field.ts'
import { plainHeader } from './plain-header.ts'

/** The name of the field, or null. A heading of our own table files says the currency too: "Budget (EUR)". */
export function matchOwnField(header: string, record: string, fields: readonly FieldRow[]): string | null {
  const plain = plainHeader(header)
  const names = ({ label, key, settings }: FieldRow) => [label, key, ownName(key), `${label} ${settings.currency ?? ''}`]
  const found = fields.find((f) => f.object === record && takesCells(f) && names(f).map(plainHeader).includes(plain))
  return found ? ownName(found.key) : null
}

/** Whether a table can fill the field. */
export const takesCells = ({ archivedAt, type }: FieldRow): boolean =>
  archivedAt === null && type !== 'formula' && type !== 'rollUp'
