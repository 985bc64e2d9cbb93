/** How is a change set taken back, and what stands in the way? (S4) */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { Problem } from '#foundation/contract/problem.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { ownRecord } from '../own-fields/own-record.ts'
import { findReferrers } from './find-referrers.ts'
import { findUndone } from './find-undone.ts'
import { lockWhole } from './lock-whole.ts'
import type { PlannedChange } from './plan-changes.ts'
import { saveUnlessBlocked } from './save-unless-taken.ts'
import type { Fields } from './write-rows.ts'

interface Remembered {
  record: string
  row_id: string
  deed: PlannedChange['deed']
  before: Fields | null
  after: Fields | null
}
/** A row that was not taken back, because of what came later. */
export interface Left {
  record: string
  rowId: string
  why: string
}
export interface Undone {
  /** Null when nothing of it was there any more, or everything was left. */
  changeSetId: string | null
  rows: number
  left: Left[]
}
type Way = 'refuse' | 'leave'
interface Step {
  record: AnyRecord
  remembered: Remembered
}

/**
 * Takes a change set back, as a change set of its own.
 * @param onConflict 'refuse': one row changed later refuses all (409, naming the later change); 'leave': such rows stay as they are and are named
 * @throws Problem 404 for no such change, 409 for one taken back already or, with 'refuse', for what stands in the way
 */
export async function undoChangeSet(ctx: Ctx, changeSetId: string, onConflict: Way): Promise<Undone> {
  const reason = await claim(ctx, changeSetId)
  const steps = await stepsOf(ctx, changeSetId)
  const left: Left[] = []
  const refuse = (step: Step, why: string) => {
    if (onConflict === 'refuse') throw new Problem(409, why)
    left.push({ record: step.record.table, rowId: step.remembered.row_id, why })
  }
  const plan: PlannedChange[] = []
  const rows = new Map<string, Fields | undefined>()
  for (const run of runsOf(steps)) {
    await meet(ctx, run, rows)
    const free: Step[] = []
    for (const step of run) {
      const standing = inTheWay(step, rows.get(step.remembered.row_id))
      if (standing === 'gone') continue
      if (standing) refuse(step, await laterChange(ctx, step.record, step.remembered.row_id, changeSetId, standing))
      else free.push(step)
    }
    const referred = await whoRefers(ctx, free, plan)
    for (const step of free) {
      const by = referred.get(step.remembered.row_id)
      const noun = by && (ctx.records.get(by.table)?.noun ?? 'row')
      if (by) refuse(step, await laterChange(ctx, step.record, by.rowId, changeSetId, `referred to by a ${noun}`))
      else takeStep(step, plan, rows)
    }
  }
  const why = `Took back: ${reason}`.slice(0, 1000)
  // What was moved without a history of its own is remembered on its way back too, or nobody could move it again.
  const whole = steps.some(({ record, remembered }) => record.history === 'none' && remembered.deed === 'changed')
  const saved = await saveBackwards(ctx, { why, undoes: changeSetId, whole }, plan, refuse)
  return { ...saved, left }
}

/** Locks the change set, so that two who take it back at once do so one after the other. */
async function claim(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ reason: string }>`select reason from change_sets
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${id}::uuid for update`.execute(ctx.db.withoutPlugins())
  if (!rows[0]) throw new Problem(404, 'There is no such change, or you may not see it.')
  if ((await findUndone(ctx, [id])).has(id)) throw new Problem(409, 'This change was taken back already.')
  return rows[0].reason
}

/** What the set did, the last first. */
async function stepsOf(ctx: Ctx, changeSetId: string): Promise<Step[]> {
  const { rows } = await sql<Remembered>`select record, row_id, deed, before, after from changes
    where workspace_id = ${ctx.actor.workspaceId}::uuid and change_set_id = ${changeSetId}::uuid order by position desc`.execute(
    ctx.db.withoutPlugins(),
  )
  const own = new Map<string, AnyRecord>()
  for (const record of ctx.records.values()) if (record.own) own.set(record.table, await ownRecord(ctx, record))
  return rows.map((remembered) => {
    const record = own.get(remembered.record) ?? ctx.records.get(remembered.record)
    if (record?.undo === 'never')
      throw new Problem(
        409,
        `What concerns a ${record.noun} is not taken back here: change it anew in Settings, by the rules that hold there.`,
      )
    if (record) return { record, remembered }
    throw new Problem(
      409,
      `Rows of "${remembered.record}" are no longer kept by this version, so this change cannot be taken back.`,
    )
  })
}

const mostAtOnce = 10_000

/** Neighbouring steps of one record and deed, no row twice, so that their rows are locked and checked in one statement. */
function runsOf(steps: Step[]): Step[][] {
  const runs: Step[][] = []
  const met = new Set<string>()
  for (const step of steps) {
    const first = runs.at(-1)?.[0]
    const { deed, row_id } = step.remembered
    const fits = first?.record === step.record && first.remembered.deed === deed && !met.has(row_id)
    if (fits && met.size < mostAtOnce) runs.at(-1)?.push(step)
    else {
      runs.push([step])
      met.clear()
    }
    met.add(row_id)
  }
  return runs
}

/** Locks rows not met before; one met before is known as the steps so far leave it. */
async function meet(ctx: Ctx, run: Step[], rows: Map<string, Fields | undefined>): Promise<void> {
  const unmet = [...new Set(run.map((s) => s.remembered.row_id))].filter((id) => !rows.has(id))
  const record = run[0]?.record
  if (!record || !unmet.length) return
  const locked = await lockWhole(ctx, record, unmet, true)
  for (const id of unmet) rows.set(id, locked.get(id))
}

const moments = new Set(['id', 'createdAt', 'updatedAt'])

function inTheWay(
  { record, remembered: c }: Step,
  row: Fields | undefined,
): 'gone' | 'changed' | 'removed' | 'made again' | null {
  if (c.deed === 'removed') return row ? 'made again' : null
  if (!row) return c.deed === 'created' ? 'gone' : 'removed'
  const heavy = new Set(record.heavy)
  const differs = Object.entries(c.after ?? {}).some(
    ([k, v]) => !moments.has(k) && !heavy.has(k) && record.fields[k] && !isDeepStrictEqual(v, row[k]),
  )
  return differs ? 'changed' : null
}

function takeStep({ record, remembered: c }: Step, plan: PlannedChange[], rows: Map<string, Fields | undefined>): void {
  if (c.deed === 'created') {
    plan.push({ deed: 'removed', record, id: c.row_id })
    rows.set(c.row_id, undefined)
  } else if (c.deed === 'changed') {
    plan.push({ deed: 'changed', record, id: c.row_id, set: c.before ?? {}, seenAt: null })
    rows.set(c.row_id, { ...rows.get(c.row_id), ...c.before })
  } else {
    plan.push({ deed: 'created', record, id: c.row_id, row: c.before ?? {} })
    rows.set(c.row_id, c.before ?? {})
  }
}

async function whoRefers(ctx: Ctx, free: Step[], plan: PlannedChange[]) {
  const going = free.filter((s) => s.remembered.deed === 'created')
  const table = going[0]?.record.table
  if (!table) return new Map()
  const ids = going.map((s) => s.remembered.row_id)
  return findReferrers(ctx, table, ids, [...plan.flatMap((p) => (p.deed === 'created' || !p.id ? [] : [p.id])), ...ids])
}

async function laterChange(ctx: Ctx, record: AnyRecord, rowId: string, changeSetId: string, how: string): Promise<string> {
  const found = await sql<{ reason: string; actor_name: string; created_at: string; id: string }>`
    select s.reason, s.actor_name, s.created_at, s.id from changes c join change_sets s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = ${rowId}::uuid and s.id <> ${changeSetId}::uuid
    order by c.id desc limit 1`.execute(ctx.db.withoutPlugins())
  const later = found.rows[0]
  if (!later) return `The ${record.noun} was ${how} since, so this cannot be taken back.`
  return `A later change stands in the way: “${later.reason}” by ${later.actor_name} on ${later.created_at.slice(0, 16).replace('T', ' ')} UTC (change ${later.id}). Take that back first.`
}

type Words = { why: string; undoes: string; whole: boolean }

async function saveBackwards(
  ctx: Ctx,
  words: Words,
  plan: PlannedChange[],
  refuse: (step: Step, why: string) => void,
): Promise<{ changeSetId: string | null; rows: number }> {
  const whole = await saveUnlessBlocked(ctx, { ...words, changes: plan })
  if (whole) return { changeSetId: whole.changeSetId, rows: plan.length }
  const possible = await whatCanGo(ctx, words, plan, refuse)
  return { changeSetId: (await ctx.save({ ...words, changes: possible })).changeSetId, rows: possible.length }
}

const blocked =
  'A value that this would bring back is in use elsewhere by now, or something it needs is gone. Change that first, then take this back.'

/** Tries the changes one by one and takes all of it back again: what worked can go. */
async function whatCanGo(
  ctx: Ctx,
  words: Words,
  plan: PlannedChange[],
  refuse: (step: Step, why: string) => void,
): Promise<PlannedChange[]> {
  const possible: PlannedChange[] = []
  await sql`savepoint trying`.execute(ctx.db)
  for (const change of plan) {
    if (await saveUnlessBlocked(ctx, { ...words, changes: [change] })) possible.push(change)
    else {
      const remembered = { record: change.record.table, row_id: change.id ?? '', deed: change.deed, before: null, after: null }
      refuse({ record: change.record, remembered }, blocked)
    }
  }
  await sql`rollback to savepoint trying`.execute(ctx.db)
  return possible
}
