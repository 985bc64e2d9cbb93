/** Where does a stream go on? A position names the oldest transaction that was under way, and when that was. */

export interface Position {
  xact: number
  atMs: number
}
export const writePosition = ({ xact, atMs }: Position): string => `${xact.toString(36)}-${atMs.toString(36)}`

/** Null for what is none: then everything is looked at again. */
export function readPosition(text: string): Position | null {
  const [, xact, at] = /^([0-9a-z]{1,12})-([0-9a-z]{1,9})$/.exec(text) ?? []
  if (xact === undefined || at === undefined) return null
  const read = { xact: Number.parseInt(xact, 36), atMs: Number.parseInt(at, 36) }
  return Number.isSafeInteger(read.xact) && Number.isSafeInteger(read.atMs) ? read : null
}
