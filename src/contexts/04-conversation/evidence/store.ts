/** Which pieces of evidence does the database hold? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Message } from '../messages/contract.ts'
import { Evidence, type Reading } from './contract.ts'

type Tables = {
  messages: TableOf<typeof Message>
  evidence: TableOf<typeof Evidence>
  readings: TableOf<typeof Reading>
}
type Asked = Pick<Ctx, 'db' | 'actor'>
const tables = (ctx: Asked) => ctx.db.withTables<Tables>()
const columns = (Object.keys(Evidence.schema.shape) as (keyof Row<typeof Evidence>)[]).map((c) => `e.${c}` as const)

export type EvidenceRow = Row<typeof Evidence> & { subject: string; source: 'mail' | 'call' }

const shown = (ctx: Asked) =>
  tables(ctx)
    .selectFrom('evidence as e')
    .innerJoin('messages as m', (on) => on.onRef('m.workspaceId', '=', 'e.workspaceId').onRef('m.id', '=', 'e.messageId'))
    .select([...columns, 'm.subject', 'm.source'])
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.workspaceId', '=', ctx.actor.workspaceId)

/** One piece of evidence. */
export const findEvidence = (ctx: Asked, id: string): Promise<EvidenceRow | undefined> =>
  shown(ctx).where('e.id', '=', id).executeTakeFirst()

/** All evidence of a thread, as it stands in the text; what people rejected too. */
export const findOfThread = (ctx: Asked, threadId: string): Promise<EvidenceRow[]> =>
  shown(ctx).where('e.threadId', '=', threadId).orderBy('e.saidAt').orderBy('e.messageId').orderBy('e.start').execute()

/** The evidence of an account that nobody rejected, newest first. */
export async function findOfAccount(
  ctx: Asked,
  asked: { accountId: string; kind?: EvidenceRow['kind'] | undefined; limit: number },
): Promise<EvidenceRow[]> {
  let query = shown(ctx).where('e.accountId', '=', asked.accountId).where('e.state', '<>', 'rejected')
  if (asked.kind) query = query.where('e.kind', '=', asked.kind)
  return query.orderBy('e.saidAt', 'desc').orderBy('e.id', 'desc').limit(asked.limit).execute()
}

/** All evidence of some messages. */
export async function findOfMessages(ctx: Asked, messageIds: string[]): Promise<Row<typeof Evidence>[]> {
  if (!messageIds.length) return []
  return tables(ctx)
    .selectFrom('evidence as e')
    .select(columns)
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`e.message_id = any(${messageIds}::uuid[])`)
    .orderBy('e.messageId')
    .orderBy('e.start')
    .execute()
}

/** Some pieces of evidence. */
export async function findByIds(ctx: Asked, ids: string[]): Promise<Row<typeof Evidence>[]> {
  if (!ids.length) return []
  return tables(ctx)
    .selectFrom('evidence as e')
    .select(columns)
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`e.id = any(${ids}::uuid[])`)
    .execute()
}

export type Source = Pick<
  Row<typeof Message>,
  'id' | 'threadId' | 'accountId' | 'text' | 'parts' | 'side' | 'fromName' | 'fromPersonId' | 'sentAt'
>

/** The stored messages that quotes are checked against. */
export async function findSources(ctx: Asked, messageIds: string[]): Promise<Source[]> {
  if (!messageIds.length) return []
  return tables(ctx)
    .selectFrom('messages as m')
    .select(['m.id', 'm.threadId', 'm.accountId', 'm.text', 'm.parts', 'm.side', 'm.fromName', 'm.fromPersonId', 'm.sentAt'])
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`m.id = any(${messageIds}::uuid[])`)
    .execute()
}

/** By which rules each of some messages was last read. */
export async function findReadings(
  ctx: Asked,
  messageIds: string[],
): Promise<{ messageId: string; rules: string; id: string }[]> {
  if (!messageIds.length) return []
  return tables(ctx)
    .selectFrom('readings')
    .select(['id', 'messageId', 'rules'])
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`message_id = any(${messageIds}::uuid[])`)
    .execute()
}

/** The ids of the evidence of a thread that stands under another account. */
export const findElsewhere = (ctx: Asked, threadId: string, accountId: string | null): Promise<{ id: string }[]> =>
  tables(ctx)
    .selectFrom('evidence')
    .select('id')
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('threadId', '=', threadId)
    .where('accountId', 'is distinct from', accountId)
    .orderBy('id')
    .execute()

/** Evidence that a person's words are. */
export async function idsOfPerson(ctx: Asked, personId: string, most: number): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('evidence')
    .select('id')
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('personId', '=', personId)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** Evidence whose quote holds a letter. */
export const idsOfQuote = (ctx: Asked, letter: string): Promise<{ id: string; quote: string }[]> =>
  tables(ctx)
    .selectFrom('evidence')
    .select(['id', 'quote'])
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`strpos(quote, ${letter}) > 0`)
    .orderBy('id')
    .execute()
