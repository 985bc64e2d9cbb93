/** How does the browser ask? The contract is the type: no code is generated. */
import type { Client, Operation, Operations } from './operation.ts'
import { routeOf } from './operation.ts'

/** Carries a request; rejects with the problem that the server answered. */
export type Send = (method: string, url: string, body: unknown) => Promise<unknown>

const changeSets = new WeakMap<object, string>()
/** Says which change set an answer came from, so that it can be taken back. A sender calls this with the raw answer. */
export const noteChangeSet = (answer: unknown, changeSetId: string): void => {
  if (typeof answer === 'object' && answer !== null) changeSets.set(answer, changeSetId)
}
/** The change set behind an answer of a client, if something was written. */
export const changeSetOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null ? changeSets.get(answer) : undefined

/** One call per operation, typed by its contract, its answer checked on arrival. */
export function client<O extends Operations>(all: O, send: Send): Client<O> {
  const call = (op: Operation) => async (input: Record<string, unknown>) => {
    const { method, path, inPath } = routeOf(op)
    const rest: Record<string, unknown> = { ...input }
    for (const p of inPath) delete rest[p]
    const url = path.replace(/:(\w+)/g, (_, p: string) => encodeURIComponent(String(input[p])))
    const bodyless = method === 'GET' || method === 'DELETE'
    const raw = await send(method, bodyless ? url + query(rest) : url, bodyless ? undefined : rest)
    const answer = op.returns.parse(raw)
    const changeSetId = changeSetOf(raw)
    if (changeSetId) noteChangeSet(answer, changeSetId)
    return answer
  }
  return Object.fromEntries(Object.entries(all).map(([name, op]) => [name, call(op)])) as unknown as Client<O>
}

function query(rest: Record<string, unknown>): string {
  const words = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined) continue
    if (Array.isArray(value)) for (const v of value) words.append(key, String(v))
    else words.set(key, typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value))
  }
  const text = words.toString()
  return text ? `?${text}` : ''
}
