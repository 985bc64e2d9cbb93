/** Does every browser hear what others do, on any process, after any break, and nobody else? */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { accountDraft } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { create } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { openLog } from '#foundation/platform/http/write-log.ts'
import { makeContext } from '#foundation/platform/make-context.ts'
import { type Line, openLine } from '#test/server/open-line.ts'
import { type Asker, freshServer, publicUrl } from '#test/server/with-server.ts'
import { buildServer } from './build-server.ts'

const secret = randomBytes(32).toString('hex')
const server = await freshServer({ secret, liveBeatMs: 400 })
const dataFolder = mkdtempSync(join(tmpdir(), 'rapport-second-'))
// Another process of the same installation: nothing in common but the database and the secret.
const second = await buildServer({
  database: server.database,
  listen: server.access.program,
  dataFolder,
  publicUrl,
  secret,
  operatorToken: 'opr_none',
  log: openLog('silent'),
  liveBeatMs: 60_000,
})
const [one, two] = await Promise.all([server.app, second.app].map((app) => app.listen({ host: '127.0.0.1', port: 0 })))
const olga = await server.firstRun()
const bo = await server.join(olga, { email: 'bo@vendor.example', role: 'member' })
/** One transaction of the owner's, past the HTTP side. */
const actAsOlga = async <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const { workspace, member } = (await olga.get('/api/me')).body
  const actor = { workspaceId: workspace.id, memberId: member.id, userId: null, name: 'Olga', role: 'owner', via: 'web' } as const
  return server.database.inWorkspace(workspace.id, (db) => run(makeContext(server.house, db, actor)))
}
const lines: Line[] = []
afterAll(async () => {
  for (const line of lines) line.close()
  await second.app.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const listen = async (at: string | undefined, asker: Asker, after?: string) => {
  const line = await openLine(at ?? '', { cookie: asker.cookies(), host: 'localhost:4700' }, after)
  lines.push(line)
  if (line.status === 200) await soon(() => line.told.length).toBeGreaterThan(0)
  return line
}
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000, interval: 20 })
const add = async (asker: Asker, name: string): Promise<string> => (await asker.post('/api/accounts', { name })).body.id
const heard = (line: Line, id: string) => line.pointers().some(({ ids }) => ids.includes(id))

describe('a line', () => {
  it('tells what others do by pointers alone, at once and on every process', async () => {
    const [near, far] = [await listen(one, bo), await listen(two, bo)]
    expect(near.headers.get('content-type')).toContain('text/event-stream')
    expect(near.headers.get('content-encoding')).toBeNull()
    expect(near.headers.get('content-security-policy')).toContain("default-src 'none'")
    const id = await add(olga, 'Arven Mills')
    for (const line of [near, far]) {
      await soon(() => heard(line, id)).toBe(true)
      expect(line.pointers().find(({ ids }) => ids.includes(id))).toMatchObject({ object: 'accounts', by: 'Olga', more: false })
      expect(JSON.stringify(line.told)).not.toContain('Arven')
    }
  })

  it('goes on after a break where it stopped, and misses nothing that commits late', async () => {
    const before = await listen(one, bo)
    await add(olga, 'Heard')
    const position = before.told.at(-1)?.id
    before.close()
    const missed = await add(olga, 'While away')
    // A write that began before the break and commits after the reader has come back once.
    let late = ''
    let commit = () => {}
    let wrote = () => {}
    const written = new Promise<void>((done) => {
      wrote = done
    })
    const slow = actAsOlga(async (ctx) => {
      const saved = await ctx.save({
        why: 'slowly',
        changes: [create(Account, accountDraft({ name: 'Late' }))],
      })
      late = saved.ids[0] ?? ''
      wrote()
      await new Promise<void>((done) => {
        commit = done
      })
    })
    await written
    const overtaking = await add(olga, 'Overtaking')
    const first = await listen(two, bo, position)
    await soon(() => heard(first, missed) && heard(first, overtaking)).toBe(true)
    expect(heard(first, late)).toBe(false)
    const then = first.told.at(-1)?.id
    first.close()
    commit()
    await slow
    const again = await listen(two, bo, then)
    await soon(() => heard(again, late)).toBe(true)
  })

  it('says of very many rows only that there were many', async () => {
    const line = await listen(one, bo)
    const changes = Array.from({ length: 400 }, (_, n) => create(Account, accountDraft({ name: `Bulk ${n}` })))
    await actAsOlga((ctx) => ctx.save({ why: 'many', changes }))
    await soon(() => line.pointers().some(({ object, ids, more }) => object === 'accounts' && more && ids.length === 0)).toBe(
      true,
    )
    expect(JSON.stringify(line.told).length).toBeLessThan(20_000)
  })

  it('is silent towards another workspace', async () => {
    const stranger = await server.owner.query<{ id: string }>('select gen_random_uuid() as id')
    const elsewhere = stranger.rows[0]?.id ?? ''
    await server.owner.query(
      `insert into workspaces (workspace_id, id, created_at, updated_at, name, domains, currency, time_zone, is_demo) values ($1, $1, now(), now(), 'Other', '[]', 'EUR', 'UTC', false)`,
      [elsewhere],
    )
    const line = await listen(one, bo)
    const actor = { workspaceId: elsewhere, memberId: null, userId: null, name: 'Stranger', role: 'owner', via: 'web' } as const
    const saved = await server.database.inWorkspace(elsewhere, (db) =>
      makeContext(server.house, db, actor).save({
        why: 'elsewhere',
        changes: [create(Account, accountDraft({ name: 'Hidden' }))],
      }),
    )
    // What happens here afterwards is heard, so what happened there before would have been.
    const id = await add(olga, 'Here')
    await soon(() => heard(line, id)).toBe(true)
    expect(JSON.stringify(line.told)).not.toContain(saved.ids[0])
    expect(JSON.stringify(line.told)).not.toContain('Stranger')
  })

  it('does not name rows of a private view, and only says that rows are gone', async () => {
    const line = await listen(one, bo)
    const view = (await olga.post('/api/views', { object: 'accounts', name: 'Only mine' })).body.id
    const gone = await add(olga, 'Soon gone')
    await soon(() => heard(line, gone)).toBe(true)
    const told = line.told.length
    await olga.remove(`/api/accounts/${gone}`)
    await soon(() => JSON.stringify(line.told.slice(told)).includes('"more":true')).toBe(true)
    expect(JSON.stringify(line.told)).not.toContain(view)
    expect(JSON.stringify(line.told.slice(told))).not.toContain(gone)
  })

  it('shares who is at a row between processes, with who may read it alone', async () => {
    const id = await add(olga, 'Where they meet')
    const line = await listen(two, bo)
    const here = (asker: Asker, at: string | undefined, method: string, query = '', body?: object) =>
      fetch(`${at}/api/live/here${query}`, {
        method,
        headers: {
          cookie: asker.cookies(),
          host: 'localhost:4700',
          origin: publicUrl,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const tab = '0198f2c4-7000-4000-8000-000000000001'
    const row = { object: 'accounts', id }
    expect(await (await here(olga, one, 'PUT', '', { ...row, tab, field: 'Industry' })).json()).toEqual({ others: [] })
    await soon(() => line.told.some(({ event, data }) => event === 'here' && data.id === id)).toBe(true)
    const seen = async (asker: Asker, at: string | undefined) =>
      (await (await here(asker, at, 'GET', `?object=accounts&id=${id}`)).json()).others
    expect(await seen(bo, two)).toMatchObject([{ name: 'Olga', field: 'Industry' }])
    expect(await seen(olga, two)).toEqual([])
    // A row that is not there for the asker is not told of, and nobody can be said to be at it.
    const strange = { object: 'accounts', id: '0198f2c4-7000-4000-8000-00000000000f', tab }
    expect((await here(bo, one, 'PUT', '', strange)).status).toBe(404)
    expect((await here(olga, one, 'DELETE', `?tab=${tab}`)).status).toBe(204)
    await soon(async () => (await seen(bo, two)).length).toBe(0)
  })

  it('ends when the listener signs out or is shut out, and lets a member open only so many', async () => {
    const eva = await server.join(olga, { email: 'eva@vendor.example', role: 'member' })
    const line = await listen(one, eva)
    await eva.post('/api/auth/sign-out')
    await line.ended
    expect(line.told.at(-1)?.event).toBe('end')
    const ivo = await server.join(olga, { email: 'ivo@vendor.example', role: 'member' })
    const many = []
    for (let n = 0; n < 12; n++) many.push(await listen(one, ivo))
    const refused = await listen(one, ivo)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
    const who = (await ivo.get('/api/me')).body.member.id
    await olga.put(`/api/members/${who}/departure`)
    await Promise.all(many.map(({ ended }) => ended))
    expect((await listen(one, ivo)).status).toBe(401)
  })

  it('opens with a token that has the scope, and with no other', async () => {
    const { secret: may } = (await olga.post('/api/tokens', { name: 'ears', scopes: ['live:read'] })).body
    const { secret: mayNot } = (await olga.post('/api/tokens', { name: 'none', scopes: ['accounts:read'] })).body
    const open = (token: string) => openLine(one ?? '', { authorization: `Bearer ${token}`, host: 'localhost:4700' })
    const [line, refused] = [await open(may), await open(mayNot)]
    lines.push(line, refused)
    expect([line.status, refused.status]).toEqual([200, 403])
    expect((await server.bearer(may).get('/api/live/changes')).body.changes.length).toBeGreaterThan(0)
    expect((await server.bearer(may).get('/api/live/changes?after=zzz')).body).toMatchObject({ all: true, changes: [] })
  })

  it('does not keep the server from closing', async () => {
    const line = await listen(two, bo)
    await second.app.close()
    await line.ended
  })
})
