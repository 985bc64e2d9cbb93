/** Which account does a table's row, or a file's name, mean? */
import type { Row } from '#foundation/contract/record.ts'
import type { Account } from '../contract.ts'
import { accountNameKey } from './key-account-name.ts'

type AccountRow = Row<typeof Account>
/** What is known of the accounts that a batch names, by the three ways in which they are named. */
export interface KnownAccounts {
  byId: Map<string, AccountRow>
  byExternalId: Map<string, AccountRow>
  byDomain: Map<string, AccountRow>
  byKey: Map<string, AccountRow[]>
}

/** A name of more words names no account. */
const mostWords = 24

const everyKey: ReadonlySet<string> = new Set(['externalId', 'domain', 'name'])

export const noAccounts = (): KnownAccounts => ({
  byId: new Map(),
  byExternalId: new Map(),
  byDomain: new Map(),
  byKey: new Map(),
})

/** Takes a row in, in place of what was known of it before. */
export function learnAccount(known: KnownAccounts, row: AccountRow): void {
  forgetAccount(known, row.id)
  known.byId.set(row.id, row)
  if (row.externalId) known.byExternalId.set(row.externalId, row)
  if (row.domain) known.byDomain.set(row.domain, row)
  const key = accountNameKey(row.name)
  known.byKey.set(key, [...(known.byKey.get(key) ?? []), row])
}

export function forgetAccount(known: KnownAccounts, id: string): void {
  const row = known.byId.get(id)
  if (!row) return
  known.byId.delete(id)
  if (row.externalId) known.byExternalId.delete(row.externalId)
  if (row.domain) known.byDomain.delete(row.domain)
  const key = accountNameKey(row.name)
  known.byKey.set(
    key,
    (known.byKey.get(key) ?? []).filter((r) => r.id !== id),
  )
}

/**
 * The account that is meant: by its id elsewhere, then its domain, then its name without legal form. A name does not join two rows that
 * another system tells apart by their ids.
 * @param by which of these are asked; all, unless a person chose
 */
export function findAccount(
  known: KnownAccounts,
  asked: { externalId?: string | null; domain?: string | null; name?: string | null },
  by: ReadonlySet<string> = everyKey,
): AccountRow | null {
  const tellsApart = by.has('externalId') && asked.externalId
  const byId = tellsApart ? known.byExternalId.get(tellsApart) : undefined
  if (byId) return byId
  const free = (row: AccountRow | undefined) => (row && (!tellsApart || !row.externalId) ? row : undefined)
  const byDomain = by.has('domain') && asked.domain ? free(known.byDomain.get(asked.domain)) : undefined
  if (byDomain) return byDomain
  const named = by.has('name') && asked.name ? (known.byKey.get(accountNameKey(asked.name)) ?? []).filter((row) => free(row)) : []
  return named.length === 1 || (named.length > 1 && !tellsApart) ? (named[0] ?? null) : null
}

/** Every stretch of words in a path's folders and file name ("calls/acme-corp__4.txt") that an account may be called by. */
export function keysInPath(path: string): string[] {
  const keys = new Set<string>()
  for (const segment of path.replace(/\.[a-z0-9]{1,5}$/i, '').split('/')) {
    const words = segment
      .split(/[^\p{L}\p{N}&]+|(?<=\p{L})(?=\d)/u)
      .filter(Boolean)
      .slice(0, mostWords)
    for (let from = 0; from < words.length; from++)
      for (let to = words.length; to > from; to--) keys.add(accountNameKey(words.slice(from, to).join(' ')))
  }
  return [...keys].filter((key) => key.length >= 4)
}

/** The account that a path names; null when none or several do. */
export function accountInPath(known: KnownAccounts, path: string): AccountRow | null {
  const found = new Set<AccountRow>()
  for (const key of keysInPath(path)) {
    const named = known.byKey.get(key) ?? []
    if (named.length === 1 && named[0]) found.add(named[0])
  }
  return found.size === 1 ? ([...found][0] ?? null) : null
}

/** Under which keys a row is found again. */
export const keysOfAccount = ({ externalId, domain, name }: Pick<AccountRow, 'externalId' | 'domain' | 'name'>): string[] => [
  ...(externalId ? [`id ${externalId}`] : []),
  ...(domain ? [`domain ${domain}`] : []),
  `name ${accountNameKey(name)}`,
]
