/** Which rows of conversations does the database hold? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Account } from '#customers/accounts/contract.ts'
import type { Person } from '#customers/people/contract.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import { foldWords } from '#foundation/platform/changes/index-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Attachment, Message, type Participation, Thread } from './contract.ts'

type Tables = {
  accounts: TableOf<typeof Account>
  people: TableOf<typeof Person>
  threads: TableOf<typeof Thread>
  messages: TableOf<typeof Message>
  participations: TableOf<typeof Participation>
  attachments: TableOf<typeof Attachment>
  evidence: { workspaceId: string; threadId: string; kind: string; state: string }
}
type Asked = Pick<Ctx, 'db' | 'actor'>
const tables = (ctx: Asked) => ctx.db.withTables<Tables>()

// One parameter however many ids, so that one prepared statement serves lists of every length.
const among = (column: string, ids: string[]) => sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`
const columns = <S extends object>(shape: S) => Object.keys(shape) as (keyof S & string)[]
const threadColumns = columns(Thread.schema.shape).map((c) => `t.${c}` as const)
const messageColumns = columns(Message.schema.shape)
const attachmentColumns = columns(Attachment.schema.shape)

export type ThreadRow = Row<typeof Thread> & { accountName: string | null }

/** Threads with the name of their account; every list of threads starts here. */
const threadsShown = (ctx: Asked) =>
  tables(ctx)
    .selectFrom('threads as t')
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 't.workspaceId').onRef('a.id', '=', 't.accountId'))
    .select([...threadColumns, 'a.name as accountName'])
    .where('t.workspaceId', '=', ctx.actor.workspaceId)

export type ThreadsAsked = {
  limit: number
  before: { lastAt: string; id: string } | null
  accountId?: string | undefined
  personId?: string | undefined
  words?: string | undefined
  kind?: string | undefined
}

/** Who searches for words that more rows begin with adds a word. */
const mostMatches = 5_000

/** One page of threads, latest first; words are looked for in subjects, accounts and people. */
export async function findThreads(ctx: Asked, asked: ThreadsAsked): Promise<ThreadRow[]> {
  const { accountId, personId, words, kind, before, limit } = asked
  const ws = ctx.actor.workspaceId
  let query = threadsShown(ctx)
  if (accountId) query = query.where('t.accountId', '=', accountId)
  if (personId)
    query = query.where('t.id', 'in', (q) =>
      q.selectFrom('participations').select('threadId').where('workspaceId', '=', ws).where('personId', '=', personId),
    )
  if (kind)
    query = query.where((q) =>
      q.exists(
        q
          .selectFrom('evidence as e')
          .select(sql`1`.as('one'))
          .where('e.workspaceId', '=', ws)
          .whereRef('e.threadId', '=', 't.id')
          .where('e.kind', '=', kind)
          .where('e.state', '<>', 'rejected'),
      ),
    )
  if (words)
    query = query.where(
      sql<SqlBool>`t.id in (
        with found as materialized (select record, id from find_entries(${foldWords(words)}, null, ${mostMatches}, true))
        select f.id from found f where f.record = 'threads'
        union select o.id from found f join threads o on o.workspace_id = ${ws}::uuid and o.account_id = f.id where f.record = 'accounts'
        union select w.thread_id from found f join participations w on w.workspace_id = ${ws}::uuid and w.person_id = f.id
          where f.record = 'people')`,
    )
  if (before) query = query.where(sql<SqlBool>`(t.last_at, t.id) < (${before.lastAt}::timestamptz, ${before.id}::uuid)`)
  return query.orderBy('t.lastAt', 'desc').orderBy('t.id', 'desc').limit(limit).execute()
}

/** One thread. */
export const findThread = (ctx: Asked, id: string): Promise<ThreadRow | undefined> =>
  threadsShown(ctx).where('t.id', '=', id).executeTakeFirst()

// The side is written out, not a parameter: a plan for any side could not use the index of threads that wait.
/** Mail threads in which the customer wrote last, and a person did, oldest first; moments are exclusive ISO bounds. */
export const findUnanswered = (ctx: Asked, after: string, before: string, limit: number): Promise<ThreadRow[]> =>
  threadsShown(ctx)
    .where('t.lastSide', '=', sql.lit('customer'))
    .where('t.source', '=', 'mail')
    .where('t.lastAt', '>', after)
    .where('t.lastAt', '<', before)
    .where((q) =>
      q.exists(
        q
          .selectFrom('messages as m')
          .select(sql`1`.as('one'))
          .where('m.workspaceId', '=', ctx.actor.workspaceId)
          .whereRef('m.threadId', '=', 't.id')
          .where('m.side', '=', 'customer')
          .where('m.automatic', '=', false)
          // Addresses behind which nobody sits make no person, and wait for no answer.
          .where('m.fromPersonId', 'is not', null),
      ),
    )
    .orderBy('t.lastAt')
    .orderBy('t.id')
    .limit(limit)
    .execute()

/** The names of the people in each of some threads, customers first. */
export async function findNames(ctx: Asked, threadIds: string[]): Promise<{ threadId: string; name: string; side: string }[]> {
  if (!threadIds.length) return []
  return tables(ctx)
    .selectFrom('participations as w')
    .innerJoin('people as p', (on) => on.onRef('p.workspaceId', '=', 'w.workspaceId').onRef('p.id', '=', 'w.personId'))
    .select(['w.threadId', 'p.name', 'p.side'])
    .distinct()
    .where('w.workspaceId', '=', ctx.actor.workspaceId)
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .where(among('w.threadId', threadIds))
    .orderBy('p.side')
    .orderBy('p.name')
    .execute()
}

/** The kinds of evidence that stand in each of some threads. */
export async function findKinds(ctx: Asked, threadIds: string[]): Promise<{ threadId: string; kind: string }[]> {
  if (!threadIds.length) return []
  return tables(ctx)
    .selectFrom('evidence')
    .select(['threadId', 'kind'])
    .distinct()
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(among('threadId', threadIds))
    .where('state', '<>', 'rejected')
    .orderBy('kind')
    .execute()
}

/** The messages of a thread, oldest first. */
export const findMessages = (ctx: Asked, threadId: string): Promise<Row<typeof Message>[]> =>
  tables(ctx)
    .selectFrom('messages')
    .select(messageColumns)
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('threadId', '=', threadId)
    .orderBy('sentAt')
    .orderBy('id')
    .execute()

/** Some messages whole, in the order of time. */
export async function findMessagesByIds(ctx: Asked, ids: string[]): Promise<Row<typeof Message>[]> {
  if (!ids.length) return []
  return tables(ctx)
    .selectFrom('messages')
    .select(messageColumns)
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(among('id', ids))
    .orderBy('sentAt')
    .orderBy('id')
    .execute()
}

/** The first `most` characters of what these messages say. */
export const findBeginnings = (
  ctx: Asked,
  ids: string[],
  most: number,
): Promise<Pick<Row<typeof Message>, 'id' | 'side' | 'subject' | 'parts' | 'text'>[]> =>
  tables(ctx)
    .selectFrom('messages')
    .select(['id', 'side', 'subject', 'parts', sql<string>`left(text, ${most})`.as('text')])
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where(among('id', ids))
    .execute()

/** The attachments of all messages of a thread. */
export const findAttachments = (ctx: Asked, threadId: string): Promise<Row<typeof Attachment>[]> =>
  tables(ctx)
    .selectFrom('attachments as x')
    .innerJoin('messages as m', (on) => on.onRef('m.workspaceId', '=', 'x.workspaceId').onRef('m.id', '=', 'x.messageId'))
    .select(attachmentColumns.map((c) => `x.${c}` as const))
    .where('x.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.threadId', '=', threadId)
    .orderBy('x.id')
    .execute()

/** The ids of the messages of a thread whose account is another one. */
export const findMessagesElsewhere = (ctx: Asked, threadId: string, accountId: string | null): Promise<{ id: string }[]> =>
  tables(ctx)
    .selectFrom('messages')
    .select('id')
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('threadId', '=', threadId)
    .where('accountId', 'is distinct from', accountId)
    .orderBy('id')
    .execute()

/** Whether there is such an account. */
export const hasAccount = async (ctx: Asked, id: string): Promise<boolean> =>
  (await tables(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** The workspace's own domains and its members' addresses. Holds the workspace until the transaction ends, so that two imports never store one message twice. */
export async function holdHouse(ctx: Asked): Promise<{ ownDomains: string[]; ownAddresses: string[] }> {
  const found = await sql<{ domains: string[]; addresses: string[] | null }>`
    select w.domains, (select jsonb_agg(lower(m.email)) from members m where m.workspace_id = w.workspace_id) as addresses
    from workspaces w where w.workspace_id = ${ctx.actor.workspaceId}::uuid and w.id = ${ctx.actor.workspaceId}::uuid
    for no key update of w`.execute(ctx.db.withoutPlugins())
  const [house] = found.rows
  return { ownDomains: house?.domains ?? [], ownAddresses: house?.addresses ?? [] }
}

export type KnownMessage = { id: string; threadId: string; sourceKey: string; inReplyTo: string | null }

/** Stored messages that carry one of the keys, or answer one of them. */
export async function findKnownMessages(ctx: Asked, carried: string[], answered: string[]): Promise<KnownMessage[]> {
  const found = await sql<KnownMessage>`
    select id, thread_id as "threadId", source_key as "sourceKey", null as "inReplyTo" from messages
    where workspace_id = ${ctx.actor.workspaceId}::uuid and source_key = any(${carried}::text[])
    union all
    select id, thread_id, source_key, in_reply_to from messages
    where workspace_id = ${ctx.actor.workspaceId}::uuid and in_reply_to = any(${answered}::text[])`.execute(
    ctx.db.withoutPlugins(),
  )
  return found.rows
}

/** What tells the stored messages of these keys apart: a mark of each text, computed where the text lies. */
export async function findTextMarks(ctx: Asked, keys: string[]): Promise<{ sourceKey: string; mark: string }[]> {
  const found = await sql<{ sourceKey: string; mark: string }>`
    select source_key as "sourceKey", md5(text) as mark from messages
    where workspace_id = ${ctx.actor.workspaceId}::uuid and source_key = any(${keys}::text[])`.execute(ctx.db.withoutPlugins())
  return found.rows
}

/** The text of one stored message. */
export async function findText(ctx: Asked, sourceKey: string): Promise<string> {
  const found = await sql<{ text: string }>`select text from messages
    where workspace_id = ${ctx.actor.workspaceId}::uuid and source_key = ${sourceKey}`.execute(ctx.db.withoutPlugins())
  return found.rows[0]?.text ?? ''
}

export type SubjectAsked = { subjectKey: string; from: string; to: string }
export type ThreadAlike = { threadId: string; subjectKey: string; firstAt: string; lastAt: string; emails: string[] }

/** Mail threads of the same subject alive between two moments, the ten latest of each subject, with the addresses of their people. */
export async function findThreadsAlike(ctx: Asked, asked: SubjectAsked[]): Promise<ThreadAlike[]> {
  if (!asked.length) return []
  const ws = ctx.actor.workspaceId
  const found = await sql<ThreadAlike>`
    select t.id as "threadId", t.subject_key as "subjectKey", t.first_at as "firstAt", t.last_at as "lastAt",
      array(select distinct p.email from participations w join people p on p.workspace_id = w.workspace_id and p.id = w.person_id
        where w.workspace_id = ${ws}::uuid and w.thread_id = t.id and p.email is not null) as emails
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as k("subjectKey" text, "from" timestamptz, "to" timestamptz)
    cross join lateral (
      select s.id, s.subject_key, s.first_at, s.last_at from threads s
      where s.workspace_id = ${ws}::uuid and s.subject_key = k."subjectKey" and s.last_at >= k."from" and s.first_at <= k."to"
        and s.source = 'mail'
      order by s.last_at desc limit 10) t`.execute(ctx.db.withoutPlugins())
  return found.rows
}

/** Some threads. */
export async function findThreadsByIds(ctx: Asked, ids: string[]): Promise<Row<typeof Thread>[]> {
  if (!ids.length) return []
  return tables(ctx)
    .selectFrom('threads as t')
    .select(threadColumns)
    .where('t.workspaceId', '=', ctx.actor.workspaceId)
    .where(among('t.id', ids))
    .execute()
}

export type Present = Pick<Row<typeof Person>, 'id' | 'name' | 'email' | 'side' | 'title'> & { messageId: string }

/** Who is on each of some messages. */
export async function findPresent(ctx: Asked, messageIds: string[]): Promise<Present[]> {
  if (!messageIds.length) return []
  return tables(ctx)
    .selectFrom('participations as w')
    .innerJoin('people as p', (on) => on.onRef('p.workspaceId', '=', 'w.workspaceId').onRef('p.id', '=', 'w.personId'))
    .select(['w.messageId', 'p.id', 'p.name', 'p.email', 'p.side', 'p.title'])
    .distinct()
    .where('w.workspaceId', '=', ctx.actor.workspaceId)
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .where(among('w.messageId', messageIds))
    .execute()
}

/** Where an import stands; holds it there until the transaction ends, so that nothing is written into one that is being taken back. */
export async function holdImport(ctx: Asked, importId: string): Promise<string | undefined> {
  const found = await sql<{ state: string }>`select state from imports
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${importId}::uuid for share`.execute(ctx.db.withoutPlugins())
  return found.rows[0]?.state
}

/** The time zone of the workspace. */
export async function findTimeZone(ctx: Asked): Promise<string> {
  const found = await sql<{ timeZone: string }>`select time_zone as "timeZone" from workspaces
    where workspace_id = ${ctx.actor.workspaceId}::uuid and id = ${ctx.actor.workspaceId}::uuid`.execute(ctx.db.withoutPlugins())
  return found.rows[0]?.timeZone ?? 'UTC'
}
