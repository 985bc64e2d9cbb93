/** Is every asker counted for themselves, told how much is left, and told when to go on? */
import { describe, expect, it } from 'vitest'
import { freshServer } from '#test/server/with-server.ts'

const server = await freshServer({ requestsPerMinute: 12, uploadsPerMinute: 2, signInsPerMinute: 2 })
const owner = await server.firstRun()
const tokenOf = async (name: string) => server.bearer((await owner.post('/api/tokens', { name })).body.secret)
const [first, second] = [await tokenOf('First'), await tokenOf('Second')]

const until429 = async (ask: () => Promise<{ status: number }>, most = 40) => {
  for (let n = 0; n < most; n++) if ((await ask()).status === 429) return n
  return most
}

describe('a token', () => {
  it('is told what is left, then 429 with when to go on, in header and body; another token goes on', async () => {
    const said = await first.get('/api/accounts')
    expect(said.headers).toMatchObject({ 'ratelimit-limit': '12', 'ratelimit-remaining': '11' })
    expect(Number(said.headers['ratelimit-reset'])).toBeGreaterThan(0)
    expect(await until429(() => first.get('/api/accounts'))).toBe(11)
    const refused = await first.get('/api/accounts')
    const seconds = Number(refused.headers['retry-after'])
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(seconds).toBeGreaterThan(0)
    expect(refused.body).toMatchObject({ status: 429, type: '/problems/429', retryAfter: seconds })
    expect(refused.body.detail).toContain(`Go on in ${seconds} s`)
    expect((await second.get('/api/accounts')).status).toBe(200)
    expect((await owner.get('/api/accounts')).status).toBe(200)
  })
})

describe('tools for language models', () => {
  it('are counted with their token, each call once', async () => {
    const model = await tokenOf('Model')
    const call = () =>
      model.ask(
        'POST',
        '/mcp',
        { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'accounts_list', arguments: {} } },
        { accept: 'application/json, text/event-stream' },
      )
    expect((await call()).body.result.isError).toBeUndefined()
    expect(await until429(call)).toBe(11)
    expect(Number((await call()).headers['retry-after'])).toBeGreaterThan(0)
    const forged = await model.ask('GET', '/api/accounts', undefined, { 'x-rapport-inner': 'guessed' })
    expect(forged.status).toBe(429)
  })
})

describe('uploads', () => {
  it('are counted apart', async () => {
    const { id } = (await second.post('/api/imports', { name: 'Box' })).body
    const put = () =>
      second.ask('PUT', `/api/imports/${id}/sources?path=${Math.random()}.eml`, 'x', {
        'content-type': 'application/octet-stream',
      })
    expect([(await put()).status, (await put()).status, (await put()).status]).toEqual([200, 200, 429])
    expect((await second.get(`/api/imports/${id}`)).status).toBe(200)
  })
})

describe('an address', () => {
  it('that guesses passwords is slowed down in the database, for all processes, and told when to go on', async () => {
    const guess = () =>
      server.browser().post('/api/auth/sign-in/email', { email: 'olga@vendor.example', password: 'a wrong password' })
    expect(await until429(guess)).toBe(2)
    const refused = await guess()
    expect(refused.body.retryAfter).toBe(Number(refused.headers['retry-after']))
    expect((await server.owner.query('select 1 from auth_rate_limit')).rowCount).toBeGreaterThan(0)
  })
  it('that guesses tokens is slowed down, though each guess is a new one', async () => {
    let n = 0
    const guess = () => server.bearer(`rap_${'0'.repeat(32)}_${String(n++).padStart(43, 'x')}`).get('/api/me')
    expect(await until429(guess, 400)).toBe(300)
    expect((await guess()).body.detail).toContain('wrong keys')
    // Whoever came in before, from the same address, is not shut out by it.
    expect((await second.get('/api/accounts')).body.detail ?? 'heard').not.toContain('wrong keys')
  })
})
