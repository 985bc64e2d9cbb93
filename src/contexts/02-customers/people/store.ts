/** How are people read? SQL in, rows out. */
import { type SqlBool, sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import { matchesWords } from '#foundation/platform/changes/match-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import type { Account } from '../accounts/contract.ts'
import { Person } from './contract.ts'

type PersonRow = Row<typeof Person>
export type PersonWithAccount = PersonRow & { accountName: string | null }
const ofWorkspace = (ctx: Ctx) =>
  ctx.db
    .withTables<{ people: TableOf<typeof Person>; accounts: TableOf<typeof Account> }>()
    .selectFrom('people as p')
    .leftJoin('accounts as a', (on) => on.onRef('a.workspaceId', '=', 'p.workspaceId').onRef('a.id', '=', 'p.accountId'))
    .select(pickColumns(Person, 'p'))
    .select('a.name as accountName')
    .where('p.workspaceId', '=', ctx.actor.workspaceId)

export interface PeopleAsked {
  words: string | null
  accountId: string | null
  side: PersonRow['side'] | null
  after: { name: string; id: string } | null
  most: number
}

/** People by name, those after a given one. */
export async function listPeople(ctx: Ctx, asked: PeopleAsked): Promise<PersonWithAccount[]> {
  const { words, accountId, side, after, most } = asked
  const said = words === null ? null : await matchesWords(ctx, sql.ref('p.id'), 'people', words)
  return ofWorkspace(ctx)
    .$if(accountId !== null, (q) => q.where('p.accountId', '=', accountId))
    .$if(side !== null, (q) => q.where('p.side', '=', side as PersonRow['side']))
    .$if(said !== null, (q) => q.where(said ?? sql<SqlBool>`true`))
    .$if(after !== null, (q) => q.where(sql<boolean>`(p.name, p.id) > (${after?.name}, ${after?.id}::uuid)`))
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(most)
    .execute()
}

export const personById = (ctx: Ctx, id: string): Promise<PersonWithAccount | undefined> =>
  ofWorkspace(ctx).where('p.id', '=', id).executeTakeFirst()

export const peopleByEmail = (ctx: Ctx, emails: string[]): Promise<PersonWithAccount[]> =>
  ofWorkspace(ctx).where('p.email', '=', sql<string>`any(${emails}::text[])`).execute()

export const peopleByIds = (ctx: Ctx, ids: string[]): Promise<PersonWithAccount[]> =>
  ofWorkspace(ctx).where('p.id', '=', sql<string>`any(${ids}::uuid[])`).execute()

export const peopleByExternalId = (ctx: Ctx, ids: string[]): Promise<PersonWithAccount[]> =>
  ofWorkspace(ctx).where('p.externalId', '=', sql<string>`any(${ids}::text[])`).execute()

/** People of these names, as they are written, in small letters, or with each word's first letter a capital. */
export const peopleByName = (ctx: Ctx, names: string[]): Promise<PersonWithAccount[]> => {
  const capital = (name: string) =>
    name.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  const spellings = [...new Set(names.flatMap((name) => [name, name.toLowerCase(), capital(name)]))]
  return ofWorkspace(ctx).where('p.name', '=', sql<string>`any(${spellings}::text[])`).execute()
}

/** People whose phone number ends in these figures. Reads every number there is: for who asks for it alone. */
export const peopleByPhone = (ctx: Ctx, keys: string[]): Promise<PersonWithAccount[]> =>
  ofWorkspace(ctx)
    .where('p.phone', 'is not', null)
    .where(
      sql`right(regexp_replace(regexp_replace(p.phone, '(x|ext|durchwahl).*$', '', 'i'), '\\D', '', 'g'), 7)`,
      '=',
      sql`any(${keys}::text[])`,
    )
    .execute()
