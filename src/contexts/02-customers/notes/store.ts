/** How are notes read? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import { matchesWords } from '#foundation/platform/changes/match-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import type { Member } from '#workspace/members/contract.ts'
import type { Account } from '../accounts/contract.ts'
import type { Person } from '../people/contract.ts'
import { Note } from './contract.ts'

type Names = 'authorName' | 'accountName' | 'personName' | 'opportunityName'
export type NoteWithNames = Row<typeof Note> & Record<Names, string | null>

const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    notes: TableOf<typeof Note>
    members: TableOf<typeof Member>
    accounts: TableOf<typeof Account>
    people: TableOf<typeof Person>
    opportunities: { workspaceId: string; id: string; name: string }
  }>()

const ofWorkspace = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('notes as n')
    .leftJoin('members as m', (on) => on.onRef('m.workspaceId', '=', 'n.workspaceId').onRef('m.id', '=', 'n.authorId'))
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'n.workspaceId').onRef('a.id', '=', 'n.accountId'))
    .leftJoin('people as p', (on) => on.onRef('p.workspaceId', '=', 'n.workspaceId').onRef('p.id', '=', 'n.personId'))
    .leftJoin('opportunities as o', (on) => on.onRef('o.workspaceId', '=', 'n.workspaceId').onRef('o.id', '=', 'n.opportunityId'))
    .select(pickColumns(Note, 'n'))
    .select(['m.name as authorName', 'a.name as accountName', 'p.name as personName', 'o.name as opportunityName'])
    .where('n.workspaceId', '=', ctx.actor.workspaceId)

export interface NotesAsked {
  accountId: string | null
  personId: string | null
  opportunityId: string | null
  words: string | null
  after: { pinned: boolean; createdAt: string; id: string } | null
  most: number
}

/** Notes, the pinned first, then the latest; those behind a given one. */
export async function listNotes(ctx: Ctx, asked: NotesAsked): Promise<NoteWithNames[]> {
  const { accountId, personId, opportunityId, words, after, most } = asked
  const said = words === null ? null : await matchesWords(ctx, sql.ref('n.id'), 'notes', words)
  return ofWorkspace(ctx)
    .$if(accountId !== null, (q) => q.where('n.accountId', '=', accountId))
    .$if(personId !== null, (q) => q.where('n.personId', '=', personId))
    .$if(opportunityId !== null, (q) => q.where('n.opportunityId', '=', opportunityId))
    .$if(said !== null, (q) => q.where(said ?? sql<SqlBool>`true`))
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(n.pinned, n.created_at, n.id) < (${after?.pinned}::boolean, ${after?.createdAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('n.pinned', 'desc')
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(most)
    .execute()
}

export const noteById = (ctx: Ctx, id: string): Promise<NoteWithNames | undefined> =>
  ofWorkspace(ctx).where('n.id', '=', id).executeTakeFirst()
