/** What happens when accounts are asked for, added, changed, removed, or met for the first time in a mail? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import type { RecentRows } from '#foundation/kernel/recent-rows.ts'
import { regionOfCountry } from '#foundation/language/read-phone.ts'
import { change, changeFrom, create, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked, saveUnlessReferred, saveUnlessTaken } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { isFreeMail } from '#foundation/platform/mail/know-free-mail.ts'
import { ownGiven } from '#foundation/platform/own-fields/own-given.ts'
import { leadAliases, leadMerged } from '#workspace/duplicates/actions-merge.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import { homeRegion } from '#workspace/members/actions.ts'
import { Account, type accounts } from './contract.ts'
import {
  accountInPath,
  findAccount,
  type KnownAccounts,
  keysInPath,
  keysOfAccount,
  learnAccount,
  noAccounts,
} from './rules/find-account.ts'
import { accountNameKey } from './rules/key-account-name.ts'
import { cleanDomain } from './rules/known-domains.ts'
import { nameAccountFromDomain } from './rules/name-account-from-domain.ts'
import { type AccountGiven, planAccountRow } from './rules/plan-account-row.ts'
import {
  accountById,
  accountsBehind,
  accountsByDomain,
  accountsByExternalId,
  accountsByIds,
  accountsByNameKey,
  keepNameKeys,
  listAccounts,
  namesWithoutKey,
} from './store.ts'

const blank: Draft<typeof Account> = {
  name: '',
  domain: null,
  website: null,
  industry: null,
  country: null,
  employeeCount: null,
  standing: 'prospect',
  ownerId: null,
  foundFrom: 'person',
  externalId: null,
  note: null,
}

/** An account with every field that was not given left empty. */
export const accountDraft = (given: Partial<Draft<typeof Account>> & { name: string }): Draft<typeof Account> => ({
  ...blank,
  ...given,
})

const taken = () =>
  new Problem(409, 'Another account already has this mail domain or this id elsewhere, or the owner is not there any more.', [
    { path: 'domain', message: 'in use at another account' },
  ])

function readDomain(typed: string | null | undefined): { domain?: string | null } {
  if (typed === undefined) return {}
  const domain = typed === null ? null : cleanDomain(typed)
  if (typed !== null && !domain)
    throw new Problem(422, 'Write the mail domain as in acme.com.', [{ path: 'domain', message: 'not a domain' }])
  return { domain }
}

async function need(ctx: Ctx, id: string): Promise<Row<typeof Account>> {
  const row = await accountById(ctx, id)
  if (!row) throw notFound('account')
  return row
}

export const accountsActions = {
  async list(ctx, { limit, after, words, standing }) {
    const [name, id] = after ? readCursor(after, 2) : [null, null]
    const rows = await listAccounts(ctx, {
      words: words?.trim() ? words : null,
      standing: standing ?? null,
      after: after ? { name: String(name), id: String(id) } : null,
      most: limit + 1,
    })
    return pageFrom(rows, limit, (row) => writeCursor(row.name, row.id))
  },
  /** The id of a merged account leads to the one that was kept. */
  async get(ctx, { id }) {
    return need(ctx, (await accountById(ctx, id)) ? id : ((await leadMerged(ctx, [id])).get(id) ?? id))
  },
  async create(ctx, { custom, ...given }) {
    const own = await ownGiven(ctx, Account, custom, true)
    const row = { ...accountDraft({ ...given, ...readDomain(given.domain) }), ...own }
    const saved = await saveUnlessBlocked(ctx, { why: `Added the account ${row.name}`, changes: [create(Account, row)] })
    if (!saved) throw taken()
    return need(ctx, saved.ids[0] ?? '')
  },
  async change(ctx, { id, base, custom, ...given }) {
    const row = await need(ctx, id)
    const set = { ...given, ...readDomain(given.domain), ...(await ownGiven(ctx, Account, custom, false)) }
    const saved = await saveUnlessBlocked(ctx, {
      why: `Changed the account ${row.name}`,
      changes: [changeFrom(Account, id, set, base)],
    })
    if (!saved) throw taken()
    return need(ctx, id)
  },
  async remove(ctx, { id }) {
    const row = await need(ctx, id)
    const saved = await saveUnlessReferred(ctx, { why: `Removed the account ${row.name}`, changes: [remove(Account, id)] })
    if (!saved?.changeSetId)
      throw new Problem(
        409,
        'People, conversations, opportunities, tasks, notes or files still belong to this account. Move them first, then remove it.',
      )
    return { changeSetId: saved.changeSetId }
  },
} satisfies Actions<typeof accounts, Ctx>

/**
 * The accounts of mail domains; those not yet known are made and named after their domain.
 * Two queries and a save, however many there are; safe when two imports meet the same domain at once.
 * @param met registered domains ("acme.com") and when each was first met
 */
export async function findOrCreateAccounts(
  ctx: Ctx,
  met: readonly { domain: string; at: string }[],
): Promise<Map<string, Row<typeof Account>>> {
  const domains = [...new Set(met.map((m) => m.domain))].sort()
  if (!domains.length) return new Map()
  const known = new Map<string, Row<typeof Account>>()
  // A row made by somebody else in between is found in the next round; each round leaves fewer.
  for (let round = 0; round < 5; round++) {
    for (const row of await accountsByDomain(ctx, domains)) if (row.domain) known.set(row.domain, row)
    await followAliases(ctx, domains, known)
    const missing = domains.filter((d) => !known.has(d))
    if (!missing.length) return known
    const rows = missing.map((domain) => accountDraft({ name: nameAccountFromDomain(domain), domain, foundFrom: 'mail' }))
    const saved = await saveUnlessTaken(ctx, {
      why: rows.length === 1 ? `Met the account ${rows[0]?.name} in a mail` : `Met ${rows.length} accounts in mail`,
      changes: rows.map((row) => create(Account, row)),
    })
    if (saved) {
      for (const row of await accountsByIds(ctx, saved.ids)) if (row.domain) known.set(row.domain, row)
      return known
    }
  }
  throw new Problem(503, 'Too many others are adding the same accounts at this moment. Try again.')
}

/** A domain that a merge gave up goes on leading to the account that was kept. */
async function followAliases(ctx: Ctx, domains: readonly string[], known: Map<string, Row<typeof Account>>): Promise<void> {
  const led = await leadAliases(
    ctx,
    'accounts',
    domains.filter((d) => !known.has(d)),
  )
  if (!led.size) return
  const rows = new Map((await accountsByIds(ctx, [...led.values()])).map((row) => [row.id, row]))
  for (const [domain, id] of led) {
    const row = rows.get(id)
    if (row) known.set(domain, row)
  }
}

/** The accounts of these mail domains that exist. */
export async function findAccountsByDomain(ctx: Ctx, domains: string[]): Promise<Map<string, Row<typeof Account>>> {
  const known = new Map((await accountsByDomain(ctx, domains)).map((row) => [row.domain ?? '', row]))
  await followAliases(ctx, domains, known)
  return known
}

/** What a long undertaking carries from batch to batch: nothing but what it planned lately and did not write, as in a look ahead. */
export interface AccountBook {
  planned: RecentRows<Row<typeof Account>> | null
}
export const openAccountBook = (planned: AccountBook['planned'] = null): AccountBook => ({ planned })

interface AskedAccounts {
  externalIds?: readonly (string | null | undefined)[]
  domains?: readonly (string | null | undefined)[]
  names?: readonly (string | null | undefined)[]
  keys?: readonly string[]
}

/** The accounts that a batch may mean, and no others: by their ids elsewhere, their domains, and their names without legal form. */
async function accountsMeant(ctx: Ctx, book: AccountBook, asked: AskedAccounts): Promise<KnownAccounts> {
  const once = (all: readonly (string | null | undefined)[] = []) =>
    [...new Set(all.filter((one) => one != null && one !== ''))] as string[]
  const [externalIds, domains] = [once(asked.externalIds), once(asked.domains)]
  const keys = once([...(asked.keys ?? []), ...once(asked.names).map(accountNameKey)])
  const found = [
    ...(externalIds.length ? await accountsByExternalId(ctx, externalIds) : []),
    ...(domains.length ? await accountsByDomain(ctx, domains) : []),
    ...(keys.length ? await accountsByNameKey(ctx, keys) : []),
  ]
  const known = noAccounts()
  for (const row of found.sort((a, b) => (a.id < b.id ? -1 : 1))) learnAccount(known, row)
  const planned = [
    ...externalIds.map((id) => `id ${id}`),
    ...domains.map((domain) => `domain ${domain}`),
    ...keys.map((key) => `name ${key}`),
  ]
  for (const row of book.planned?.recall(planned) ?? []) learnAccount(known, row)
  return known
}

/** The accounts that exist under mail domains, for who makes none. */
export const accountsOfDomains = (ctx: Ctx, domains: readonly string[], book: AccountBook): Promise<KnownAccounts> =>
  accountsMeant(ctx, book, { domains })

/** The account that each path names in its folders or file name. */
export async function accountsOfPaths(
  ctx: Ctx,
  paths: readonly string[],
  book: AccountBook,
): Promise<(path: string) => string | null> {
  const known = await accountsMeant(ctx, book, { keys: paths.flatMap(keysInPath) })
  return (path) => accountInPath(known, path)?.id ?? null
}

const keyedAtOnce = 2000
/** Gives names from before there were keys their keys, some at a time. True when none is left. */
export async function keyOlderNames(ctx: Ctx): Promise<boolean> {
  const names = await namesWithoutKey(ctx, keyedAtOnce)
  if (names.length)
    await keepNameKeys(
      ctx,
      names.map(({ id, title }) => ({ id, key: accountNameKey(title) })),
    )
  return names.length < keyedAtOnce
}

export type OwnerOf = (name: string) => string | null

/**
 * Takes rows of a table in: finds the account that each means or makes it, and fills in what the row tells. Answers for each, in order.
 * A constant number of statements, and no more in memory than the rows and what they may mean; call it again when it throws 503, as for any
 * other conflict. `among`: the accounts they may mean, where they are known already.
 */
export async function takeAccountRows(
  ctx: Ctx,
  rows: readonly AccountGiven[],
  book: AccountBook,
  ownerId: OwnerOf,
  by?: ReadonlySet<string>,
  among?: KnownAccounts,
): Promise<Ended[]> {
  const domains = rows.map(({ domain, website }) => ((domain ?? website) ? cleanDomain(domain ?? website ?? '') : null))
  const named = rows.map((row, at) => row.name ?? (domains[at] ? nameAccountFromDomain(domains[at]) : null))
  const known =
    among ?? (await accountsMeant(ctx, book, { externalIds: rows.map((row) => row.externalId), domains, names: named }))
  const learn = (row: Row<typeof Account>) => {
    learnAccount(known, row)
    book.planned?.remember(row.id, row, keysOfAccount(row))
  }
  const created = new Map<string, Draft<typeof Account>>()
  const changed = new Map<string, Partial<Row<typeof Account>>>()
  const ended = rows.map((given): Ended => {
    const plan = planAccountRow(given, known, { ownerId, isShared: isFreeMail, ...(by ? { by } : {}) })
    if (plan.deed === 'skip') return { outcome: 'skipped', rowId: null, notes: plan.notes }
    if (plan.deed === 'none') return { outcome: 'already', rowId: plan.row.id, notes: plan.notes }
    const moments = { createdAt: ctx.now, updatedAt: ctx.now }
    if (plan.deed === 'create') {
      const id = ctx.id()
      const draft = accountDraft(plan.draft)
      created.set(id, draft)
      learn({ ...draft, ...moments, id })
      return { outcome: 'stored', rowId: id, notes: plan.notes }
    }
    const { id } = plan.row
    const draft = created.get(id)
    if (draft) created.set(id, { ...draft, ...plan.set })
    else changed.set(id, { ...changed.get(id), ...plan.set })
    learn({ ...plan.row, ...plan.set, updatedAt: ctx.now })
    return { outcome: 'changed', rowId: id, notes: plan.notes }
  })
  const changes = [
    ...[...created].map(([id, draft]) => create(Account, { id, ...draft })),
    ...[...changed].map(([id, fields]) => change(Account, id, fields)),
  ]
  const saved = await saveUnlessBlocked(ctx, { why: `Took ${rows.length} rows of accounts from a table`, changes })
  if (!saved) throw new Problem(503, 'Others are changing the same accounts at this moment. Try again.')
  return ended
}

/** The accounts that rows of other tables name, by id elsewhere or by name. One that is not there is made; one that is there keeps its name. */
export async function resolveAccounts(
  ctx: Ctx,
  named: readonly { externalId: string | null; name: string | null }[],
  book: AccountBook,
): Promise<(string | null)[]> {
  const known = await accountsMeant(ctx, book, { externalIds: named.map((n) => n.externalId), names: named.map((n) => n.name) })
  const byId = (externalId: string | null) => (externalId ? known.byExternalId.get(externalId) : undefined)
  const missing = new Map<string, string>()
  for (const { externalId, name } of named)
    if (name !== null && !byId(externalId) && !findAccount(known, { name })) {
      const key = accountNameKey(name)
      if (!missing.has(key)) missing.set(key, name)
    }
  const rows = [...missing.values()].map((name) => ({ name }))
  if (rows.length) await takeAccountRows(ctx, rows, book, () => null, undefined, known)
  return named.map((n) => (byId(n.externalId) ?? (n.name === null ? null : findAccount(known, { name: n.name })))?.id ?? null)
}

/** The accounts of mail domains, for rows that name none. Of those not yet known, the ones that may be made are made, named after their domain. */
export async function resolveDomains(
  ctx: Ctx,
  met: readonly { domain: string; makesOne: boolean }[],
  book: AccountBook,
): Promise<Map<string, string>> {
  const known = await accountsMeant(ctx, book, { domains: met.map((m) => m.domain) })
  const missing = [...new Set(met.flatMap((m) => (m.makesOne && !known.byDomain.has(m.domain) ? [m.domain] : [])))].sort()
  const rows = missing.map((domain) => ({
    id: ctx.id(),
    ...accountDraft({ name: nameAccountFromDomain(domain), domain, foundFrom: 'table' }),
  }))
  if (rows.length) {
    const changes = rows.map((row) => create(Account, row))
    const saved = await saveUnlessBlocked(ctx, { why: `Met ${rows.length} accounts in a table`, changes })
    if (!saved) throw new Problem(503, 'Others are adding the same accounts at this moment. Try again.')
    for (const row of rows) {
      const made = { ...row, createdAt: ctx.now, updatedAt: ctx.now }
      learnAccount(known, made)
      book.planned?.remember(made.id, made, keysOfAccount(made))
    }
  }
  return new Map(
    met.flatMap(({ domain }) => (known.byDomain.has(domain) ? [[domain, known.byDomain.get(domain)?.id ?? '']] : [])),
  )
}

/** In which country the telephones of an account ring that do not say it themselves: in its own, else in that of this house. */
export async function regionsOfAccounts(
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<(accountId: string | null) => string | null> {
  const home = await homeRegion(ctx)
  const rows = await accountsByIds(ctx, [...new Set(ids.filter((id) => id !== null))])
  const regions = new Map(rows.map((row) => [row.id, regionOfCountry(row.country)]))
  return (accountId) => regions.get(accountId ?? '') ?? home
}

/** What something is about. */
export interface About {
  accountId: string | null
  personId: string | null
  opportunityId: string | null
}

/** The same with the account filled in that its opportunity or person belongs to, when none was named. */
export async function fillAccount(ctx: Ctx, about: About): Promise<About> {
  const { accountId, personId, opportunityId } = about
  if (accountId !== null || (personId === null && opportunityId === null)) return about
  const found = await accountsBehind(ctx, personId, opportunityId)
  const of = (which: 'person' | 'opportunity') => found.find((one) => one.of === which)?.accountId
  return { ...about, accountId: of('opportunity') ?? of('person') ?? null }
}
