/** What does this failure say to a person, and which fields does it name? (RFC 9457) */
import type { FieldConflict } from '#foundation/contract/problem.ts'

export interface ReadProblem {
  title: string
  detail: string
  status: number | null
  /** Messages by field path. */
  fields: Record<string, string>
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const word = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** The fields that somebody else changed in between, when that is why something was refused. */
export function conflictsIn(thrown: unknown): readonly FieldConflict[] {
  const { conflicts } = record(thrown)
  return Array.isArray(conflicts) ? (conflicts as FieldConflict[]) : []
}

/** Reads a problem body, an Error that carries one (as itself, `problem` or `body`), or anything else that was thrown. */
export function readProblem(thrown: unknown): ReadProblem {
  const outer = record(thrown)
  const found = [outer, record(outer.problem), record(outer.body)].find((c) => word(c.title) || Array.isArray(c.errors)) ?? outer
  const fields: Record<string, string> = {}
  for (const entry of Array.isArray(found.errors) ? found.errors : []) {
    const { path, message } = record(entry)
    const at = word(path)
    if (at && !(at in fields)) fields[at] = word(message) ?? 'Needs another look.'
  }
  const isOffline = thrown instanceof TypeError && /fetch|network/i.test(thrown.message)
  return {
    title: word(found.title) ?? (isOffline ? 'The server did not answer' : 'This could not be done'),
    detail: isOffline
      ? 'Check that it is running and that you are connected, then try again.'
      : (word(found.detail) ?? word(outer.message) ?? 'Try again; if it happens twice, the server log says more.'),
    status: typeof found.status === 'number' ? found.status : null,
    fields,
  }
}
