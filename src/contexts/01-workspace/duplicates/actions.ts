/** What happens when people ask for possible duplicates, judge them, merge them, or undo that? */
import type { z } from 'zod'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { change } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { matchDraft, matchRows, namesBehind, weighTwo } from './actions-match.ts'
import { countReferences, mergeRows, unmergeRows } from './actions-merge.ts'
import { DuplicatePair, DuplicatesSought, type duplicates } from './contract.ts'
import type { DescribeKind } from './rules/describe-kind.ts'
import { mayJudgePair } from './rules/may-judge-pair.ts'
import { idsAfter, listPairs, mergesInto, namesOf, type PairRow, pairById, pairsOfRows, rowsOf } from './store.ts'

export type Described = Readonly<Record<string, DescribeKind>>

const weekMs = 7 * 86_400_000
const mostLike = 3
const rowsAtOnce = 500

async function needPair(ctx: Ctx, id: string): Promise<PairRow> {
  const pair = await pairById(ctx, id)
  if (!pair) throw notFound('possible duplicate')
  return pair
}

async function judge(ctx: Ctx, id: string, why: string, set: Partial<PairRow>): Promise<PairRow> {
  demand(mayJudgePair((await needPair(ctx, id)).state))
  await ctx.save({ why, changes: [change(DuplicatePair, id, set)] })
  return needPair(ctx, id)
}

/** The operations, for the records that are described. */
export function openDuplicates(described: Described) {
  const kindOf = (table: string): DescribeKind => {
    const kind = described[table]
    if (kind) return kind
    const names = Object.keys(described).join(', ')
    throw new Problem(422, `Only these are compared: ${names}.`, [{ path: 'record', message: `one of ${names}` }])
  }
  const named = async (ctx: Ctx, pairs: readonly PairRow[]) => {
    const names = new Map<string, string>()
    for (const [table, { record }] of Object.entries(described)) {
      const ids = pairs.filter((one) => one.record === table).flatMap((one) => [one.leftId, one.rightId])
      for (const [id, name] of await namesOf(ctx, record, ids)) names.set(id, name)
    }
    return names
  }
  return {
    async list(ctx, { limit, after, record, state, all }) {
      const [chance, id] = after ? readCursor(after, 2) : [null, null]
      const rows = await listPairs(ctx, {
        record: record ?? null,
        state,
        now: all ? null : ctx.now,
        after: after ? { chance: Number(chance), id: String(id) } : null,
        most: limit + 1,
      })
      const page = pageFrom(rows, limit, (row) => writeCursor(row.chance, row.id))
      const names = await named(ctx, page.rows)
      const nameOf = (rowId: string) => names.get(rowId) ?? 'Not there any more'
      return { ...page, rows: page.rows.map((row) => ({ ...row, leftName: nameOf(row.leftId), rightName: nameOf(row.rightId) })) }
    },
    async of(ctx, { rowId }) {
      const pairs = (await pairsOfRows(ctx, [rowId])).filter((one) => one.state === 'found')
      const names = await named(ctx, pairs)
      return pairs
        .map((one) => ({ id: one.id, rowId: one.leftId === rowId ? one.rightId : one.leftId, chance: one.chance }))
        .flatMap((one) => (names.has(one.rowId) ? [{ ...one, name: names.get(one.rowId) ?? '' }] : []))
        .sort((x, y) => y.chance - x.chance)
    },
    async like(ctx, { record, values }) {
      const kind = kindOf(record)
      const found = await matchDraft(ctx, kind, values, mostLike)
      const names = await namesOf(
        ctx,
        kind.record,
        found.map((one) => one.rowId),
      )
      return found.map(({ rowId, chance, row }) => {
        const name = names.get(rowId) ?? ''
        return { rowId, chance, name, detail: row.filter((one) => one.value !== name).map((one) => one.value)[0] ?? null }
      })
    },
    async compare(ctx, { record, leftId, rightId }) {
      const kind = kindOf(record)
      const rows = await rowsOf(ctx, kind.record, [leftId, rightId])
      const [left, right] = [rows.find((row) => row.id === leftId), rows.find((row) => row.id === rightId)]
      if (!left || !right || leftId === rightId) throw notFound(kind.record.noun)
      const nameOf = await namesBehind(ctx, kind, rows)
      const side = async (row: Record<string, unknown>) => ({
        id: String(row.id),
        name: String(row[kind.record.title ?? 'id'] ?? ''),
        createdAt: String(row.createdAt),
        shown: Object.fromEntries(
          kind.shown.map((field) => {
            const value = row[field]
            return [field, value === null || value === undefined ? null : (nameOf(String(value)) ?? String(value))]
          }),
        ),
        references: await countReferences(ctx, kind.record.table, String(row.id)),
      })
      const fields = kind.shown.map((name) => ({ name, label: fieldMeta(kind.record.fields[name] as z.ZodType).label }))
      return { record, ...(await weighTwo(ctx, kind, leftId, rightId)), fields, left: await side(left), right: await side(right) }
    },
    different: (ctx, { id }) => judge(ctx, id, 'Said that two are not the same', { state: 'different', laterAt: null }),
    later: (ctx, { id }) =>
      judge(ctx, id, 'Put a possible duplicate off', { laterAt: new Date(Date.parse(ctx.now) + weekMs).toISOString() }),
    async seek(ctx) {
      for (const record of Object.keys(described)) await ctx.announce(DuplicatesSought, { record, after: null })
      return { records: Object.keys(described) }
    },
    merge: (ctx, { record, ...asked }) => mergeRows(ctx, kindOf(record), asked),
    merges: (ctx, { rowId }) => mergesInto(ctx, rowId),
    unmerge: (ctx, { id }) => unmergeRows(ctx, id),
  } satisfies Actions<typeof duplicates, Ctx>
}

/** One batch of going through a record; asks for the next. */
export async function seekBatch(ctx: Ctx, kind: DescribeKind, after: string | null): Promise<void> {
  const ids = await idsAfter(ctx, kind.record, after, rowsAtOnce)
  if (!ids.length) return
  await matchRows(ctx, kind, ids)
  await ctx.announce(DuplicatesSought, { record: kind.record.table, after: ids.at(-1) ?? null })
}
