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
  'x-scope': string
  parameters?: { name: string; in: string; required: boolean; schema: Schema; example?: unknown }[]
  requestBody?: { content: { 'application/json': { schema: Schema; example?: Record<string, unknown> } } }
  responses: Record<string, { $ref?: string; content?: { 'application/json'?: { schema: Schema } } }>
}
export interface Description {
  info: { title: string; version: string }
  paths: Record<string, Record<string, Described>>
  components: { responses: Record<string, { description: string }> }
}

export interface Input {
  name: string
  place: string
  required: boolean
  kind: string
  says: string
  /** What stands for it in the examples. */
  example: unknown
}
export interface Entry {
  id: string
  method: string
  path: string
  summary: string
  role: string
  scope: string
  refusals: { status: string; says: string }[]
  inputs: Input[]
  answers: string
  curl: string
  fetch: string
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

/** A path with its ids and its query filled in. @param given instead of the examples, by name; an empty text leaves a query word out */
export function addressOf(path: string, inputs: readonly Input[], given: Readonly<Record<string, string>> = {}): string {
  const wordOf = (input: Input) => given[input.name] ?? (input.example === undefined ? '' : String(input.example))
  const filled = inputs
    .filter((input) => input.place === 'path')
    .reduce((so, input) => so.replace(`{${input.name}}`, encodeURIComponent(wordOf(input))), path)
  const query = new URLSearchParams(
    inputs.filter((i) => i.place === 'query' && wordOf(i) !== '').map((i) => [i.name, wordOf(i)]),
  ).toString()
  return query ? `${filled}?${query}` : filled
}

/** For a shell. An apostrophe inside single quotes is written '\\''. */
const curlOf = (method: string, url: string, body: unknown): string =>
  [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`,
    '-H "Authorization: Bearer $RAPPORT_TOKEN"',
    ...(body ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`] : []),
  ].join(' \\\n  ')

/** For TypeScript, in Node or any other place with fetch. */
const fetchOf = (method: string, url: string, body: unknown): string =>
  [
    `const answer = await fetch('${url}', {`,
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    `  headers: { authorization: \`Bearer \${process.env.RAPPORT_TOKEN}\`${body ? ", 'content-type': 'application/json'" : ''} },`,
    ...(body ? [`  body: JSON.stringify(${JSON.stringify(body)}),`] : []),
    '})',
    'if (!answer.ok) throw new Error((await answer.json()).detail)',
    'console.log(await answer.json())',
  ].join('\n')

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
          example: p.example,
        })),
        ...Object.entries(body?.properties ?? {}).map(([name, s]) => ({
          name,
          place: 'body',
          required: required.has(name),
          kind: kindOf(s),
          says: s.title ?? '',
          example: op.requestBody?.content['application/json'].example?.[name],
        })),
      ]
      const url = origin + addressOf(path, inputs)
      const sent = body ? op.requestBody?.content['application/json'].example : undefined
      const entry = {
        id: op.operationId,
        method: method.toUpperCase(),
        path,
        summary: op.summary,
        role: op['x-least-role'],
        inputs,
        scope: op['x-scope'],
        refusals: Object.keys(op.responses)
          .filter((status) => status !== '200')
          .map((status) => ({ status, says: description.components.responses[status]?.description ?? '' })),
        answers: kindOf(op.responses[200]?.content?.['application/json']?.schema ?? {}),
        curl: curlOf(method.toUpperCase(), url, sent),
        fetch: fetchOf(method.toUpperCase(), url, sent),
      }
      byTag.set(tag, [...(byTag.get(tag) ?? []), entry])
    }
  return byTag
}
