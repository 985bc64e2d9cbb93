/** What did one person write and say, and with whom? SQL in, rows out. */
import { sql } from 'kysely'
import type { Row } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Message } from './contract.ts'

type Parts = Row<typeof Message>['parts']
export type Spoken = {
  id: string
  source: 'mail' | 'call'
  text: string
  parts: Parts
  fromName: string
  fromEmail: string | null
  isTheirs: boolean
}

/** A batch of the messages that a person wrote, or a call they spoke in. */
export async function findSpoken(ctx: Ctx, personId: string, after: string | null, most: number): Promise<Spoken[]> {
  const ws = ctx.actor.workspaceId
  const { rows } =
    await sql<Spoken>`select m.id, m.source, m.text, m.parts, m.from_name as "fromName", m.from_email as "fromEmail",
      coalesce(m.from_person_id = ${personId}::uuid, false) as "isTheirs"
    from messages m where m.workspace_id = ${ws}::uuid ${after ? sql`and m.id > ${after}::uuid` : sql``}
      and (m.from_person_id = ${personId}::uuid or (m.source = 'call' and m.id in
        (select w.message_id from participations w where w.workspace_id = ${ws}::uuid and w.person_id = ${personId}::uuid)))
    order by m.id limit ${most}`.execute(ctx.db.withoutPlugins())
  return rows
}

/** How headers and lists of speakers name a person. */
export async function findNamings(ctx: Ctx, personId: string): Promise<{ name: string; email: string | null }[]> {
  const ws = ctx.actor.workspaceId
  const { rows } = await sql<{ name: string; email: string | null }>`
    select distinct r ->> 'name' as name, r ->> 'email' as email from participations w
    join messages m on m.workspace_id = w.workspace_id and m.id = w.message_id cross join jsonb_array_elements(m.recipients) r
    where w.workspace_id = ${ws}::uuid and m.workspace_id = ${ws}::uuid and w.person_id = ${personId}::uuid and r ->> 'personId' = ${personId}
    limit 500`.execute(ctx.db.withoutPlugins())
  return rows
}

/** Conversations that a person took part in, and how others in them are called. */
export async function findCompany(ctx: Ctx, personId: string): Promise<{ threadIds: string[]; others: string[] }> {
  const ws = ctx.actor.workspaceId
  const { rows } = await sql<{ threadIds: string[]; others: string[] }>`
    with mine as (select distinct thread_id from participations where workspace_id = ${ws}::uuid and person_id = ${personId}::uuid)
    select array(select thread_id::text from mine) as "threadIds", array(select distinct p.name from mine
      join participations w on w.workspace_id = ${ws}::uuid and w.thread_id = mine.thread_id
      join people p on p.workspace_id = w.workspace_id and p.id = w.person_id where p.id <> ${personId}::uuid) as others`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows[0] ?? { threadIds: [], others: [] }
}

/** A batch of mails by a person: under their id or one of their addresses. */
export async function findMailsOf(ctx: Ctx, personId: string, emails: string[], most: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from messages where workspace_id = ${ctx.actor.workspaceId}::uuid and source = 'mail'
    and (from_person_id = ${personId}::uuid or lower(from_email) = any(${emails}::text[])) order by id limit ${most}`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows.map((row) => row.id)
}

export type Text = { id: string; threadId: string; text: string; parts: Parts }
/** A batch of all messages, for reading through. */
export async function findTexts(ctx: Ctx, after: string | null, most: number): Promise<Text[]> {
  const { rows } = await sql<Text>`select id, thread_id as "threadId", text, parts from messages
    where workspace_id = ${ctx.actor.workspaceId}::uuid ${after ? sql`and id > ${after}::uuid` : sql``} order by id limit ${most}`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows
}

export type Counted = Pick<Row<typeof Message>, 'threadId' | 'sentAt' | 'side' | 'automatic' | 'accountId'> & {
  text: string
  parts: Parts
}
/** The messages of some threads, for counting them anew. */
export async function findOfThreads(ctx: Ctx, threadIds: string[]): Promise<Counted[]> {
  const { rows } =
    await sql<Counted>`select thread_id as "threadId", sent_at as "sentAt", side, automatic, account_id as "accountId",
      left(text, 4000) as text, parts from messages
    where workspace_id = ${ctx.actor.workspaceId}::uuid and thread_id = any(${threadIds}::uuid[]) order by sent_at, id`.execute(
      ctx.db.withoutPlugins(),
    )
  return rows
}
