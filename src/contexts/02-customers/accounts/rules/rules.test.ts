/** Do two spellings of a company meet, and do two companies keep apart? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountInPath, findAccount, forgetAccount, learnAccount, noAccounts } from './find-account.ts'
import { accountNameKey } from './key-account-name.ts'
import { nameAccountFromDomain } from './name-account-from-domain.ts'
import { type AccountGiven, planAccountRow } from './plan-account-row.ts'
import { readStanding } from './read-standing.ts'

const at = '2026-01-01T00:00:00.000Z'
const account = (id: string, name: string, more: { domain?: string; externalId?: string; employeeCount?: number } = {}) => ({
  id,
  createdAt: at,
  updatedAt: at,
  name,
  domain: null,
  website: null,
  industry: null,
  country: null,
  employeeCount: null,
  standing: 'prospect' as const,
  ownerId: null,
  foundFrom: 'table' as const,
  externalId: null,
  note: null,
  ...more,
})
const knowing = (...rows: ReturnType<typeof account>[]) => {
  const known = noAccounts()
  for (const row of rows) learnAccount(known, row)
  return known
}

describe('names', () => {
  it.each([
    ['Müller & Co. GmbH', 'Muller'],
    ['ACME, Inc.', 'Acme'],
    ['Nexiv Solutions Inc.', 'nexiv-solutions'],
    ['The Boring Company', 'boring'],
    ['Groß KG', 'gross'],
    ['L’Oréal S.A.', 'loreal'],
  ])('%s and %s are one', (a, b) => expect(accountNameKey(a)).toBe(accountNameKey(b)))
  it.each([
    ['Acme', 'Acme Robotics'],
    ['Co', 'Inc'],
    ['AB Volvo', 'AB'],
  ])('%s and %s are two', (a, b) => expect(accountNameKey(a)).not.toBe(accountNameKey(b)))
  it('leaves a key of every name with a letter or figure', () => {
    fc.assert(fc.property(fc.string(), (s) => /[\p{L}\p{N}]/u.test(s.normalize('NFKD')) === (accountNameKey(s) !== '')))
  })
  it.each([
    ['nexiv-solutions.co.uk', 'Nexiv Solutions'],
    ['ibm.com', 'IBM'],
    ['acme.example', 'Acme'],
  ])('%s is called %s', (domain, name) => expect(nameAccountFromDomain(domain)).toBe(name))
  it.each([
    ['Customer - Direct', 'customer'],
    ['Prospect', 'prospect'],
    ['Former customer', 'former'],
    ['Analyst', null],
  ])('%s stands as %s', (words, standing) => expect(readStanding(words)).toBe(standing))
})

describe('which account is meant', () => {
  const acme = account('1', 'Acme Ltd', { domain: 'acme.example', externalId: 'A1' })
  const twin = account('2', 'Acme', { externalId: 'A2' })
  it('is told by the id, then the domain, then the name; ids keep namesakes apart', () => {
    const known = knowing(acme, twin)
    expect(findAccount(known, { externalId: 'A2', name: 'Acme Ltd', domain: 'acme.example' })?.id).toBe('2')
    expect(findAccount(known, { domain: 'acme.example' })?.id).toBe('1')
    expect(findAccount(known, { externalId: 'A3', name: 'Acme' })).toBeNull()
    expect(findAccount(known, { name: 'ACME Inc' })?.id).toBe('1')
    expect(findAccount(known, { name: 'Other' })).toBeNull()
    forgetAccount(known, '1')
    expect(findAccount(known, { name: 'ACME Inc' })?.id).toBe('2')
    expect(findAccount(known, { domain: 'acme.example' })).toBeNull()
  })
  it.each([
    ['nile/modamart__4_transcript.txt', '3'],
    ['calls/Moda Mart GmbH/2026-01-02.vtt', '3'],
    ['calls/acme vs modamart.txt', null],
    ['calls/kickoff.txt', null],
  ])('%s names account %s', (path, id) =>
    expect(accountInPath(knowing(acme, account('3', 'ModaMart')), path)?.id ?? null).toBe(id),
  )
})

describe('a row of a table', () => {
  const helpers = { ownerId: (name: string) => (name === 'Olga' ? 'o' : null), isShared: (d: string) => d === 'gmail.com' }
  const plan = (given: AccountGiven, ...rows: ReturnType<typeof account>[]) => planAccountRow(given, knowing(...rows), helpers)
  it('never takes away what is there, and says what it left out', () => {
    const there = account('1', 'Acme', { domain: 'acme.example', employeeCount: 5 })
    expect(plan({ name: 'Acme' }, there)).toMatchObject({ deed: 'none' })
    expect(plan({ name: 'Acme', employeeCount: 7 }, there)).toMatchObject({ deed: 'change', set: { employeeCount: 7 } })
    expect(plan({ name: 'Acme', website: 'https://acme.other' }, there)).toMatchObject({ set: { website: 'https://acme.other' } })
    expect(plan({ name: 'Beta', domain: 'acme.example', externalId: 'B' }, { ...there, externalId: 'A' })).toMatchObject({
      deed: 'create',
      draft: { name: 'Beta' },
      notes: ['The domain acme.example belongs to Acme, and was left out.'],
    })
    expect(plan({ website: 'www.beta.example', standing: 'Customer', ownerName: 'Olga' })).toMatchObject({
      draft: { name: 'Beta', domain: 'beta.example', standing: 'customer', ownerId: 'o' },
    })
    expect(plan({ name: 'C', website: 'gmail.com', standing: 'Analyst', ownerName: 'Nobody' })).toMatchObject({
      deed: 'create',
      notes: [expect.stringContaining('“Analyst”'), expect.stringContaining('“Nobody”')],
    })
    expect(plan({ industry: 'x' })).toEqual({ deed: 'skip', notes: ['The row names no account.'] })
  })
  it('read a second time changes nothing', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            name: fc.stringMatching(/^[A-Z][a-z]{1,8}$/),
            industry: fc.constantFrom(undefined, 'a', 'b'),
            employeeCount: fc.constantFrom(undefined, 1, 2),
          },
          { requiredKeys: ['name'] },
        ),
        (given) => {
          const clean = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) as AccountGiven
          const first = plan(clean)
          if (first.deed !== 'create') return false
          return plan(clean, { ...account('1', first.draft.name), ...first.draft } as ReturnType<typeof account>).deed === 'none'
        },
      ),
    )
  })
})
