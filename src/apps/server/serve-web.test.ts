/** Does everybody find the right door, and does a session in use stay good? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freshServer } from '#test/server/with-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-web-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Rapport</title>')
writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {}')
const server = await freshServer({ web: folder })
const doorOf = async (path: string, who = server.browser()) => {
  const said = await who.get(path)
  return said.status === 302 ? said.headers.location : said.status
}

describe('the doors', () => {
  it('lead everybody to the first run while there is no workspace, and to the sign-in page afterwards', async () => {
    expect([await doorOf('/'), await doorOf('/sign-in'), await doorOf('/welcome')]).toEqual(['/welcome', '/welcome', 200])
    const owner = await server.firstRun()
    expect([await doorOf('/'), await doorOf('/welcome'), await doorOf('/sign-in')]).toEqual(['/sign-in', '/sign-in', 200])
    expect(await doorOf('/accounts/1?tab=x')).toBe('/sign-in?to=%2Faccounts%2F1%3Ftab%3Dx')
    expect([await doorOf('/invite'), await doorOf('/reset')]).toEqual([200, 200])
    expect([await doorOf('/', owner), await doorOf('/accounts/1', owner)]).toEqual([200, 200])
  })
  it('prolong a session that is in use', async () => {
    const owner = server.browser()
    await owner.post('/api/auth/sign-in/email', { email: 'olga@vendor.example', password: 'a good long password' })
    const days = async () =>
      Number((await server.owner.query('select max(expires_at - now()) as left from auth_session')).rows[0]?.left?.days)
    await server.owner.query("update auth_session set expires_at = now() + interval '20 days'")
    const said = await owner.get('/')
    expect(String(said.headers['set-cookie'])).toContain('Max-Age=2592000')
    expect(await days()).toBeGreaterThanOrEqual(29)
  })
})

describe('the files', () => {
  it('are kept for ever by their hashed names, and the first page never', async () => {
    expect((await server.browser().get('/assets/main-abc.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await server.browser().get('/sign-in')).headers['cache-control']).toBe('no-cache')
    expect(await doorOf('/assets/gone.js')).toBe(404)
    expect(await doorOf('/../../package.json')).not.toBe(200)
    expect(await doorOf('/%2e%2e/%2e%2e/package.json')).not.toBe(200)
  })
})
