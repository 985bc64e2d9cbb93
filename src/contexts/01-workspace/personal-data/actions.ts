/** What happens when an erasure is asked for, goes on, is reported, or is looked up? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { erasureKey, hashMark, type Mark, noteErasure, openErased } from '#foundation/platform/erasure-list.ts'
import { Erasure, ErasureAsked, type personalData } from './contract.ts'
import * as store from './store.ts'

export type { ErasureRow, Held, TextTable } from './store.ts'

const show = async (ctx: Ctx, rows: store.ErasureRow[]) => {
  const names = rows.length ? await store.memberNames(ctx) : new Map<string, string>()
  return rows.map(({ hashes: _, work: __, ...row }) => ({ ...row, askedByName: names.get(row.askedById ?? '') ?? null }))
}

/** Reading reports; erasing itself reaches into all contexts and is composed in a workflow. */
export const erasureActions = {
  async erasures(ctx, { limit, after }) {
    const [before] = after ? readCursor(after, 1) : [null]
    const rows = await store.listErasures(ctx, before === null ? null : String(before), limit + 1)
    const page = pageFrom(rows, limit, (row) => writeCursor(row.id))
    return { ...page, rows: await show(ctx, page.rows) }
  },
  async erasure(ctx, { id }) {
    const row = await store.erasureById(ctx, id)
    const [shown] = row ? await show(ctx, [row]) : []
    if (!shown) throw notFound('erasure')
    return shown
  },
} satisfies Pick<Actions<typeof personalData, Ctx>, 'erasures' | 'erasure'>

export interface Subject {
  id: string
  name: string
  email: string | null
  phone: string | null
  externalId: string | null
}
const marksOf = ({ email, phone, externalId }: Omit<Subject, 'id' | 'name'>, emails: readonly string[]): Mark[] => [
  ...[...new Set([...(email ? [email] : []), ...emails].map((one) => one.toLowerCase()))].map((one) => ({ email: one })),
  ...(phone && phone.replace(/\D/g, '').length >= 6 ? [{ phone }] : []),
  ...(externalId ? [{ externalId }] : []),
]

/** Begins an erasure, or begins it again when the person is here again; its list is written first, so that nothing comes in meanwhile. */
export async function beginErasure(ctx: Ctx, subject: Subject, emails: readonly string[]): Promise<string> {
  const key = await erasureKey(ctx.files)
  const hashes = marksOf(subject, emails).map((mark) => hashMark(key, mark))
  const there = await store.erasureOfPerson(ctx, subject.id)
  const begun = { state: 'running' as const, stage: 'texts' as const, work: {}, problem: null, finishedAt: null }
  const all = [...new Set([...(there?.hashes ?? []), ...hashes])]
  const row = { ...begun, personId: subject.id, hashes: all, erased: [], kept: [], askedById: ctx.actor.memberId }
  const saved = await ctx.save({
    why: 'Erasure',
    changes: [there ? change(Erasure, there.id, { ...begun, hashes: all }) : create(Erasure, row)],
  })
  await noteErasure(ctx.files, { workspaceId: ctx.actor.workspaceId, personId: subject.id, hashes: all })
  const id = saved.ids[0] ?? there?.id ?? ''
  await ctx.announce(ErasureAsked, { erasureId: id })
  return id
}

/** Asks again for erasures that the last run of the program did not finish; going on twice does nothing twice. */
export async function resumeErasures(ctx: Ctx): Promise<void> {
  for (const { id } of await store.unfinishedErasures(ctx)) await ctx.announce(ErasureAsked, { erasureId: id })
}

/** The erasure for its runner: held until the transaction ends, and null when it is finished. */
export async function holdErasure(ctx: Ctx, id: string): Promise<store.ErasureRow | null> {
  const row = await store.lockErasure(ctx, id)
  return row?.state === 'running' ? row : null
}

export const moveErasure = (ctx: Ctx, id: string, set: Partial<store.ErasureRow>) =>
  ctx.save({ why: 'Erasure', changes: [change(Erasure, id, set)] })

/** Who among the people here was erased before: by their id, or under one of their marks. */
export async function findReturned(ctx: Ctx, erased: readonly { personId: string }[]): Promise<string[]> {
  const isErased = await openErased(ctx.files, ctx.actor.workspaceId)
  const ids = new Set(erased.map((one) => one.personId))
  const people = await store.allAddresses(ctx)
  return people.filter((one) => ids.has(one.id) || (isErased && marksOf(one, []).some(isErased))).map((one) => one.id)
}

/** Whether somebody under one of these marks was erased here; null when nobody ever was. */
export const whoWasErased = (ctx: Ctx): Promise<((mark: Mark) => boolean) | null> => openErased(ctx.files, ctx.actor.workspaceId)

export const isBeingErased = async (ctx: Ctx, personId: string): Promise<boolean> =>
  (await store.erasureOfPerson(ctx, personId))?.state === 'running'

/** What the erasure and the export read and write of any table. */
export const anyTable = {
  textTables: store.textTables,
  readTexts: store.readTexts,
  writeTexts: store.writeTexts,
  wholeRows: store.wholeRows,
  pastOf: store.pastOf,
  heldFiles: store.heldFiles,
  deleteSources: store.deleteSources,
  findObstacles: store.findObstacles,
}
/** Takes the labels off ledger lines of rows that are gone; answers the imports. */
export const forgetLabels = (ctx: Ctx, rowIds: string[]): Promise<string[]> => store.forgetLedger(ctx, rowIds)
