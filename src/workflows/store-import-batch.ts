/** How is one batch of an import stored: its messages or rows, its lines in the ledger and its place, or nothing? */

import { sql } from 'kysely'
import { takeMeetingRows } from '#conversation/meetings/actions.ts'
import type { Meeting } from '#conversation/meetings/contract.ts'
import type { MeetingGiven } from '#conversation/meetings/rules/plan-meeting-row.ts'
import { type Arrived, receiveMessages } from '#conversation/messages/actions.ts'
import { type AccountBook, accountsOfPaths, type OwnerOf, takeAccountRows } from '#customers/accounts/actions.ts'
import type { AccountGiven } from '#customers/accounts/rules/plan-account-row.ts'
import { takePeopleRows } from '#customers/people/actions.ts'
import type { Person } from '#customers/people/contract.ts'
import type { PersonGiven } from '#customers/people/rules/plan-person-row.ts'
import type { Row } from '#foundation/contract/record.ts'
import type { RecentRows } from '#foundation/kernel/recent-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { takeOpportunityRows } from '#pipeline/opportunities/actions.ts'
import type { Opportunity } from '#pipeline/opportunities/contract.ts'
import type { OpportunityGiven } from '#pipeline/opportunities/rules/plan-opportunity-row.ts'
import { holdRunning, type LedgerLine, recordBatch } from '#workspace/imports/actions-run.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import { membersActions } from '#workspace/members/actions.ts'
import type { Pending } from './pending-item.ts'
import type { Batch } from './read-import-batches.ts'
import type { Owners } from './read-owners.ts'
import { storeOwnValues } from './store-own-values.ts'

export interface Surroundings {
  importId: string
  ownDomains: readonly string[]
  book: AccountBook
  begun: string
  owners: Owners
}
/** What a look ahead has planned and not written, so that later rows find it. */
export interface Ahead {
  people: RecentRows<Row<typeof Person>>
  opportunities: RecentRows<Row<typeof Opportunity>>
  meetings: RecentRows<Row<typeof Meeting>>
}

/**
 * Stores a batch in the transaction of the context. False: the import was stopped, or another runner is ahead; nothing was written.
 * @param apart each thing by itself, so that one at fault is skipped with its reason and the others are stored
 */
export async function storeImportBatch(ctx: Ctx, batch: Batch, around: Surroundings, apart = false): Promise<boolean> {
  const row = await holdRunning(ctx, around.importId, batch.cursor.batch - 1)
  if (!row) return false
  const ended = new Map<Pending, Ended>()
  const groups = apart ? batch.items.map((item) => [item]) : [batch.items]
  for (const items of groups) {
    const stored = apart ? await storeOrSkip(ctx, items, around) : await storeItems(ctx, items, around)
    for (const [item, end] of stored) ended.set(item, end)
  }
  const lines = batch.items.map((item) =>
    lineOf(item, ended.get(item) ?? { outcome: 'skipped', rowId: null, notes: ['It was not reached.'] }),
  )
  await recordBatch(ctx, row, lines, { resumeAfter: { ...batch.cursor }, bytesDone: batch.bytesDone })
  return true
}

function lineOf(item: Pending, ended: Ended): LedgerLine {
  const { path, label } = item
  if (item.kind === 'skipped') return { path, label, sourceKey: null, record: null, cells: item.cells, ...ended }
  if (item.kind === 'message')
    return { path, label, sourceKey: item.arrived.sourceKey, record: 'messages', cells: null, ...ended }
  const told = item.given.externalId ?? item.given.sourceKey
  const key = typeof told === 'string' ? told : null
  // Of rows that were not taken whole the cells are kept, so that they can be mended and brought in again.
  const cells = ended.outcome === 'skipped' || item.notes.length ? item.cells : null
  return { path, label, sourceKey: key, record: item.record, cells, ...ended, notes: [...ended.notes, ...item.notes] }
}

async function storeItems(ctx: Ctx, items: readonly Pending[], around: Surroundings): Promise<Map<Pending, Ended>> {
  const messages = items.filter((item) => item.kind === 'message')
  const rows = items.filter((item) => item.kind === 'row')
  const ended = new Map<Pending, Ended>()
  for (const item of items)
    if (item.kind === 'skipped') ended.set(item, { outcome: 'skipped', rowId: null, notes: [item.reason] })
  for (const [at, end] of (messages.length ? await storeMessages(ctx, messages, around) : []).entries())
    ended.set(messages[at] as Pending, end)
  for (const [at, end] of (rows.length ? await storeRows(ctx, rows, around) : []).entries()) ended.set(rows[at] as Pending, end)
  return ended
}

async function storeOrSkip(ctx: Ctx, items: readonly Pending[], around: Surroundings): Promise<Map<Pending, Ended>> {
  await sql`savepoint apart`.execute(ctx.db)
  try {
    const stored = await storeItems(ctx, items, around)
    await sql`release savepoint apart`.execute(ctx.db)
    return stored
  } catch (error) {
    await sql`rollback to savepoint apart`.execute(ctx.db)
    const why = `It could not be stored: ${error instanceof Error ? error.message : String(error)}`
    return new Map(items.map((item) => [item, { outcome: 'skipped', rowId: null, notes: [why] }]))
  }
}

type Messages = Extract<Pending, { kind: 'message' }>[]
type Rows = Extract<Pending, { kind: 'row' }>[]

async function storeMessages(ctx: Ctx, items: Messages, around: Surroundings): Promise<Ended[]> {
  // A call whose speakers nobody knows belongs to the account that its file or folder is named after.
  const calls = items.filter((item) => item.arrived.source === 'call')
  const named = calls.length
    ? await accountsOfPaths(
        ctx,
        calls.map((item) => item.path),
        around.book,
      )
    : () => null
  const arrived = items.map(
    ({ path, arrived }): Arrived => (arrived.source === 'call' ? { ...arrived, accountId: named(path) } : arrived),
  )
  const received = await receiveMessages(ctx, arrived)
  return received.map(({ outcome, messageId, reason }) => ({
    outcome,
    rowId: messageId,
    notes: reason ? [`${reason}.`.replace(/\.\.$/, '.')] : [],
  }))
}

/** Plans rows of one record and table and saves them, with what they say for own fields; what does not write is the context's business. */
export async function storeRows(ctx: Ctx, rows: Rows, around: Parameters<typeof takeRows>[2]): Promise<Ended[]> {
  const ended = await takeRows(ctx, rows, around)
  const record = ctx.records.get(rows[0]?.record ?? '')
  return record?.own ? storeOwnValues(ctx, record, rows, ended) : ended
}

async function takeRows(
  ctx: Ctx,
  rows: Rows,
  { book, ownDomains, begun, owners, ahead }: Pick<Surroundings, 'book' | 'ownDomains' | 'begun' | 'owners'> & { ahead?: Ahead },
): Promise<Ended[]> {
  const given = rows.map((row) => row.given)
  const [first] = rows
  if (!first) return []
  const { record, by } = first
  const ownerId = record === 'accounts' || record === 'opportunities' ? await openOwners(ctx, owners) : () => null
  if (record === 'accounts') return takeAccountRows(ctx, given as AccountGiven[], book, ownerId, by)
  if (record === 'people')
    return takePeopleRows(ctx, given as PersonGiven[], { ownDomains, book, by, ...(ahead ? { ahead: ahead.people } : {}) })
  if (record === 'meetings')
    return takeMeetingRows(ctx, given as MeetingGiven[], { ownDomains, book, ...(ahead ? { ahead: ahead.meetings } : {}) })
  const around = { book, ownerId, begun, by, ...(ahead ? { ahead: ahead.opportunities } : {}) }
  return takeOpportunityRows(ctx, given as OpportunityGiven[], around)
}

/** Who owns what a table says by name or address. */
async function openOwners(ctx: Ctx, owners: Owners): Promise<OwnerOf> {
  const members = await membersActions.list(ctx)
  const ids = new Map(
    members.flatMap(
      (m) =>
        [
          [m.name.trim().toLowerCase(), m.id],
          [m.email.toLowerCase(), m.id],
        ] as const,
    ),
  )
  // Two systems may call the same person differently; the address tells.
  const addresses = new Map(
    [...owners.values()].flatMap(({ name, email }) => (email ? [[name.toLowerCase(), email.toLowerCase()]] : [])),
  )
  return (name) => {
    const plain = name.trim().toLowerCase()
    return ids.get(plain) ?? ids.get(addresses.get(plain) ?? '') ?? null
  }
}
