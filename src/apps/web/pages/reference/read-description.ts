/** How is the API's description read for a person? Operations by capability, with their inputs and a call that runs. */

interface Schema {
  $ref?: string
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  enum?: unknown[]
  items?: Schema
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  maximum?: number
  maxLength?: number
  default?: unknown
}
interface Described {
  operationId: string
  tags: string[]
  summary: string
  'x-least-role': string
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: { 200: { content: { 'application/json': { schema: Schema } } } }
}
export interface Description {
  info: { title: string; version: string }
  paths: Record<string, Record<string, Described>>
}

export interface Input {
  name: string
  place: string
  required: boolean
  kind: string
  says: string
}
export interface Entry {
  id: string
  method: string
  path: string
  summary: string
  role: string
  inputs: Input[]
  answers: string
  call: string
}

/** The kind of a value in a few words: "uuid", "one of found, confirmed", "list of text". */
export function kindOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'object'
  if (schema.enum) return `one of ${schema.enum.join(', ')}`
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? kindOf(schema.items) : 'anything'}`
  const word = schema.format ?? (schema.type === 'string' ? 'text' : schema.type)
  const range =
    schema.minimum !== undefined && schema.maximum !== undefined && schema.maximum < 1e9
      ? ` ${schema.minimum} to ${schema.maximum}`
      : ''
  return `${Array.isArray(word) ? word.join(' or ') : (word ?? 'object')}${range}`
}

/** All entries, by capability in the order of the description. */
export function entriesOf(description: Description, origin: string): Map<string, Entry[]> {
  const byTag = new Map<string, Entry[]>()
  for (const [path, methods] of Object.entries(description.paths))
    for (const [method, op] of Object.entries(methods)) {
      const tag = op.tags[0] ?? ''
      const body = op.requestBody?.content['application/json'].schema
      const required = new Set(body?.required)
      const inputs: Input[] = [
        ...(op.parameters ?? []).map((p) => ({
          name: p.name,
          place: p.in,
          required: p.required,
          kind: kindOf(p.schema),
          says: p.schema.title ?? '',
        })),
        ...Object.entries(body?.properties ?? {}).map(([name, s]) => ({
          name,
          place: 'body',
          required: required.has(name),
          kind: kindOf(s),
          says: s.title ?? '',
        })),
      ]
      const sent = inputs.filter((i) => i.place === 'body' && i.required).map((i) => `"${i.name}": …`)
      const call = [
        `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${origin}${path}`,
        '-H "Authorization: Bearer $RAPPORT_TOKEN"',
        ...(body ? ['-H "Content-Type: application/json"', `-d '{${sent.join(', ')}}'`] : []),
      ].join(' \\\n  ')
      const entry = {
        id: op.operationId,
        method: method.toUpperCase(),
        path,
        summary: op.summary,
        role: op['x-least-role'],
        inputs,
        answers: kindOf(op.responses[200].content['application/json'].schema),
        call,
      }
      byTag.set(tag, [...(byTag.get(tag) ?? []), entry])
    }
  return byTag
}
