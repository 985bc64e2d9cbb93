/** Are those seen who are there, and nobody else? */
import { expect, it } from 'vitest'
import { type Here, keepPresence, silentMs } from './keep-presence.ts'

const row = { workspaceId: 'w', object: 'accounts', rowId: 'r' }
const ana: Here = { ...row, memberId: 'ana', tab: '1', name: 'Ana', field: null, since: '2026-01-01T00:00:00Z' }

it('tells of coming, of another field and of leaving, and not of what is the same', () => {
  const kept = keepPresence()
  expect(kept.come(ana, 0)).toHaveLength(1)
  expect(kept.come(ana, 1_000)).toEqual([])
  expect(kept.come({ ...ana, field: 'Industry' }, 2_000)).toHaveLength(1)
  expect(kept.at(row, 3_000)).toMatchObject([{ name: 'Ana', field: 'Industry' }])
  expect(kept.come({ ...ana, rowId: 'other' }, 4_000).map(({ rowId }) => rowId)).toEqual(['r', 'other'])
  expect(kept.at(row, 4_000)).toEqual([])
  expect(kept.leave(ana)).toHaveLength(1)
  expect(kept.all()).toEqual([])
})

it('counts a member once, forgets who is silent, and never crosses workspaces', () => {
  const kept = keepPresence()
  kept.come({ ...ana, tab: '2', field: 'Name' }, 0)
  kept.come(ana, 10)
  kept.come({ ...ana, workspaceId: 'elsewhere', memberId: 'eve' }, 10)
  expect(kept.at(row, 20)).toMatchObject([{ memberId: 'ana', field: 'Name' }])
  expect(kept.at(row, silentMs + 20)).toEqual([])
  expect(kept.sweep(silentMs + 5)).toHaveLength(1)
})
