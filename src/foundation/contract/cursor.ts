/** Where does the next page begin? The sort key and id of the last row, in a form nobody needs to read. */
import { Problem } from './problem.ts'

type Key = string | number | null
const encode = (text: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const decode = (word: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)))

/** The cursor behind a row: its sort keys, ending with its id. */
export const writeCursor = (...keys: Key[]): string => encode(JSON.stringify(keys))

/** The keys of a cursor. @throws Problem 400 for one that this program did not write */
export function readCursor(cursor: string, count: number): Key[] {
  try {
    const keys: unknown = JSON.parse(decode(cursor))
    if (
      Array.isArray(keys) &&
      keys.length === count &&
      keys.every((k) => k === null || typeof k === 'string' || typeof k === 'number')
    )
      return keys
  } catch {
    // falls through to the problem below
  }
  throw new Problem(400, 'The page mark "after" was not given by this program. Leave it out to start from the first page.', [
    { path: 'after', message: 'unknown page mark' },
  ])
}

/** Cuts one row too many into a page: ask the store for limit + 1. */
export function pageFrom<T>(rows: T[], limit: number, cursorOf: (row: T) => string): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? cursorOf(last) : null }
}
