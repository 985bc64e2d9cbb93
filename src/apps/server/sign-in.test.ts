/** Does signing in work as people expect it, and not as guessers would like it? */
import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, it } from 'vitest'
import { sweepExpired } from '#foundation/platform/auth/sign-ins.ts'
import { parseMessage } from '#foundation/platform/mail/parse-message.ts'
import { freshServer, password } from '#test/server/with-server.ts'

const arrived: { to: string; text: string }[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    buffer(stream)
      .then((raw) => parseMessage(raw))
      .then((mail) => {
        arrived.push({ to: session.envelope.rcptTo.map((r) => r.address).join(), text: 'text' in mail ? mail.text : '' })
        done()
      }, done)
  },
})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
const smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`

const server = await freshServer({ smtpUrl, signInsPerMinute: 6 })
const owner = await server.firstRun()
const email = 'olga@vendor.example'
const signIn = (word: string, who = server.browser()) => who.post('/api/auth/sign-in/email', { email, password: word })
const forgetLimits = () => server.owner.query('delete from auth_rate_limit')

describe('signing up', () => {
  it('is closed: nobody makes a sign-in for themselves', async () => {
    const said = await server.browser().post('/api/auth/sign-up/email', { name: 'Eve', email: 'eve@evil.example', password })
    expect(said.status).toBe(404)
    await expect(
      server.auth.ask(({ api }) => api.signUpEmail({ body: { name: 'Eve', email: 'eve@evil.example', password } })),
    ).rejects.toThrow()
    expect((await server.owner.query('select 1 from auth_user')).rowCount).toBe(1)
  })
})

describe('signing in', () => {
  it('gives a session in a cookie that scripts cannot read, and signing out ends it', async () => {
    const person = server.browser()
    const said = await signIn(password, person)
    expect(said.status).toBe(200)
    expect(String(said.headers['set-cookie'])).toMatch(/^rapport\.session_token=.*HttpOnly; SameSite=Lax/)
    expect((await person.get('/api/me')).body.member.email).toBe(email)
    const stolen = person.cookies()
    expect((await person.post('/api/auth/sign-out')).status).toBe(200)
    const later = await server.app.inject({ url: '/api/me', headers: { host: 'localhost:4700', cookie: stolen } })
    expect(later.statusCode).toBe(401)
    await forgetLimits()
  })
  it('refuses a session with a forged signature, and one that is too old', async () => {
    const person = server.browser()
    await signIn(password, person)
    const token = decodeURIComponent(person.cookies().split('=')[1] ?? '').split('.')[0] ?? ''
    const forged = createHmac('sha256', 'another secret').update(token).digest('base64')
    const ask = (cookie: string) => server.app.inject({ url: '/api/me', headers: { host: 'localhost:4700', cookie } })
    expect((await ask(`rapport.session_token=${encodeURIComponent(`${token}.${forged}`)}`)).statusCode).toBe(401)
    expect((await ask(person.cookies())).statusCode).toBe(200)
    await server.owner.query("update auth_session set expires_at = now() - interval '1 second' where token = $1", [token])
    expect((await ask(person.cookies())).statusCode).toBe(401)
    await forgetLimits()
  })
  it('forgets what is over, and nothing else', async () => {
    await server.owner.query("update auth_session set expires_at = now() + interval '1 day' where true")
    await server.owner.query(
      `insert into auth_session (expires_at, token, user_id) select now() - interval '1 day', 'over', id from auth_user limit 1`,
    )
    await server.database.inTransaction((db) => sweepExpired(db, new Date().toISOString()))
    const left = await server.owner.query<{ token: string }>('select token from auth_session')
    expect(left.rows.map((r) => r.token)).not.toContain('over')
    expect(left.rowCount).toBeGreaterThan(0)
    expect((await owner.get('/api/me')).status).toBe(200)
  })
  it('says the same for a wrong password and an unknown address', async () => {
    const wrong = await signIn('not the password')
    const unknown = await server.browser().post('/api/auth/sign-in/email', { email: 'nobody@x.example', password })
    expect(wrong.status).toBe(401)
    expect(wrong.headers['content-type']).toContain('application/problem+json')
    expect(unknown.body).toEqual(wrong.body)
    await forgetLimits()
  })
  it('slows guessers down, whatever they claim to be', async () => {
    const said = []
    for (let i = 0; i < 8; i++)
      said.push(
        await server
          .browser()
          .ask(
            'POST',
            '/api/auth/sign-in/email',
            { email, password: `guess ${i}` },
            { 'x-forwarded-for': `9.9.9.${i}`, 'x-rapport-address': `8.8.8.${i}` },
          ),
      )
    expect(said.map((s) => s.status)).toEqual([401, 401, 401, 401, 401, 401, 429, 429])
    expect(Number(said.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    await forgetLimits()
  })
})

describe('a forgotten password', () => {
  it('is replaced by a link that comes by mail and works once; other sessions end', async () => {
    const elsewhere = server.browser()
    await signIn(password, elsewhere)
    const asked = await server.browser().post('/api/auth/request-password-reset', { email })
    expect(asked.status).toBe(200)
    const mail = arrived.at(-1)
    expect(mail?.to).toBe(email)
    const token = /\/reset#token=(\S+)/.exec(mail?.text ?? '')?.[1]
    expect(server.log.join('')).not.toContain(token)
    const kept = await server.owner.query('select v::text as row from auth_verification v')
    expect(JSON.stringify(kept.rows)).not.toContain(token)
    const choose = (newPassword: string) => server.browser().post('/api/auth/reset-password', { token, newPassword })
    expect((await choose('short')).body.detail).toBe('The password needs at least 10 characters.')
    expect((await choose('another long password')).status).toBe(200)
    expect((await choose('a third long password')).body.detail).toContain('used already')
    expect((await elsewhere.get('/api/me')).status).toBe(401)
    expect((await signIn(password)).status).toBe(401)
    await forgetLimits()
    expect((await signIn('another long password', owner)).status).toBe(200)
    const changed = await owner.post('/api/auth/change-password', {
      currentPassword: 'another long password',
      newPassword: password,
      revokeOtherSessions: true,
    })
    expect(changed.status).toBe(200)
    await forgetLimits()
  })
  it('does not tell whether an address is known', async () => {
    const before = arrived.length
    const known = await server.browser().post('/api/auth/request-password-reset', { email })
    const unknown = await server.browser().post('/api/auth/request-password-reset', { email: 'nobody@x.example' })
    expect(unknown.body).toEqual(known.body)
    expect(arrived.slice(before).map((m) => m.to)).toEqual([email])
    await forgetLimits()
  })
  it('without a mail server is replaced by a link that an owner makes; the log says so without the link', async () => {
    const quiet = await freshServer({
      post: (await import('#foundation/platform/mail/send-mail.ts')).openPost(undefined, 'x@y', () => {}),
    })
    const boss = await quiet.firstRun()
    const mia = await quiet.join(boss, { email: 'mia@vendor.example', role: 'member' })
    await quiet.browser().post('/api/auth/request-password-reset', { email: 'mia@vendor.example' })
    expect(quiet.log.join('')).toContain('rapport members reset-link')
    const id = (await mia.get('/api/me')).body.member.id
    expect((await mia.post(`/api/members/${id}/reset-link`)).status).toBe(403)
    const { link } = (await boss.post(`/api/members/${id}/reset-link`)).body
    const said = await quiet
      .browser()
      .post('/api/auth/reset-password', { token: link.split('#token=')[1], newPassword: 'chosen by a link' })
    expect(said.status).toBe(200)
    expect(
      (await quiet.browser().post('/api/auth/sign-in/email', { email: 'mia@vendor.example', password: 'chosen by a link' }))
        .status,
    ).toBe(200)
  })
})

/** The six digits of a moment (RFC 6238, SHA-1, 30 s). */
function totp(uri: string, atMs: number): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('the second factor', () => {
  it('is asked for after the password, and a backup code works once', async () => {
    await forgetLimits()
    expect((await signIn(password, owner)).status).toBe(200)
    const enabled = await owner.post('/api/auth/two-factor/enable', { password })
    expect(enabled.status).toBe(200)
    const { totpURI, backupCodes } = enabled.body
    const code = () => totp(totpURI, Date.now())
    expect((await owner.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBeGreaterThanOrEqual(400)
    expect((await owner.post('/api/auth/two-factor/verify-totp', { code: code() })).status).toBe(200)
    const kept = await server.owner.query('select t::text as row from auth_two_factor t')
    expect(kept.rows[0].row).not.toContain(backupCodes[0])
    await forgetLimits()
    const person = server.browser()
    expect((await signIn(password, person)).body).toMatchObject({ twoFactorRedirect: true })
    expect((await person.get('/api/me')).status).toBe(401)
    expect((await person.post('/api/auth/two-factor/verify-totp', { code: code() })).status).toBe(200)
    expect((await person.get('/api/me')).status).toBe(200)
    await forgetLimits()
    const tryBackup = async () => {
      const again = server.browser()
      await signIn(password, again)
      return (await again.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).status
    }
    expect(await tryBackup()).toBe(200)
    expect(await tryBackup()).toBe(401)
    await forgetLimits()
    expect((await person.post('/api/auth/two-factor/disable', { password })).status).toBe(200)
    expect((await signIn(password)).body.user.email).toBe(email)
  })
})
