/** How do the contracts read as OpenAPI 3.1? The result is committed, so that every change of the API is read in review. */
import { z } from 'zod'
import { exampleInput } from './example.ts'
import { type Operation, type Operations, routeOf } from './operation.ts'
import { ProblemBody } from './problem.ts'
import { scopeOf } from './scope.ts'

type Json = Record<string, unknown>
type Say = (schema: z.ZodType, io: 'input' | 'output') => Json

/** One document for all capabilities, a tag each. */
export function openapi(title: string, version: string, capabilities: Record<string, Operations>): Json {
  const shapes: Json = {}
  const say: Say = (schema, io) => shapeOf(schema, io, shapes)
  shapes.Problem = say(ProblemBody, 'output')
  const paths: Record<string, Json> = {}
  for (const [tag, all] of Object.entries(capabilities))
    for (const [name, op] of Object.entries(all)) {
      const { method, path } = routeOf(op)
      const at = `/api${path.replace(/:(\w+)/g, '{$1}')}`
      paths[at] = { ...paths[at], [method.toLowerCase()]: described(tag, name, op, say) }
    }
  return {
    openapi: '3.1.0',
    info: { title, version },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token from Settings' },
        session: { type: 'apiKey', in: 'cookie', name: 'rapport.session_token' },
      },
      responses: refusals,
      schemas: Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const refusals = {
  401: refusal('Nobody is signed in, or the token is not good (any more)'),
  403: refusal('The role is too low, or the token lacks the scope'),
  404: refusal('There is no such row, or it is not yours to see'),
  409: refusal('The state of things does not allow it, or it was changed in between'),
  422: refusal('A field needs another look; each is named'),
  429: refusal('Too many requests; the header Retry-After says when to go on'),
}

/** Which refusals an operation can answer with. */
const refusalsOf = (op: Operation): string[] => {
  const { method, inPath } = routeOf(op)
  const said = ['401', '403', '429']
  // A row may be named in the path or in what is sent (both of a merge, say).
  const namesRows = Object.entries(op.takes.shape).some(
    ([key, field]) => /Ids?$|^ids?$/.test(key) && (method !== 'GET' || !field.safeParse(undefined).success),
  )
  if (inPath.length || namesRows) said.push('404')
  if (method !== 'GET') said.push('409')
  if (Object.keys(op.takes.shape).length) said.push('422')
  return said.sort()
}

/** A schema as JSON Schema; named shapes met on the way are collected once and referred to. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output', shapes: Json): Json {
  const written = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ jsonSchema }) => shorten(jsonSchema) })
  const { $defs, $schema, id, ...own } = JSON.parse(
    JSON.stringify(written).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as Json
  for (const [name, shape] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
    const { id: _, ...rest } = shape
    shapes[name] = rest
  }
  if (typeof id !== 'string') return own
  shapes[id] = own
  return { $ref: `#/components/schemas/${id}` }
}

/** A format says enough; the pattern behind it only hides it from a reader. */
function shorten(shape: { format?: unknown; pattern?: unknown }): void {
  if (shape.format) delete shape.pattern
}

function described(tag: string, name: string, op: Operation, say: Say): Json {
  const { method, inPath } = routeOf(op)
  const bodyless = method === 'GET' || method === 'DELETE'
  const shape = op.takes.shape as Record<string, z.ZodType>
  const example = exampleInput(op)
  const json = (schema: z.ZodType, io: 'input' | 'output') => ({ 'application/json': { schema: say(schema, io) } })
  const parameters = Object.entries(shape)
    .filter(([key]) => bodyless || inPath.includes(key))
    .map(([key, field]) => ({
      name: key,
      in: inPath.includes(key) ? 'path' : 'query',
      required: inPath.includes(key) || !field.safeParse(undefined).success,
      schema: say(field, 'input'),
      ...(key in example ? { example: example[key] } : {}),
    }))
  const rest = z.object(Object.fromEntries(Object.entries(shape).filter(([key]) => !inPath.includes(key))))
  const sent = Object.fromEntries(Object.entries(example).filter(([key]) => key in rest.shape))
  return {
    operationId: `${tag}.${name}`,
    tags: [tag],
    summary: op.summary,
    'x-least-role': op.may,
    'x-scope': scopeOf(tag, op),
    ...(parameters.length ? { parameters } : {}),
    ...(!bodyless && Object.keys(rest.shape).length
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: say(rest, 'input'), example: sent } },
          },
        }
      : {}),
    responses: {
      200: { description: 'Done', content: json(op.returns, 'output') },
      ...Object.fromEntries(refusalsOf(op).map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  }
}
