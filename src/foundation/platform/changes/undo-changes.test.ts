/** Does taking a change set back bring the exact former rows, or say what stands in the way? */
import { describe, expect, it } from 'vitest'
import { accountDraft } from '#customers/accounts/actions.ts'
import { Account } from '#customers/accounts/contract.ts'
import { personDraft } from '#customers/people/actions.ts'
import { Person } from '#customers/people/contract.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { change, create, type PlannedChange, remove } from './plan-changes.ts'
import { undoChangeSet } from './undo-changes.ts'

const house = await freshHouse()
/** Every account, person and search entry of the workspace, but for the moment of the last change. */
const picture = async (ws: TestWorkspace) => {
  const all = await Promise.all(
    ['accounts', 'people', 'search_entries'].map((t) =>
      house.owner.query(`select * from ${t} where workspace_id = $1 order by id`, [ws.id]),
    ),
  )
  return all.map((found) => found.rows.map(({ updated_at: _, ...row }) => (isEntry(row) ? { ...row, created_at: null } : row)))
}
const isEntry = (row: object) => 'words' in row
const save = async (ws: TestWorkspace, why: string, ...changes: PlannedChange[]) => {
  const saved = await ws.act((ctx) => ctx.save({ why, changes }))
  return { ids: saved.ids, set: saved.changeSetId ?? '' }
}
const undo = (ws: TestWorkspace, set: string, how: 'refuse' | 'leave' = 'refuse') => ws.act((ctx) => undoChangeSet(ctx, set, how))

async function aWorld() {
  const ws = await house.makeWorkspace()
  const made = await save(ws, 'Begin', create(Account, accountDraft({ name: 'Acme', domain: 'acme.example', employeeCount: 12 })))
  const accountId = made.ids[0] ?? ''
  const people = await save(ws, 'Met Ana', create(Person, personDraft({ name: 'Ana', email: 'ana@acme.example', accountId })))
  return { ws, accountId, made, people, personId: people.ids[0] ?? '' }
}

describe('taking back', () => {
  it('brings back what was changed, removed and not there, exactly, and taking that back brings it again', async () => {
    const { ws, accountId, personId } = await aWorld()
    const before = await picture(ws)
    const mixed = await save(
      ws,
      'Much at once',
      create(Account, accountDraft({ name: 'New' })),
      change(Account, accountId, { name: 'Acme Ltd', employeeCount: null, note: 'x' }),
      change(Account, accountId, { name: 'Acme Limited' }),
      remove(Person, personId),
    )
    const after = await picture(ws)
    const undone = await undo(ws, mixed.set)
    expect(undone).toMatchObject({ rows: 4, left: [] })
    expect(await picture(ws)).toEqual(before)
    await undo(ws, undone.changeSetId ?? '')
    expect(await picture(ws)).toEqual(after)
  })

  it('is refused a second time, and for a change nobody made', async () => {
    const { ws, people } = await aWorld()
    await undo(ws, people.set)
    await expect(undo(ws, people.set)).rejects.toMatchObject({ status: 409, message: 'This change was taken back already.' })
    await expect(undo(ws, ws.id)).rejects.toMatchObject({ status: 404 })
    const other = await house.makeWorkspace()
    await expect(undo(other, people.set)).rejects.toMatchObject({ status: 404 })
  })

  it('may be done again after it was itself taken back', async () => {
    const { ws, people } = await aWorld()
    const whole = await picture(ws)
    const first = await undo(ws, people.set)
    const without = await picture(ws)
    await undo(ws, first.changeSetId ?? '')
    expect(await picture(ws)).toEqual(whole)
    await undo(ws, people.set)
    expect(await picture(ws)).toEqual(without)
  })

  it('names the later change that stands in the way, and leaves all as it was', async () => {
    const { ws, accountId } = await aWorld()
    const first = await save(ws, 'Renamed it', change(Account, accountId, { name: 'Two' }))
    const later = await save(ws, 'Renamed again', change(Account, accountId, { name: 'Three' }))
    const before = await picture(ws)
    await expect(undo(ws, first.set)).rejects.toMatchObject({
      status: 409,
      message: expect.stringMatching(new RegExp(`“Renamed again” by Olga Owner on .* \\(change ${later.set}\\)`)),
    })
    expect(await picture(ws)).toEqual(before)
    await undo(ws, later.set)
    await undo(ws, first.set)
    expect((await picture(ws))[0]?.[0]).toMatchObject({ name: 'Acme' })
  })

  it('does not mind a later change of other fields', async () => {
    const { ws, accountId } = await aWorld()
    const first = await save(ws, 'Renamed', change(Account, accountId, { name: 'Two' }))
    await save(ws, 'Noted', change(Account, accountId, { note: 'kept' }))
    await undo(ws, first.set)
    expect((await picture(ws))[0]?.[0]).toMatchObject({ name: 'Acme', note: 'kept' })
  })

  it('is refused while a later row refers to one it would remove', async () => {
    const { ws, made } = await aWorld()
    await expect(undo(ws, made.set)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('“Met Ana”') })
  })

  it('is refused, in plain words, when its key was taken since', async () => {
    const { ws, accountId } = await aWorld()
    const freed = await save(ws, 'Freed the domain', change(Account, accountId, { domain: null }))
    await save(ws, 'Took the domain', create(Account, accountDraft({ name: 'Other', domain: 'acme.example' })))
    await expect(undo(ws, freed.set)).rejects.toMatchObject({ status: 409 })
    const left = await undo(ws, freed.set, 'leave')
    expect(left.left).toMatchObject([{ record: 'accounts', rowId: accountId }])
  })
})

describe('leaving what cannot go', () => {
  it('takes back the rest, and names each row that stays with why', async () => {
    const ws = await house.makeWorkspace()
    const rows = ['Kept by change', 'Kept by reference', 'Goes', 'Gone already'].map((name) =>
      create(Account, accountDraft({ name })),
    )
    const made = await save(ws, 'Imported', ...rows)
    const [changed = '', referred = '', , gone = ''] = made.ids
    await save(ws, 'Corrected', change(Account, changed, { name: 'Corrected' }))
    await save(ws, 'Hired', create(Person, personDraft({ name: 'Ana', accountId: referred })))
    await save(ws, 'Cleaned', remove(Account, gone))
    const undone = await undo(ws, made.set, 'leave')
    expect(undone.left).toEqual(
      [
        { record: 'accounts', rowId: referred, why: expect.stringContaining('“Hired”') },
        { record: 'accounts', rowId: changed, why: expect.stringContaining('“Corrected”') },
      ].sort((a, b) => undone.left.findIndex((l) => l.rowId === a.rowId) - undone.left.findIndex((l) => l.rowId === b.rowId)),
    )
    expect(undone.rows).toBe(1)
    expect((await picture(ws))[0]?.map((r) => r.name)).toEqual(['Corrected', 'Kept by reference'])
  })

  it('takes back 5,000 rows in one transaction', async () => {
    const ws = await house.makeWorkspace()
    const rows = Array.from({ length: 5000 }, (_, i) => create(Account, accountDraft({ name: `Account ${i}` })))
    const made = await save(ws, 'Imported', ...rows)
    const undone = await undo(ws, made.set, 'leave')
    expect(undone).toMatchObject({ rows: 5000, left: [] })
    expect((await picture(ws))[0]).toEqual([])
  }, 60_000)
})
