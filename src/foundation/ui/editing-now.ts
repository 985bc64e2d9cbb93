/** Which field of which record does the reader have open? Told by forms, heard by whoever tells others. */

export interface EditingNow {
  id: string
  field: string
}
let now: EditingNow | null = null
const watchers = new Set<() => void>()

/** A field of a record is open; null: none is. */
export function noteEditing(next: EditingNow | null): void {
  if (next?.id === now?.id && next?.field === now?.field) return
  now = next
  for (const tell of watchers) tell()
}
export const editingNow = (): EditingNow | null => now
export const watchEditing = (tell: () => void): (() => void) => {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}
