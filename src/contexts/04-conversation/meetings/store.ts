/** How are meetings read? SQL in, rows out. */
import { sql } from 'kysely'
import type { Account } from '#customers/accounts/contract.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { Meeting, MeetingPerson } from './contract.ts'

export type MeetingRow = Row<typeof Meeting>
export type ParticipantRow = Row<typeof MeetingPerson>
type Named = MeetingRow & { accountName: string | null }

const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    meetings: TableOf<typeof Meeting>
    meetingPeople: TableOf<typeof MeetingPerson>
    accounts: TableOf<typeof Account>
  }>()
const ofWorkspace = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('meetings as m')
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'm.workspaceId').onRef('a.id', '=', 'm.accountId'))
    .select(pickColumns(Meeting, 'm'))
    .select('a.name as accountName')
    .where('m.workspaceId', '=', ctx.actor.workspaceId)

export interface MeetingsAsked {
  accountId: string | null
  personId: string | null
  before: { startsAt: string; id: string } | null
  most: number
}

/** Meetings, the latest begin first, those before a given one. */
export function listMeetings(ctx: Ctx, { accountId, personId, before, most }: MeetingsAsked): Promise<Named[]> {
  const own = ctx.actor.workspaceId
  return ofWorkspace(ctx)
    .$if(accountId !== null, (q) => q.where('m.accountId', '=', accountId))
    .$if(personId !== null, (q) =>
      q.where(
        sql<boolean>`exists (select 1 from meeting_people p where p.workspace_id = ${own}::uuid and p.meeting_id = m.id and p.person_id = ${personId}::uuid)`,
      ),
    )
    .$if(before !== null, (q) =>
      q.where(sql<boolean>`(m.starts_at, m.id) < (${before?.startsAt}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('m.startsAt', 'desc')
    .orderBy('m.id', 'desc')
    .limit(most)
    .execute()
}

export const meetingById = (ctx: Ctx, id: string): Promise<Named | undefined> =>
  ofWorkspace(ctx).where('m.id', '=', id).executeTakeFirst()

export const meetingsByKey = (ctx: Ctx, keys: string[]): Promise<Named[]> =>
  ofWorkspace(ctx).where('m.sourceKey', '=', sql<string>`any(${keys}::text[])`).execute()

/** Who takes part in these meetings, the organizer first. */
export const participantsOf = (ctx: Ctx, meetingIds: string[]): Promise<ParticipantRow[]> =>
  tables(ctx)
    .selectFrom('meetingPeople as p')
    .select(pickColumns(MeetingPerson, 'p'))
    .where('p.workspaceId', '=', ctx.actor.workspaceId)
    .where('p.meetingId', '=', sql<string>`any(${meetingIds}::uuid[])`)
    .orderBy('p.meetingId')
    .orderBy('p.id')
    .execute()
