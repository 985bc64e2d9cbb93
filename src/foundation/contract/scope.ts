/** What may a token be limited to? One scope to read and one to write per capability, derived from the operations. */
import { type Operation, type Operations, routeOf } from './operation.ts'

export type Scope = `${string}:${'read' | 'write'}`

/** The form of a scope: "accounts:read". */
export const scopeForm = /^[a-z][A-Za-z]*:(read|write)$/

/** Which scope an operation asks for. */
export const scopeOf = (capability: string, operation: Operation): Scope =>
  `${capability}:${routeOf(operation).method === 'GET' ? 'read' : 'write'}`

/** Every scope there is, and what it opens. A new capability has its scopes by itself. */
export function scopesOf(capabilities: Readonly<Record<string, Operations>>): ReadonlyMap<Scope, string[]> {
  const opened = new Map<Scope, string[]>()
  for (const [capability, all] of Object.entries(capabilities))
    for (const op of Object.values(all)) {
      const scope = scopeOf(capability, op)
      opened.set(scope, [...(opened.get(scope) ?? []), op.summary])
    }
  return new Map([...opened].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The scope that is missing, or null. `held` null: a key without limits. Without a `wanted` scope only such keys open the door. */
export const missingScope = (held: readonly string[] | null | undefined, wanted: Scope | undefined): string | null =>
  held === null || held === undefined || (wanted !== undefined && held.includes(wanted)) ? null : (wanted ?? 'all of them')
