import { describe, expect, it } from 'vitest'
import { makeId } from '#foundation/kernel/id.ts'
import { sealPassword } from '#foundation/platform/auth/sign-ins.ts'
import { makeContext } from '#foundation/platform/make-context.ts'
import { freshServer, password } from '#test/server/with-server.ts'
import { openNewWorkspace } from '#workflows/open-new-workspace.ts'
import type { DemoDoor } from './mount-people.ts'

const visitor = { email: 'maud@demo.example', password: 'known to everybody' }

/** A demo world of one person and no story: the real one takes a minute to play. */
const demo: DemoDoor = {
  async open({ database, house }) {
    const workspaceId = makeId(house.clock(), house.random())
    const sealed = await sealPassword(visitor.password)
    await database.inWorkspace(workspaceId, (db) =>
      openNewWorkspace(
        makeContext(house, db, { workspaceId, memberId: null, userId: null, name: 'Maud', role: 'owner', via: 'system' }),
        { name: 'Demo', domains: [], currency: 'GBP', timeZone: 'UTC', isDemo: true },
        { name: 'Maud', ...visitor, sealed },
      ),
    )
    return visitor
  },
  visitor: async () => visitor,
}

describe('the demo world', async () => {
  const server = await freshServer({ demo, signInsPerMinute: 200 })

  it('is entered from an empty house, and entered again by who closed the window', async () => {
    expect((await server.browser().get('/api/first-run')).body).toEqual({ open: true, demo: true, isDemo: false })
    const first = server.browser()
    expect((await first.post('/api/first-run/demo')).status).toBe(200)
    expect((await first.get('/api/me')).body.member.email).toBe(visitor.email)
    expect((await server.browser().get('/api/first-run')).body).toEqual({ open: false, demo: true, isDemo: true })
    const again = server.browser()
    expect((await again.post('/api/first-run/demo')).status).toBe(200)
    expect((await again.get('/api/me')).body.workspace).toMatchObject({ name: 'Demo', isDemo: true })
  })
})

describe('any other house', async () => {
  const server = await freshServer({ demo, signInsPerMinute: 200 })

  it('lets nobody in without a password', async () => {
    await server.firstRun({ email: visitor.email, password })
    expect((await server.browser().get('/api/first-run')).body).toEqual({ open: false, demo: true, isDemo: false })
    expect((await server.browser().post('/api/first-run/demo')).status).toBe(409)
  })
})
