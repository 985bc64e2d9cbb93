/** Does the whole program answer over HTTP as it says: safe headers, problems with paths, limits, files, tools? */
import { describe, expect, it } from 'vitest'
import { contracts } from '#apps/contracts.ts'
import { routeOf } from '#foundation/contract/operation.ts'
import { freshServer } from '#test/server/with-server.ts'

const server = await freshServer({ maxUploadBytes: 1_000_000 })
const owner = await server.firstRun()

describe('every answer', () => {
  it('carries the headers that keep a browser safe, and no inline script', async () => {
    for (const path of ['/healthz', '/api/me', '/openapi.json', '/nowhere.txt']) {
      const { headers } = await owner.get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|data:/)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers['x-request-id']).toBeTruthy()
    }
    expect((await owner.get('/api/me')).headers['cache-control']).toBe('no-store')
  })
  it('is a problem with field paths when it refuses (RFC 9457)', async () => {
    const said = await owner.post('/api/tokens', { name: '' })
    expect(said.headers['content-type']).toContain('application/problem+json')
    expect(said.body).toMatchObject({ type: '/problems/422', status: 422, errors: [{ path: 'name' }] })
    expect((await owner.get('/api/accounts/not-an-id')).body.errors[0].path).toBe('id')
    expect((await owner.get('/api/accounts?limit=900')).body.errors[0].path).toBe('limit')
    expect((await owner.ask('POST', '/api/tokens', '{"name":', { 'content-type': 'application/json' })).status).toBe(400)
    expect((await owner.ask('POST', '/api/tokens', 'name=x', { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await owner.post('/api/tokens', [])).status).toBe(422)
    expect((await owner.get('/api/nothing')).status).toBe(404)
    expect((await owner.ask('POST', '/api/tokens', { name: 'a\u0000b' })).status).toBe(422)
  })
  it('hides what went wrong inside, and writes it into the log under the request’s number', async () => {
    await server.owner.query('alter table invites rename to invites_away')
    const said = await owner.get('/api/invites')
    await server.owner.query('alter table invites_away rename to invites')
    expect(said.status).toBe(500)
    expect(JSON.stringify(said.body)).not.toContain('invites')
    expect(
      server.log.find((line) => line.includes(`id=${said.headers['x-request-id']}`) && line.includes('does not exist')),
    ).toBeTruthy()
  })
  it('is compressed where it pays', async () => {
    const said = await owner.ask('GET', '/openapi.json', undefined, { 'accept-encoding': 'gzip' })
    expect(said.headers['content-encoding']).toBe('gzip')
  })
})

describe('a write', () => {
  it('says which change set it was, so that it can be taken back', async () => {
    const made = await owner.post('/api/accounts', { name: 'Globex' })
    const undone = await owner.post(`/api/changes/${made.headers['x-change-set']}/undo`)
    expect(undone.status).toBe(200)
    expect((await owner.get(`/api/accounts/${made.body.id}`)).status).toBe(404)
    expect((await owner.get('/api/accounts')).headers['x-change-set']).toBeUndefined()
  })
})

describe('another site', () => {
  it('cannot use a visitor’s session', async () => {
    const cookie = owner.cookies()
    const cross = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const nobody = server.bearer('x')
    const tricks: Record<string, string>[] = [cross, { cookie, origin: 'null' }, { cookie }]
    for (const headers of tricks) {
      const said = await nobody.ask('POST', '/api/tokens', { name: 'Evil' }, { ...headers, authorization: '' })
      expect(said.status).toBe(403)
      expect((await nobody.ask('POST', '/api/auth/sign-out', {}, { ...headers, authorization: '' })).status).toBe(403)
    }
    expect((await nobody.ask('GET', '/api/me', undefined, { host: 'rebound.example:4700' })).status).toBe(403)
  })
})

describe('the log', () => {
  it('never holds a secret', async () => {
    const made = (await owner.post('/api/tokens', { name: 'Log' })).body
    await server.bearer(made.secret).get('/api/accounts?words=customer-words')
    const log = server.log.join('')
    expect(log).toContain('/api/accounts')
    for (const secret of [made.secret, owner.cookies().slice(-20), 'customer-words']) expect(log).not.toContain(secret)
  })
})

describe('limits', () => {
  it('answer 429 and say when to go on', async () => {
    const tight = await freshServer({ requestsPerMinute: 3 })
    const said = []
    for (let i = 0; i < 5; i++) said.push(await tight.browser().get('/api/first-run'))
    expect(said.map((s) => s.status)).toEqual([200, 200, 200, 429, 429])
    expect(Number(said.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    expect(said.at(-1)?.body.title).toBe('Too many requests')
  })
})

describe('the operator', () => {
  it('acts as the owner with the data folder’s key, and says which workspace when there are several', async () => {
    const operator = server.bearer(server.operatorToken)
    const me = (await operator.get('/api/me')).body
    expect(me.member.email).toBe('olga@vendor.example')
    expect((await server.bearer(`opr_${'x'.repeat(43)}`).get('/api/me')).status).toBe(401)
    const other = await operator.ask('GET', '/api/me', undefined, { 'x-workspace': '00000000-0000-4000-8000-000000000000' })
    expect(other.status).toBe(404)
  })
})

describe('files', () => {
  it('are refused when too large, and nothing of them stays', async () => {
    const made = await owner.post('/api/imports', { name: 'Box' })
    const put = (bytes: Buffer, who = owner) =>
      who.ask('PUT', `/api/imports/${made.body.id}/sources?path=a.eml`, bytes, { 'content-type': 'application/octet-stream' })
    expect((await put(Buffer.alloc(1_000_001))).status).toBe(413)
    expect((await put(Buffer.from('From: a@b.example\n\nHello'), server.browser())).status).toBe(401)
    const kept = await put(Buffer.from('From: a@b.example\n\nHello'))
    expect(kept.status).toBe(200)
  })
  it('go out as something to save, never to run', async () => {
    const text = '<script>alert(1)</script>'
    const kept = await server.house.files.keep(Buffer.from(text))
    const id = '00000000-0000-7000-8000-000000000001'
    await server.owner.query(
      `insert into files (workspace_id, id, created_at, updated_at, name, media_type, byte_count, sha256)
       select id, $1, now(), now(), $2, 'text/html', $3, $4 from workspaces`,
      [id, 'Über "x".html', kept.byteCount, kept.sha256],
    )
    const said = await owner.get(`/api/files/${id}/content`)
    expect(said.body).toBe(text)
    expect(said.headers['content-type']).toBe('application/octet-stream')
    expect(said.headers['content-disposition']).toBe(
      `attachment; filename="_ber _x_.html"; filename*=UTF-8''%C3%9Cber%20%22x%22.html`,
    )
    expect(said.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect((await server.browser().get(`/api/files/${id}/content`)).status).toBe(401)
  })
})

describe('tools', () => {
  it('answer at /mcp to a token, as its member', async () => {
    const { secret } = (await owner.post('/api/tokens', { name: 'Model' })).body
    const ask = (method: string, params: object, who = server.bearer(secret)) =>
      who.ask('POST', '/mcp', { jsonrpc: '2.0', id: 1, method, params }, { accept: 'application/json, text/event-stream' })
    const tools = await ask('tools/list', {})
    expect(tools.body.result.tools.map((t: { name: string }) => t.name)).toContain('accounts_list')
    const made = await ask('tools/call', { name: 'accounts_create', arguments: { name: 'Acme' } })
    expect(JSON.parse(made.body.result.content[0].text)).toMatchObject({ name: 'Acme' })
    const set = (await owner.get('/api/changes')).body.rows[0]
    expect(set).toMatchObject({ via: 'mcp', actorName: 'Olga' })
    expect((await ask('tools/list', {}, server.browser())).status).toBe(401)
  })
})

describe('the table of contents', () => {
  it('mounts every operation of every contract', () => {
    expect(server.missing).toEqual([])
  })
  it('describes every one of them', async () => {
    const { paths } = (await owner.get('/openapi.json')).body
    for (const all of Object.values(contracts))
      for (const op of Object.values(all)) {
        const { method, path } = routeOf(op)
        expect(paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`][method.toLowerCase()]).toBeTruthy()
      }
  })
})
