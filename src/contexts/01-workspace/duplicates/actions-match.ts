/** How are the rows found that may be one: keyed, met, weighed, and kept in the queue? */
import type { z } from 'zod'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { regionOfCountry } from '#foundation/language/read-phone.ts'
import { change, create, type PlannedChange, remove } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { homeRegion } from '#workspace/members/actions.ts'
import { DuplicateKey, DuplicatePair } from './contract.ts'
import { blockRow, mostInBlock } from './rules/block-row.ts'
import type { BitsOf } from './rules/compare-names.ts'
import { type DescribeKind, describeKindOf } from './rules/describe-kind.ts'
import type { DescribedRow } from './rules/describe-row.ts'
import { duplicateWeights } from './rules/duplicate-weights.ts'
import { foldUmlauts, foldWordsOf } from './rules/fold-letters.ts'
import { tellBits } from './rules/tell-bits.ts'
import { weighPair } from './rules/weigh-pair.ts'
import { countOf, countsUnder, deleteMatched, keysOfRows, namesOf, pairsOfRows, rowsOf, rowsUnder } from './store.ts'

/** A row is weighed against at most these others: those with which it shares most keys. */
const mostMet = 12
/** How common a word is is counted no further than this. */
const mostCounted = 400
// The program answers people between two slices of weighing.
const pairsInASlice = 25

/** Rows of a record as they are matched, those that are there. */
export async function describeRows(ctx: Ctx, kind: DescribeKind, ids: readonly string[]): Promise<Map<string, DescribedRow>> {
  const rows = await rowsOf(ctx, kind.record, ids)
  const nameOf = await namesBehind(ctx, kind, rows)
  const regionOf = await regionsBehind(ctx, kind, rows)
  return new Map(rows.map((row) => [String(row.id), describeKindOf(kind, row, nameOf, regionOf(row))]))
}

/** Where the telephones of rows ring that name no country: where the row they belong to is, or this house. */
async function regionsBehind(ctx: Ctx, { record, kinds, regionBy = '' }: DescribeKind, rows: readonly Record<string, unknown>[]) {
  if (!Object.values(kinds).includes('phone')) return () => null
  const home = await homeRegion(ctx)
  const to = referredBy(ctx, record, regionBy)
  const ids = [...new Set(rows.flatMap((row) => (row[regionBy] ? [String(row[regionBy])] : [])))]
  const behind = to && ids.length ? await rowsOf(ctx, to, ids) : []
  const regions = new Map(behind.map((row) => [row.id, regionOfCountry(String(row.country ?? ''))]))
  return (row: Record<string, unknown>) => regions.get(String(row[regionBy])) ?? home
}

/** What the references of rows are called. */
export async function namesBehind(ctx: Ctx, { record, kinds, shown }: DescribeKind, rows: readonly Record<string, unknown>[]) {
  const names = new Map<string, string>()
  for (const field of new Set([...Object.keys(kinds), ...shown])) {
    const to = referredBy(ctx, record, field)
    const ids = to ? [...new Set(rows.flatMap((row) => (row[field] ? [String(row[field])] : [])))] : []
    if (to) for (const [id, name] of await namesOf(ctx, to, ids)) names.set(id, name)
  }
  return (id: string) => names.get(id)
}
const referredBy = (ctx: Ctx, record: AnyRecord, field: string): AnyRecord | undefined => {
  const check = record.fields[field] as z.ZodType | undefined
  return check && ctx.records.get(fieldMeta(check).references ?? '')
}

export interface Met {
  a: string
  b: string
}
interface Weighed extends Met {
  chance: number
  because: { kind: string; fields: string[]; like: number }[]
}

/** The rows that share a key with each of these, those of most keys first. Oversized keys are skipped. */
async function meetRows(ctx: Ctx, table: string, keysOf: ReadonlyMap<string, readonly string[]>): Promise<Met[]> {
  const keys = [...new Set([...keysOf.values()].flat())]
  const under = await rowsUnder(ctx, table, keys, mostInBlock + 1)
  const met: Met[] = []
  for (const [a, own] of keysOf) {
    const shared = new Map<string, number>()
    for (const key of own) {
      const others = under.get(key) ?? []
      if (others.length > mostInBlock) continue
      for (const b of others) if (b !== a) shared.set(b, (shared.get(b) ?? 0) + 1)
    }
    const closest = [...shared].sort((x, y) => y[1] - x[1] || x[0].localeCompare(y[0])).slice(0, mostMet)
    met.push(...closest.map(([b]) => ({ a, b })))
  }
  return met
}

/** How much words tell in this workspace: counted by the keys that hold them. */
async function bitsHere(ctx: Ctx, table: string, rows: Iterable<DescribedRow>): Promise<BitsOf> {
  const words = new Set<string>()
  for (const row of rows)
    for (const one of row)
      if (one.kind === 'person' || one.kind === 'company') for (const word of foldWordsOf(one.value)) words.add(foldUmlauts(word))
  const keys = [...words].map((word) => `w:${word}`)
  const said = await countsUnder(ctx, table, keys, mostCounted)
  const all = await countOf(ctx, table)
  return (word) => tellBits(said.get(`w:${foldUmlauts(word)}`) ?? 1, all)
}

async function weighMet(
  ctx: Ctx,
  table: string,
  met: readonly Met[],
  rows: ReadonlyMap<string, DescribedRow>,
): Promise<Weighed[]> {
  const bitsOf = await bitsHere(ctx, table, rows.values())
  const weighed: Weighed[] = []
  for (const [at, { a, b }] of met.entries()) {
    const [one, other] = [rows.get(a), rows.get(b)]
    if (!one || !other) continue
    const { chance, comparisons } = weighPair(one, other, bitsOf)
    const because = comparisons.map(({ kind, fields, like }) => ({ kind, fields, like: Math.round(like * 1000) / 1000 }))
    weighed.push({ a, b, chance: Math.round(chance * 1000) / 1000, because })
    if (at % pairsInASlice === pairsInASlice - 1) await new Promise((next) => setImmediate(next))
  }
  return weighed
}

/**
 * Brings keys and found pairs of rows in step with what the rows say now; rows that are gone leave both. Does nothing the second time.
 * What people decided about a pair stays.
 */
export async function matchRows(
  ctx: Ctx,
  kind: DescribeKind,
  rowIds: readonly string[],
): Promise<{ found: number; compared: number }> {
  const { table } = kind.record
  const own = await describeRows(ctx, kind, rowIds)
  const keysOf = new Map([...own].map(([id, row]) => [id, blockRow(row)]))
  await keepKeys(ctx, table, [...rowIds], keysOf)
  const met = onceEach(await meetRows(ctx, table, keysOf))
  const others = await describeRows(
    ctx,
    kind,
    [...new Set(met.flatMap(({ a, b }) => [a, b]))].filter((id) => !own.has(id)),
  )
  const weighed = await weighMet(ctx, table, met, new Map([...own, ...others]))
  const likely = new Map(
    weighed.filter((one) => one.chance >= duplicateWeights.threshold).map((one) => [`${one.a} ${one.b}`, one]),
  )
  const plan: PlannedChange[] = []
  for (const pair of await pairsOfRows(ctx, [...rowIds])) {
    const now = likely.get(`${pair.leftId} ${pair.rightId}`)
    likely.delete(`${pair.leftId} ${pair.rightId}`)
    if (pair.state !== 'found') continue
    if (!now) plan.push(remove(DuplicatePair, pair.id))
    else if (now.chance !== pair.chance) plan.push(change(DuplicatePair, pair.id, { chance: now.chance, because: now.because }))
  }
  const fresh = [...likely.values()].map(({ a, b, chance, because }) =>
    create(DuplicatePair, { record: table, leftId: a, rightId: b, chance, because, state: 'found', laterAt: null }),
  )
  const byDeed = groupRows(plan, (one) => one.deed)
  await ctx.save({
    why: 'Looked for duplicates',
    changes: [...(byDeed.get('removed') ?? []), ...(byDeed.get('changed') ?? []), ...fresh],
  })
  return { found: fresh.length, compared: met.length }
}

/** Each pair once, the smaller id first, as it is kept. */
const onceEach = (met: readonly Met[]): Met[] => [
  ...new Map(met.map(({ a, b }) => (a < b ? { a, b } : { a: b, b: a })).map((one) => [`${one.a} ${one.b}`, one])).values(),
]

async function keepKeys(
  ctx: Ctx,
  table: string,
  rowIds: string[],
  keysOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const standing = await keysOfRows(ctx, rowIds)
  const wanted = new Set([...keysOf].flatMap(([rowId, keys]) => keys.map((key) => `${rowId} ${key}`)))
  const there = new Set(standing.map(({ rowId, key }) => `${rowId} ${key}`))
  const gone = standing.filter(({ rowId, key }) => !wanted.has(`${rowId} ${key}`)).map(({ id }) => remove(DuplicateKey, id))
  const fresh = [...keysOf].flatMap(([rowId, keys]) =>
    keys.filter((key) => !there.has(`${rowId} ${key}`)).map((key) => create(DuplicateKey, { record: table, rowId, key })),
  )
  await ctx.save({ why: 'Keyed rows', changes: [...gone, ...fresh] })
}

/** The rows that something not yet written may be the same as, the likeliest first. */
export async function matchDraft(ctx: Ctx, kind: DescribeKind, values: Readonly<Record<string, unknown>>, most: number) {
  const regionOf = await regionsBehind(ctx, kind, [values])
  const draft = describeKindOf(kind, values, await namesBehind(ctx, kind, [values]), regionOf(values))
  const table = kind.record.table
  const met = await meetRows(ctx, table, new Map([['draft', blockRow(draft)]]))
  const rows = await describeRows(
    ctx,
    kind,
    met.map(({ b }) => b),
  )
  const weighed = await weighMet(ctx, table, met, new Map([...rows, ['draft', draft]]))
  return weighed
    .filter((one) => one.chance >= duplicateWeights.threshold)
    .sort((x, y) => y.chance - x.chance)
    .slice(0, most)
    .map(({ b, chance }) => ({ rowId: b, chance, row: rows.get(b) ?? [] }))
}

/** Two rows as they are weighed now. */
export async function weighTwo(ctx: Ctx, kind: DescribeKind, a: string, b: string) {
  const [weighed] = await weighMet(ctx, kind.record.table, [{ a, b }], await describeRows(ctx, kind, [a, b]))
  return { chance: weighed?.chance ?? 0, because: weighed?.because ?? [] }
}

/** Forgets what rows that are gone for good were met by, past the history: their keys hold their names. */
export const forgetMatched = async (ctx: Ctx, rowIds: string[]): Promise<void> => {
  if (rowIds.length) await deleteMatched(ctx, rowIds)
}
