/** Does a token open what its scopes say, and nothing else, through every face? Every operation of every contract is tried. */
import { describe, expect, it } from 'vitest'
import { contracts } from '#apps/contracts.ts'
import { exampleInput } from '#foundation/contract/example.ts'
import { type Operation, routeOf } from '#foundation/contract/operation.ts'
import { scopeOf, scopesOf } from '#foundation/contract/scope.ts'
import { freshServer } from '#test/server/with-server.ts'

const server = await freshServer({ requestsPerMinute: 1_000_000 })
const owner = await server.firstRun()
const everyScope = [...scopesOf(contracts).keys()]
const make = async (scopes: string[] | null, who = owner) => {
  const made = await who.post('/api/tokens', { name: `with ${scopes?.length ?? 'all'}`, scopes })
  expect(made.status).toBe(200)
  return server.bearer(made.body.secret)
}
const all = Object.entries(contracts).flatMap(([capability, own]) =>
  Object.entries(own).map(([name, operation]) => ({
    name: `${capability}.${name}`,
    capability,
    operation: operation as Operation,
  })),
)
const lacking = new Map(
  await Promise.all(everyScope.map(async (scope) => [scope, await make(everyScope.filter((one) => one !== scope))] as const)),
)
const holding = new Map(await Promise.all(everyScope.map(async (scope) => [scope, await make([scope])] as const)))

async function ask(operation: Operation, who: typeof owner) {
  const { method, path, inPath } = routeOf(operation)
  const input = exampleInput(operation)
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name))
  if (method !== 'GET' && method !== 'DELETE') return who.ask(method, `/api${url}`, Object.fromEntries(rest))
  return who.ask(method, `/api${url}?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`)
}

describe('an operation', () => {
  it.each(all.map((o) => [o.name, o] as const))('%s is closed without its scope, which the refusal names', async (_name, o) => {
    const scope = scopeOf(o.capability, o.operation)
    const who = lacking.get(scope)
    if (!who) throw new Error(`No token lacks ${scope}`)
    const said = await ask(o.operation, who)
    expect(said.status).toBe(403)
    expect(said.body.errors).toEqual([{ path: 'scope', message: scope }])
    expect(said.body.detail).toContain(scope)
  })
  it.each(all.filter((o) => routeOf(o.operation).method === 'GET').map((o) => [o.name, o] as const))(
    '%s is open with its scope alone',
    async (_name, o) => {
      const who = holding.get(scopeOf(o.capability, o.operation))
      if (!who) throw new Error('No token')
      expect((await ask(o.operation, who)).status).not.toBe(403)
    },
  )
})

describe('what stands beside the operations', () => {
  it('is closed too: files down, files up', async () => {
    const reader = await make(['accounts:read'])
    const id = '00000000-0000-7000-8000-000000000001'
    const down = await reader.get(`/api/files/${id}/content`)
    expect(down.body.errors).toEqual([{ path: 'scope', message: 'files:read' }])
    const up = await reader.ask('PUT', `/api/imports/${id}/sources?path=a.eml`, 'x', {
      'content-type': 'application/octet-stream',
    })
    expect(up.body.errors).toEqual([{ path: 'scope', message: 'imports:write' }])
  })
  it('and tools for language models', async () => {
    const reader = await make(['accounts:read'])
    const call = (name: string, given: object) =>
      reader.ask(
        'POST',
        '/mcp',
        { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } },
        { accept: 'application/json, text/event-stream' },
      )
    expect((await call('accounts_list', {})).body.result.isError).toBeUndefined()
    const refused = (await call('accounts_create', { name: 'X' })).body.result
    expect(refused.isError).toBe(true)
    expect(JSON.parse(refused.content[0].text)).toMatchObject({ status: 403, errors: [{ message: 'accounts:write' }] })
  })
})

describe('a token', () => {
  it('keeps all it could when it was made before there were scopes', async () => {
    const { token, secret } = (await owner.post('/api/tokens', { name: 'Old' })).body
    await server.owner.query('update api_tokens set scopes = null where id = $1', [token.id])
    expect((await server.bearer(secret).post('/api/accounts', { name: 'Made by the old one' })).status).toBe(200)
  })
  it('is listed with its scopes, which exist', async () => {
    const made = await owner.post('/api/tokens', { name: 'Two', scopes: ['people:write', 'people:read', 'people:read'] })
    expect(made.body.token.scopes).toEqual(['people:read', 'people:write'])
    expect((await owner.get('/api/tokens')).body.find((t: { name: string }) => t.name === 'Two').scopes).toHaveLength(2)
    expect((await owner.post('/api/tokens', { name: 'No', scopes: ['moon:read'] })).body.errors[0].message).toContain('moon:read')
    expect((await owner.post('/api/tokens', { name: 'No', scopes: [] })).status).toBe(422)
    const offered = (await owner.get('/api/tokens/scopes')).body.map((s: { scope: string }) => s.scope)
    expect(offered).toEqual(everyScope)
  })
  it('never makes one that opens more than itself, and no webhook that tells more than it may read', async () => {
    const clerk = await make(['members:write', 'members:read', 'webhooks:write'])
    expect((await clerk.post('/api/tokens', { name: 'All' })).status).toBe(422)
    expect((await clerk.post('/api/tokens', { name: 'More', scopes: ['accounts:read'] })).status).toBe(422)
    expect((await clerk.post('/api/tokens', { name: 'Less', scopes: ['members:read'] })).status).toBe(200)
    const told = await clerk.post('/api/webhooks', { name: 'Out', url: 'https://example.com/', events: ['*'] })
    expect(told.status).toBe(403)
  })
})
