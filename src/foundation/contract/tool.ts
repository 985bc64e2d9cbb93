/** How does an operation read as a tool for a model (Model Context Protocol)? */
import { z } from 'zod'
import { kebab } from './command.ts'
import { type Operation, type Operations, routeOf } from './operation.ts'

export interface Tool {
  /** "needs_confirm" */
  name: string
  description: string
  inputSchema: Record<string, unknown>
  annotations: { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean; openWorldHint: boolean }
  op: Operation
}

/** Every operation of every capability, as a tool. */
export const toolsOf = (capabilities: Record<string, Operations>): Tool[] =>
  Object.entries(capabilities).flatMap(([noun, all]) =>
    Object.entries(all).map(([name, op]) => {
      const { method } = routeOf(op)
      const schema = z.toJSONSchema(op.takes, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
      return {
        name: `${noun}_${kebab(name).replaceAll('-', '_')}`,
        description: op.summary,
        inputSchema: Object.fromEntries(Object.entries(schema).filter(([k]) => k !== '$schema')),
        annotations: {
          readOnlyHint: method === 'GET',
          destructiveHint: method === 'DELETE',
          idempotentHint: method !== 'POST',
          openWorldHint: false,
        },
        op,
      }
    }),
  )
