/** How is one batch of an import stored: its messages or rows, its lines in the ledger and its place, or nothing? */

import { sql } from 'kysely'
import { type Arrived, receiveMessages } from '#conversation/messages/actions.ts'
import { type AccountBook, type OwnerOf, openAccountBook, readAccountBook, takeAccountRows } from '#customers/accounts/actions.ts'
import { accountInPath, type KnownAccounts } from '#customers/accounts/rules/find-account.ts'
import type { AccountGiven } from '#customers/accounts/rules/plan-account-row.ts'
import { takePeopleRows } from '#customers/people/actions.ts'
import type { PersonGiven } from '#customers/people/rules/plan-person-row.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { takeOpportunityRows } from '#pipeline/opportunities/actions.ts'
import type { OpportunityGiven } from '#pipeline/opportunities/rules/plan-opportunity-row.ts'
import { holdRunning, type LedgerLine, recordBatch } from '#workspace/imports/actions.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import { membersActions } from '#workspace/members/actions.ts'
import type { Batch, Pending } from './read-import-batches.ts'

export interface Surroundings {
  importId: string
  ownDomains: readonly string[]
  book: AccountBook
  begun: string
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
  if (item.kind === 'skipped') return { path, label, sourceKey: null, record: null, ...ended }
  if (item.kind === 'message') return { path, label, sourceKey: item.arrived.sourceKey, record: 'messages', ...ended }
  const key = typeof item.given.externalId === 'string' ? item.given.externalId : null
  return { path, label, sourceKey: key, record: item.record, ...ended, notes: [...ended.notes, ...item.notes] }
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
    // What it learnt before it failed is not true.
    around.book = openAccountBook()
    const why = `It could not be stored: ${error instanceof Error ? error.message : String(error)}`
    return new Map(items.map((item) => [item, { outcome: 'skipped', rowId: null, notes: [why] }]))
  }
}

type Messages = Extract<Pending, { kind: 'message' }>[]
type Rows = Extract<Pending, { kind: 'row' }>[]

async function storeMessages(ctx: Ctx, items: Messages, around: Surroundings): Promise<Ended[]> {
  const known = items.some((i) => i.arrived.source === 'call') ? await readAccountBook(ctx, around.book) : null
  const arrived = items.map(({ path, arrived }) => (known ? withAccount(arrived, path, known) : arrived))
  const received = await receiveMessages(ctx, arrived)
  return received.map(({ outcome, messageId, reason }) => ({
    outcome,
    rowId: messageId,
    notes: reason ? [`${reason}.`.replace(/\.\.$/, '.')] : [],
  }))
}

/** A call whose speakers nobody knows belongs to the account that its file or folder is named after. */
const withAccount = (arrived: Arrived, path: string, known: KnownAccounts): Arrived =>
  arrived.source === 'call' ? { ...arrived, accountId: accountInPath(known, path)?.id ?? null } : arrived

async function storeRows(ctx: Ctx, rows: Rows, { book, ownDomains, begun }: Surroundings): Promise<Ended[]> {
  const ownerId = await openOwners(ctx)
  const given = rows.map((row) => row.given)
  const record = rows[0]?.record
  if (record === 'accounts') return takeAccountRows(ctx, given as AccountGiven[], book, ownerId)
  if (record === 'people') return takePeopleRows(ctx, given as PersonGiven[], { ownDomains, book })
  return takeOpportunityRows(ctx, given as OpportunityGiven[], { book, ownerId, begun })
}

/** Who owns what a table says by name or address. */
async function openOwners(ctx: Ctx): Promise<OwnerOf> {
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
  return (name) => ids.get(name.trim().toLowerCase()) ?? null
}
