/** What can be asked? HTTP, OpenAPI, the client, the CLI and MCP all read an operation. */
import type { z } from 'zod'

/** Who may ask, from least to most. */
export type Role = 'member' | 'manager' | 'owner'

export interface Operation {
  route: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
  summary: string
  /** The least role that may ask. */
  may: Role
  takes: z.ZodObject
  returns: z.ZodType
  /** Values that make the reference's example run where the schema alone cannot tell them. */
  example?: Readonly<Record<string, unknown>>
}
export type Operations = Record<string, Operation>

/** Declares the operations of a capability. */
export const operations = <const O extends Operations>(all: O): O => all

/** The functions that carry the operations out: `actions = { … } satisfies Actions<typeof needs, Ctx>`. */
export type Actions<O extends Operations, Ctx> = {
  [K in keyof O]: (ctx: Ctx, input: z.output<O[K]['takes']>) => Promise<z.output<O[K]['returns']>>
}

/** The same operations as the browser calls them. */
export type Client<O extends Operations> = {
  [K in keyof O]: (input: z.input<O[K]['takes']>) => Promise<z.output<O[K]['returns']>>
}

/** The two parts of a route. */
export function routeOf(op: Operation): { method: string; path: string; inPath: string[] } {
  const space = op.route.indexOf(' ')
  const path = op.route.slice(space + 1)
  return { method: op.route.slice(0, space), path, inPath: [...path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '') }
}

const rank: Record<Role, number> = { member: 0, manager: 1, owner: 2 }
/** Whether a role reaches another. */
export const reaches = (has: Role, asked: Role): boolean => rank[has] >= rank[asked]
