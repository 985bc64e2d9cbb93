/** Who gets in, by which door, and what happens when the door is closed? */
import { describe, expect, it } from 'vitest'
import { freshServer, password } from '#test/server/with-server.ts'

const server = await freshServer({ signInsPerMinute: 200 })
const owner = await server.firstRun()
const idOf = async (email: string): Promise<string> =>
  (await owner.get('/api/members')).body.find((m: { email: string }) => m.email === email)?.id
const secretIn = (link: string) => link.split('#token=')[1] ?? ''

describe('the first run', () => {
  it('opens one workspace with its owner and its stages, and is then closed', async () => {
    const me = (await owner.get('/api/me')).body
    expect(me).toMatchObject({
      member: { name: 'Olga', role: 'owner', email: 'olga@vendor.example' },
      workspace: { name: 'Vendor', domains: ['vendor.example'], isDemo: false },
      workspaces: [{ name: 'Vendor' }],
    })
    const stages = await server.owner.query<{ kind: string }>('select distinct kind from stages order by kind')
    expect(stages.rows.map((r) => r.kind)).toEqual(['lost', 'open', 'won'])
    expect(server.announced.filter((d) => d.event === 'workspace.opened')).toHaveLength(1)
    const late = await server
      .browser()
      .post('/api/first-run', { workspaceName: 'Two', name: 'Eve', email: 'eve@x.example', password })
    expect(late.status).toBe(409)
    expect((await server.browser().get('/api/first-run')).body).toEqual({ open: false, demo: false, isDemo: false })
  })
})

describe('invites', () => {
  it('let in one person once, in the role given', async () => {
    const invited = await owner.post('/api/invites', { email: 'Mia@vendor.example', name: 'Mia', role: 'manager' })
    expect(invited.body).toMatchObject({ mailed: true, invite: { email: 'mia@vendor.example', role: 'manager' } })
    expect(JSON.stringify(invited.body.invite)).not.toContain('ecretHash')
    const mail = server.mails.at(-1)
    expect(mail?.to).toBe('mia@vendor.example')
    expect(mail?.text).toContain(invited.body.link)
    const token = secretIn(invited.body.link)
    const guest = server.browser()
    expect((await guest.post('/api/invites/look', { token })).body).toEqual({
      workspaceName: 'Vendor',
      email: 'mia@vendor.example',
      name: 'Mia',
      known: false,
    })
    expect((await guest.post('/api/invites/accept', { token, name: 'Mia', password: 'short' })).body.errors).toEqual([
      { path: 'password', message: 'needs at least 10 characters' },
    ])
    expect((await guest.post('/api/invites/accept', { token, name: 'Mia M', password })).status).toBe(200)
    expect((await guest.get('/api/me')).body.member).toMatchObject({ name: 'Mia M', role: 'manager' })
    expect((await server.browser().post('/api/invites/accept', { token, name: 'Eve', password })).status).toBe(409)
    expect((await guest.post('/api/invites', { email: 'x@vendor.example', name: null, role: 'owner' })).status).toBe(409)
  })
  it('are gone when taken back, and a new one replaces the old', async () => {
    const first = await owner.post('/api/invites', { email: 'leo@vendor.example', name: null, role: 'member' })
    const second = await owner.post('/api/invites', { email: 'leo@vendor.example', name: null, role: 'member' })
    const accept = (link: string) =>
      server.browser().post('/api/invites/accept', { token: secretIn(link), name: 'Leo', password })
    expect((await accept(first.body.link)).status).toBe(409)
    await owner.remove(`/api/invites/${second.body.invite.id}`)
    expect((await accept(second.body.link)).body.detail).toContain('taken back')
    expect((await owner.get('/api/invites')).body).toEqual([])
  })
  it('keep only a hash of their secret, also in the history', async () => {
    const { body } = await owner.post('/api/invites', { email: 'kim@vendor.example', name: null, role: 'member' })
    const everything = await server.owner.query(
      "select (select string_agg(i::text, '') from invites i) || (select string_agg(c::text, '') from changes c) as all",
    )
    expect(everything.rows[0].all).not.toContain(secretIn(body.link))
    await owner.remove(`/api/invites/${body.invite.id}`)
  })
})

describe('roles', () => {
  it('refuse what lies above them, with the reason', async () => {
    const member = await server.join(owner, { email: 'max@vendor.example', role: 'member' })
    const refused = await member.put(`/api/members/${await idOf('olga@vendor.example')}/role`, { role: 'member' })
    expect(refused.status).toBe(403)
    expect(refused.body.detail).toBe('Only an owner may do this; here you are a member.')
    expect((await member.get('/api/invites')).status).toBe(403)
    expect((await member.patch('/api/workspace', { name: 'Mine' })).status).toBe(403)
  })
  it('never lose the last owner, also when two step back at once', async () => {
    const olga = await idOf('olga@vendor.example')
    expect((await owner.put(`/api/members/${olga}/role`, { role: 'member' })).body.detail).toContain('last owner')
    const second = await server.join(owner, { email: 'ova@vendor.example', role: 'owner' })
    const ova = await idOf('ova@vendor.example')
    const both = await Promise.all([
      owner.put(`/api/members/${ova}/role`, { role: 'member' }),
      second.put(`/api/members/${olga}/role`, { role: 'member' }),
    ])
    expect(both.map((s) => s.status).sort()[0]).toBe(200)
    const left = await server.owner.query("select email from members where role = 'owner' and deactivated_at is null")
    expect(left.rowCount).toBe(1)
    await server.owner.query("update members set role = 'owner' where email = 'olga@vendor.example'")
    await server.owner.query("update members set role = 'member' where email = 'ova@vendor.example'")
  })
  it('cannot be won back by taking a change back', async () => {
    const rita = await server.join(owner, { email: 'rita@vendor.example', role: 'manager' })
    await owner.put(`/api/members/${await idOf('rita@vendor.example')}/role`, { role: 'member' })
    await owner.put(`/api/members/${await idOf('rita@vendor.example')}/role`, { role: 'manager' })
    const sets = (await rita.get('/api/changes')).body.rows as { id: string; reason: string }[]
    const set = sets.find((s) => s.reason === 'Made rita member')
    expect((await rita.post(`/api/changes/${set?.id}/undo`)).status).toBe(409)
  })
})

describe('leaving', () => {
  it('ends sessions and tokens at once, and an invite opens the door again', async () => {
    const guest = await server.join(owner, { email: 'tom@vendor.example', role: 'member' })
    const token = (await guest.post('/api/tokens', { name: 'sync' })).body.secret
    expect((await server.bearer(token).get('/api/me')).status).toBe(200)
    const id = await idOf('tom@vendor.example')
    const left = await owner.put(`/api/members/${id}/departure`)
    expect(left.body.deactivatedAt).not.toBeNull()
    expect((await guest.get('/api/me')).status).toBe(401)
    expect((await server.bearer(token).get('/api/me')).status).toBe(401)
    expect((await owner.put(`/api/members/${id}/departure`)).status).toBe(409)
    const again = await guest.post('/api/auth/sign-in/email', { email: 'tom@vendor.example', password })
    expect(again.status).toBe(200)
    expect((await guest.get('/api/me')).status).toBe(403)
    const invited = await owner.post('/api/invites', { email: 'tom@vendor.example', name: null, role: 'manager' })
    const wrong = await server
      .browser()
      .post('/api/invites/accept', { token: secretIn(invited.body.link), name: 'Tom', password: 'not the old one' })
    expect(wrong.status).toBe(422)
    const back = server.browser()
    expect((await back.post('/api/invites/accept', { token: secretIn(invited.body.link), name: 'Tom', password })).status).toBe(
      200,
    )
    expect((await back.get('/api/me')).body.member).toMatchObject({ id, role: 'manager', deactivatedAt: null })
    expect((await server.bearer(token).get('/api/me')).status).toBe(401)
  })
})

describe('tokens', () => {
  it('are shown once, kept as a hash, noted when used, and end when taken back', async () => {
    const made = (await owner.post('/api/tokens', { name: 'Nightly' })).body
    expect(made.secret).toMatch(/^rap_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$/)
    const kept = await server.owner.query('select t::text as row from api_tokens t where id = $1', [made.token.id])
    expect(kept.rows[0].row).not.toContain(made.secret.slice(-20))
    const program = server.bearer(made.secret)
    expect((await program.get('/api/me')).body.member.name).toBe('Olga')
    const used = (await owner.get('/api/tokens')).body.find((t: { id: string }) => t.id === made.token.id)
    expect(used.lastUsedAt).not.toBeNull()
    expect(used.lastFour).toBe(made.secret.slice(-4))
    const swapped = made.secret.replace(/.$/, (c: string) => (c === 'A' ? 'B' : 'A'))
    expect((await server.bearer(swapped).get('/api/me')).status).toBe(401)
    await owner.remove(`/api/tokens/${made.token.id}`)
    expect((await program.get('/api/me')).status).toBe(401)
  })
  it('end at their moment', async () => {
    const made = (await owner.post('/api/tokens', { name: 'Short', expiresAt: new Date(Date.now() + 60_000).toISOString() })).body
    await server.owner.query("update api_tokens set expires_at = now() - interval '1 second' where id = $1", [made.token.id])
    expect((await server.bearer(made.secret).get('/api/me')).status).toBe(401)
    expect((await owner.post('/api/tokens', { name: 'Past', expiresAt: '2020-01-01T00:00:00Z' })).body.errors[0].path).toBe(
      'expiresAt',
    )
  })
  it('of others are nobody’s business, except an owner takes them back', async () => {
    const one = await server.join(owner, { email: 'one@vendor.example', role: 'member' })
    const two = await server.join(owner, { email: 'two@vendor.example', role: 'member' })
    const { token } = (await one.post('/api/tokens', { name: 'Mine' })).body
    expect((await two.get('/api/tokens')).body).toEqual([])
    expect((await two.remove(`/api/tokens/${token.id}`)).status).toBe(404)
    expect((await owner.remove(`/api/tokens/${token.id}`)).body.revokedAt).not.toBeNull()
  })
})

describe('the workspace and oneself', () => {
  it('are renamed everywhere they are shown', async () => {
    const renamed = await owner.patch('/api/workspace', { name: 'Vendor Ltd', timeZone: 'Europe/Berlin' })
    expect(renamed.body).toMatchObject({ name: 'Vendor Ltd', timeZone: 'Europe/Berlin', currency: 'EUR' })
    expect((await owner.get('/api/me')).body.workspaces).toMatchObject([{ name: 'Vendor Ltd' }])
    expect((await owner.patch('/api/workspace', { timeZone: 'Mars/Olympus' })).body.errors).toEqual([
      { path: 'timeZone', message: 'is not known' },
    ])
    expect((await owner.patch('/api/me', { title: 'Founder' })).body).toMatchObject({ name: 'Olga', title: 'Founder' })
  })
})
