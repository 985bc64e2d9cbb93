/** What happens when somebody asks what changed while they looked elsewhere? */
import type { Actions } from '#foundation/contract/operation.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { live, Pointer } from './contract.ts'
import { readPosition, writePosition } from './rules/read-position.ts'
import { keptMs, liveChannel, noteLive, readableIds, rowsTouched, setsSince, type ToldSet, type TouchedRows } from './store.ts'

/** Before a page is connected it has loaded: what changed meanwhile is told too. */
const recentMs = 30_000
const mostSets = 500
/** More rows of one record in one change set are not named. */
const mostNamed = 100
/** Clocks of several processes may differ, and a change set is noted some time before it commits. */
const marginMs = 3_600_000

// What a change set touched never changes, and every stream asks the same: the last few are kept, before anybody's sight is applied.
const known = new Map<string, TouchedRows[]>()
async function touchedBy(ctx: Ctx, sets: readonly ToldSet[]): Promise<Map<string, TouchedRows[]>> {
  const key = (id: string) => `${ctx.actor.workspaceId} ${id}`
  const unknown = sets.filter(({ id }) => !known.has(key(id))).map(({ id }) => id)
  const rows = unknown.length ? await rowsTouched(ctx, unknown, mostNamed) : []
  const answer = new Map(sets.map(({ id }) => [id, known.get(key(id)) ?? rows.filter((one) => one.setId === id)]))
  for (const id of unknown) known.set(key(id), answer.get(id) ?? [])
  for (const old of known.size > 2_000 ? [...known.keys()].slice(0, known.size - 2_000) : []) known.delete(old)
  return answer
}

/** Which rows of a record the asker may be told by their ids. Private views and the keys of the house are only said to have changed. */
async function mayHear(ctx: Ctx, table: string, ids: readonly string[]): Promise<Set<string>> {
  const record = ctx.records.get(table)
  return !record || record.undo === 'never' || table === 'views' ? new Set() : readableIds(ctx, table, ids)
}

/** Of these rows those that the asker may hear of. */
export const hearable = (ctx: Ctx, object: string, id: string): Promise<boolean> =>
  mayHear(ctx, object, [id]).then((ids) => ids.has(id))

async function pointersOf(ctx: Ctx, sets: readonly ToldSet[]): Promise<Pointer[]> {
  const touched = await touchedBy(ctx, sets)
  const wanted = new Map<string, Set<string>>()
  for (const { record, ids } of [...touched.values()].flat())
    for (const id of ids) wanted.set(record, (wanted.get(record) ?? new Set()).add(id))
  const heard = new Map<string, Set<string>>()
  for (const [record, ids] of wanted) heard.set(record, await mayHear(ctx, record, [...ids]))
  return sets.flatMap((set) =>
    (touched.get(set.id) ?? []).flatMap(({ record, ids, count, removed }): Pointer[] => {
      const isMany = count > mostNamed
      const own = isMany ? [] : [...new Set(ids)].filter((id) => heard.get(record)?.has(id))
      const isKey = !ctx.records.get(record) || ctx.records.get(record)?.undo === 'never' || record === 'views'
      const more = isMany || removed || isKey
      // Rows out of the asker's sight leave no trace here; where none is named, nobody is either.
      const who = own.length ? { memberId: set.memberId, by: set.by } : { memberId: null, by: '' }
      return own.length || more ? [{ changeSetId: set.id, at: set.at, ...who, object: record, ids: own, more, many: isMany }] : []
    }),
  )
}

export const liveActions = {
  async since(ctx, { after }) {
    const position = after === undefined ? undefined : readPosition(after)
    const nowMs = Date.parse(ctx.now)
    const isLost = position === null || (position !== undefined && nowMs - position.atMs > keptMs - marginMs)
    const found = await setsSince(ctx, isLost ? null : (position?.xact ?? null), { recentMs, most: mostSets + 1 })
    // A position of another life of this database (a restored backup counts its transactions anew) says nothing here.
    const all = isLost || (position !== undefined && position.xact > found.high) || found.sets.length > mostSets
    return {
      position: writePosition({ xact: found.low, atMs: nowMs }),
      changes: all ? [] : await pointersOf(ctx, found.sets),
      all,
    }
  },
} satisfies Actions<typeof live, Ctx>

/** Notes a change set for the browsers that look on, in the transaction that made it. */
export const noteForLive = (ctx: Ctx, changeSetId: string): Promise<void> => noteLive(ctx, changeSetId)

export { liveChannel }
