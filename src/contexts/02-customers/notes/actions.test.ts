/** Are notes kept with those they are about, found by their words, and changed by their authors alone? */
import { describe, expect, it } from 'vitest'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { searchActions } from '#workspace/search/actions.ts'
import { accountsActions } from '../accounts/actions.ts'
import { peopleActions } from '../people/actions.ts'
import { notesActions } from './actions.ts'
import { notes } from './contract.ts'

const house = await freshHouse()
const write = (ws: TestWorkspace, body: string, more: object = {}) => ws.act((ctx) => notesActions.create(ctx, { body, ...more }))
const list = (ws: TestWorkspace, asked: object = {}) => ws.act((ctx) => notesActions.list(ctx, notes.list.takes.parse(asked)))

describe('notes', () => {
  it('stand the pinned first, then the latest, page by page', async () => {
    const ws = await house.makeWorkspace()
    for (const body of ['one', 'two', 'three', 'four']) await write(ws, body, { pinned: body === 'two' })
    const first = await list(ws, { limit: 3 })
    const second = await list(ws, { limit: 3, after: first.next ?? '' })
    expect([...first.rows, ...second.rows].map((n) => n.body)).toEqual(['two', 'four', 'three', 'one'])
    expect(second.next).toBeNull()
  })

  it('about a person stand with the account too, and name the members they mention', async () => {
    const ws = await house.makeWorkspace()
    const account = await ws.act((ctx) => accountsActions.create(ctx, { name: 'Harbour Line' }))
    const person = await ws.act((ctx) => peopleActions.create(ctx, { name: 'Dana Whitlock', accountId: account.id }))
    const note = await write(ws, '## Lunch\n@Olga please call', { personId: person.id })
    expect(note).toMatchObject({
      title: 'Lunch',
      accountName: 'Harbour Line',
      personName: 'Dana Whitlock',
      authorName: 'Olga Owner',
    })
    expect(note.mentions).toEqual([{ id: ws.memberId, name: 'Olga Owner' }])
    expect((await list(ws, { accountId: account.id })).rows.map((n) => n.id)).toEqual([note.id])
    const changed = await ws.act((ctx) => notesActions.change(ctx, { id: note.id, body: 'Nobody named' }))
    expect([changed.title, changed.mentionIds]).toEqual(['Nobody named', []])
  })

  it('are found by any word in them', async () => {
    const ws = await house.makeWorkspace()
    const note = await write(ws, 'First line\n\nShe dislikes the *marmalade* in the canteen.')
    const found = await ws.act((ctx) => searchActions.find(ctx, { words: 'marmal', limit: 5 }))
    expect(found.map((f) => [f.record, f.id, f.title])).toEqual([['notes', note.id, 'First line']])
    expect((await list(ws, { words: 'canteen' })).rows).toHaveLength(1)
  })

  it('are changed by their author or a manager, and pinned by anybody', async () => {
    const ws = await house.makeWorkspace()
    const note = await write(ws, 'Mine')
    const asOther = { actor: { role: 'member' as const, memberId: null } }
    const other = (given: object) => ws.act((ctx) => notesActions.change(ctx, { id: note.id, ...given }), asOther)
    await expect(other({ body: 'Yours' })).rejects.toMatchObject({ status: 403 })
    expect((await other({ pinned: true })).pinned).toBe(true)
    await expect(ws.act((ctx) => notesActions.remove(ctx, { id: note.id }), asOther)).rejects.toMatchObject({ status: 403 })
    await ws.act((ctx) => notesActions.remove(ctx, { id: note.id }))
    expect((await list(ws)).rows).toEqual([])
  })
})
