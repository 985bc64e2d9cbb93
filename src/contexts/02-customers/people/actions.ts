/** What happens when people are asked for, added, changed, removed, or met for the first time in a mail? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import type { RecentRows } from '#foundation/kernel/recent-rows.ts'
import { change, changeFrom, create, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked, saveUnlessReferred, saveUnlessTaken } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { isFreeMail } from '#foundation/platform/mail/know-free-mail.ts'
import { ownGiven } from '#foundation/platform/own-fields/own-given.ts'
import { leadAliases, leadMerged } from '#workspace/duplicates/actions-merge.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import { whoWasErased } from '#workspace/personal-data/actions.ts'
import {
  type AccountBook,
  findAccountsByDomain,
  findOrCreateAccounts,
  regionsOfAccounts,
  resolveAccounts,
  resolveDomains,
} from '../accounts/actions.ts'
import { accountDomainOf, isMachineAddress, isOwnAddress } from '../accounts/rules/known-domains.ts'
import { Person, type people } from './contract.ts'
import { cleanEmail } from './rules/clean-email.ts'
import { isGuessedName, namePerson } from './rules/name-person.ts'
import { phoneKey } from './rules/phone-key.ts'
import {
  type KnownPeople,
  keysOfPerson,
  learnPerson,
  nameOfRow,
  nobody,
  type PersonGiven,
  planPersonRow,
} from './rules/plan-person-row.ts'
import {
  listPeople,
  type PersonWithAccount,
  peopleByEmail,
  peopleByExternalId,
  peopleByIds,
  peopleByName,
  peopleByPhone,
  personById,
} from './store.ts'

const blank: Draft<typeof Person> = {
  name: '',
  email: null,
  accountId: null,
  title: null,
  phone: null,
  side: 'customer',
  foundFrom: 'person',
  externalId: null,
}

/** A person with every field that was not given left empty. */
export const personDraft = (given: Partial<Draft<typeof Person>> & { name: string }): Draft<typeof Person> => ({
  ...blank,
  ...given,
})

const taken = () =>
  new Problem(409, 'Somebody else already has this address or this id elsewhere, or the account is not there any more.', [
    { path: 'email', message: 'in use for another person' },
  ])

async function need(ctx: Ctx, id: string): Promise<PersonWithAccount> {
  const row = await personById(ctx, id)
  if (!row) throw notFound('person')
  return row
}

export const peopleActions = {
  async list(ctx, { limit, after, words, accountId, side }) {
    const [name, id] = after ? readCursor(after, 2) : [null, null]
    const rows = await listPeople(ctx, {
      words: words?.trim() ? words : null,
      accountId: accountId ?? null,
      side: side ?? null,
      after: after ? { name: String(name), id: String(id) } : null,
      most: limit + 1,
    })
    return pageFrom(rows, limit, (row) => writeCursor(row.name, row.id))
  },
  /** The id of a merged person leads to the one who was kept. */
  async get(ctx, { id }) {
    return need(ctx, (await personById(ctx, id)) ? id : ((await leadMerged(ctx, [id])).get(id) ?? id))
  },
  async create(ctx, { custom, ...given }) {
    const row = { ...personDraft(given), ...(await ownGiven(ctx, Person, custom, true)) }
    const saved = await saveUnlessBlocked(ctx, { why: `Added ${row.name}`, changes: [create(Person, row)] })
    if (!saved) throw taken()
    return need(ctx, saved.ids[0] ?? '')
  },
  async change(ctx, { id, base, custom, ...given }) {
    const row = await need(ctx, id)
    const set = { ...given, ...(await ownGiven(ctx, Person, custom, false)) }
    const saved = await saveUnlessBlocked(ctx, { why: `Changed ${row.name}`, changes: [changeFrom(Person, id, set, base)] })
    if (!saved) throw taken()
    return need(ctx, id)
  },
  async remove(ctx, { id }) {
    const row = await need(ctx, id)
    const saved = await saveUnlessReferred(ctx, { why: `Removed ${row.name}`, changes: [remove(Person, id)] })
    if (!saved?.changeSetId)
      throw new Problem(
        409,
        'Conversations, promises, tasks, notes or files still name this person. A person who took part cannot be removed.',
      )
    return { changeSetId: saved.changeSetId }
  },
} satisfies Actions<typeof people, Ctx>

export interface MetPerson {
  name: string
  email: string
}
export interface MetWhere {
  /** The workspace's own mail domains: their people are our side, and have no account. */
  ownDomains: readonly string[]
  /** When they were met (ISO). */
  at: string
}

/**
 * The people behind addresses; unknown ones are made, with the account of their domain. The map's keys are the addresses in small letters.
 * Absent from it: what is no address, and addresses of machines and mailing lists (noreply, mailer-daemon, lists.…), which are nobody.
 * Free-mail people have no account; shared addresses (info@, sales@) join an account that exists but make none.
 * A name that was only guessed from the address gives way to the one a later mail tells.
 * At most seven queries, however many there are; safe when two imports meet the same people at once.
 */
export async function findOrCreatePeople(
  ctx: Ctx,
  met: readonly MetPerson[],
  { ownDomains, at }: MetWhere,
): Promise<Map<string, Row<typeof Person>>> {
  const names = namesByEmail(met)
  const emails = [...names.keys()].sort()
  if (!emails.length) return new Map()
  // A row made by somebody else in between is found in the next round; each round leaves fewer.
  for (let round = 0; round < 5; round++) {
    const known = new Map((await peopleByEmail(ctx, emails)).map((row) => [row.email ?? '', row]))
    await followAliases(ctx, emails, known)
    const missing = emails.filter((e) => !known.has(e))
    await learnNames(ctx, known, names)
    if (!missing.length) return known
    const accountOf = await accountsOf(ctx, missing, ownDomains, at)
    const rows = missing.map((email) => {
      const side = isOwnAddress(email, ownDomains) ? ('vendor' as const) : ('customer' as const)
      return personDraft({
        name: namePerson(names.get(email) ?? '', email),
        email,
        accountId: accountOf(email),
        side,
        foundFrom: 'mail',
      })
    })
    const saved = await saveUnlessTaken(ctx, {
      why: rows.length === 1 ? `Met ${rows[0]?.name} in a mail` : `Met ${rows.length} people in mail`,
      changes: rows.map((row) => create(Person, row)),
    })
    if (saved) {
      const now = { createdAt: ctx.now, updatedAt: ctx.now }
      for (const [i, row] of rows.entries())
        known.set(row.email ?? '', { ...row, ...now, id: saved.ids[i] ?? '', accountName: null })
      return known
    }
  }
  throw new Problem(503, 'Too many others are adding the same people at this moment. Try again.')
}

/** An address that a merge gave up goes on leading to the person who was kept. */
async function followAliases(ctx: Ctx, emails: readonly string[], known: Map<string, PersonWithAccount>): Promise<void> {
  const led = await leadAliases(
    ctx,
    'people',
    emails.filter((e) => !known.has(e)),
  )
  if (!led.size) return
  const rows = new Map((await peopleByIds(ctx, [...led.values()])).map((row) => [row.id, row]))
  for (const [email, id] of led) {
    const row = rows.get(id)
    if (row) known.set(email, row)
  }
}

/** Addresses in small letters with the best name each came with; machines are left out. */
function namesByEmail(met: readonly MetPerson[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name, email: typed } of met) {
    const email = cleanEmail(typed)
    if (!email || isMachineAddress(email)) continue
    if (!names.get(email)?.trim()) names.set(email, name)
  }
  return names
}

async function learnNames(ctx: Ctx, known: Map<string, PersonWithAccount>, names: Map<string, string>): Promise<void> {
  const better = [...known].flatMap(([email, row]) => {
    const name = namePerson(names.get(email) ?? '', email)
    return row.foundFrom === 'mail' && isGuessedName(row.name, email) && name !== row.name ? [{ email, row, name }] : []
  })
  if (!better.length) return
  await ctx.save({ why: 'Learned names from mail', changes: better.map(({ row, name }) => change(Person, row.id, { name })) })
  for (const { email, row, name } of better) known.set(email, { ...row, name, updatedAt: ctx.now })
}

async function accountsOf(
  ctx: Ctx,
  emails: string[],
  own: readonly string[],
  at: string,
): Promise<(email: string) => string | null> {
  const wanted = emails.map((email) => ({ email, is: accountDomainOf(email, { own, isFreeMail }) }))
  const makers = wanted.flatMap(({ is }) => (is?.makesOne ? [{ domain: is.domain, at }] : []))
  const made = await findOrCreateAccounts(ctx, makers)
  const others = wanted.flatMap(({ is }) => (is && !is.makesOne && !made.has(is.domain) ? [is.domain] : []))
  const found = others.length ? await findAccountsByDomain(ctx, [...new Set(others)]) : new Map<string, { id: string }>()
  const domainOf = new Map(wanted.map(({ email, is }) => [email, is?.domain ?? '']))
  return (email) => {
    const domain = domainOf.get(email) ?? ''
    return (made.get(domain) ?? found.get(domain))?.id ?? null
  }
}

/** One person, or nothing. */
export const findPerson = (ctx: Ctx, id: string): Promise<PersonWithAccount | undefined> => personById(ctx, id)

/** The people who exist under these addresses, ids elsewhere, or names; for table files and transcripts. */
export const findPeople = {
  byEmail: (ctx: Ctx, emails: string[]): Promise<PersonWithAccount[]> => peopleByEmail(ctx, emails),
  byExternalId: (ctx: Ctx, ids: string[]): Promise<PersonWithAccount[]> => peopleByExternalId(ctx, ids),
  byName: (ctx: Ctx, names: string[]): Promise<PersonWithAccount[]> => peopleByName(ctx, names),
}

interface PeopleAround {
  ownDomains: readonly string[]
  book: AccountBook
  /** By what a row is taken for somebody who is there. */
  by?: ReadonlySet<string>
  /** Who was met lately, where what is planned is not written. */
  ahead?: RecentRows<Row<typeof Person>>
}

/**
 * Takes rows of a table in: finds the person that each means or makes it, with its account, and fills in what the row tells.
 * Answers for each, in order. A constant number of statements.
 */
export async function takePeopleRows(
  ctx: Ctx,
  rows: readonly PersonGiven[],
  { ownDomains, book, by, ahead }: PeopleAround,
): Promise<Ended[]> {
  const accountIds = await accountsOfRows(ctx, rows, ownDomains, book)
  const known = await peopleOfRows(ctx, rows, accountIds, by)
  const given = rows.map((row) => ({ ...row, name: nameOfRow(row) }))
  for (const row of ahead?.recall(given.flatMap(keysOfPerson)) ?? []) learnPerson(known, row)
  const learn = (row: Row<typeof Person>) => {
    learnPerson(known, row)
    ahead?.remember(row.id, row, keysOfPerson(row))
  }
  const isErased = await whoWasErased(ctx)
  const created = new Map<string, Draft<typeof Person>>()
  const changed = new Map<string, Partial<Row<typeof Person>>>()
  const ended = rows.map((given, at): Ended => {
    const { email, phone, externalId } = given
    if (
      isErased &&
      ((email && isErased({ email })) || (phone && isErased({ phone })) || (externalId && isErased({ externalId })))
    )
      return { outcome: 'skipped', rowId: null, notes: ['This person was erased, and stays so.'] }
    const isOurs = given.email !== undefined && isOwnAddress(given.email, ownDomains)
    const plan = planPersonRow(given, { accountId: accountIds[at] ?? null, isOurs }, known, by)
    if (plan.deed === 'skip') return { outcome: 'skipped', rowId: null, notes: plan.notes }
    if (plan.deed === 'none') return { outcome: 'already', rowId: plan.row.id, notes: plan.notes }
    if (plan.deed === 'create') {
      const id = ctx.id()
      const draft = personDraft(plan.draft)
      created.set(id, draft)
      learn({ ...draft, id, createdAt: ctx.now, updatedAt: ctx.now })
      return { outcome: 'stored', rowId: id, notes: plan.notes }
    }
    const { id } = plan.row
    const draft = created.get(id)
    if (draft) created.set(id, { ...draft, ...plan.set })
    else changed.set(id, { ...changed.get(id), ...plan.set })
    learn({ ...plan.row, ...plan.set })
    return { outcome: 'changed', rowId: id, notes: plan.notes }
  })
  const changes = [
    ...[...created].map(([id, draft]) => create(Person, { id, ...draft })),
    ...[...changed].map(([id, fields]) => change(Person, id, fields)),
  ]
  const saved = await saveUnlessBlocked(ctx, { why: `Took ${rows.length} rows of people from a table`, changes })
  if (!saved) throw new Problem(503, 'Others are changing the same people at this moment. Try again.')
  return ended
}

/** The account of each row: as it names it, else by its mail domain. */
async function accountsOfRows(
  ctx: Ctx,
  rows: readonly PersonGiven[],
  own: readonly string[],
  book: AccountBook,
): Promise<(string | null)[]> {
  const named = rows.map((r) => ({ externalId: r.accountExternalId ?? null, name: r.accountName ?? null }))
  const ids = await resolveAccounts(ctx, named, book)
  const rest = rows.flatMap((r, at) => (!ids[at] && !r.accountExternalId && !r.accountName && r.email ? [r.email] : []))
  const domainOf = new Map([...new Set(rest)].map((email) => [email, accountDomainOf(email, { own, isFreeMail })]))
  const byDomain = await resolveDomains(
    ctx,
    [...domainOf.values()].filter((is) => is !== null),
    book,
  )
  return rows.map((r, at) => ids[at] ?? byDomain.get((r.email && domainOf.get(r.email)?.domain) ?? '') ?? null)
}

async function peopleOfRows(
  ctx: Ctx,
  rows: readonly PersonGiven[],
  accountIds: readonly (string | null)[],
  by?: ReadonlySet<string>,
): Promise<KnownPeople> {
  const given = <T>(pick: (r: PersonGiven) => T | null | undefined) => [...new Set(rows.flatMap((r) => pick(r) ?? []))] as T[]
  const found = [
    ...(await peopleByName(ctx, given(nameOfRow))),
    ...(await peopleByEmail(
      ctx,
      given((r) => r.email),
    )),
    ...(await peopleByExternalId(
      ctx,
      given((r) => r.externalId),
    )),
    ...(by?.has('phone')
      ? await peopleByPhone(
          ctx,
          given((r) => r.phone && phoneKey(r.phone)),
        )
      : []),
  ]
  const around = [...accountIds, ...found.map((row) => row.accountId)]
  const known = nobody(by?.has('phone') ? await regionsOfAccounts(ctx, around) : undefined)
  for (const { accountName: _, ...row } of found) learnPerson(known, row)
  return known
}
