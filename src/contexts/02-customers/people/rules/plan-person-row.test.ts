/** Does a table's row find the person it means? */
import { describe, expect, it } from 'vitest'
import { type KnownPeople, learnPerson, nameOfRow, type PersonGiven, planPersonRow } from './plan-person-row.ts'

const at = '2026-01-01T00:00:00.000Z'
const person = (id: string, name: string, more: { email?: string; accountId?: string; externalId?: string } = {}) => ({
  id,
  createdAt: at,
  updatedAt: at,
  name,
  email: null,
  accountId: null,
  title: null,
  phone: null,
  side: 'customer' as const,
  foundFrom: 'table' as const,
  externalId: null,
  ...more,
})
const plan = (given: PersonGiven, accountId: string | null, ...rows: ReturnType<typeof person>[]) => {
  const known: KnownPeople = { byExternalId: new Map(), byEmail: new Map(), byName: new Map(), byPhone: new Map() }
  for (const row of rows) learnPerson(known, row)
  return planPersonRow(given, { accountId, isOurs: false }, known)
}

describe('a row about a person', () => {
  it('is named by its name, its two names, or its address', () => {
    expect(
      [{ name: 'Lopez, Ana' }, { firstName: 'Ana', lastName: 'Lopez' }, { email: 'ana.lopez@a.example' }, {}].map(nameOfRow),
    ).toEqual(['Ana Lopez', 'Ana Lopez', 'Ana Lopez', null])
  })
  it('finds by id, address, or the name within one account', () => {
    const ana = person('1', 'Ana Lopez', { email: 'ana@a.example', accountId: 'A', externalId: 'X1' })
    expect(plan({ externalId: 'X1', name: 'Ana Maria Lopez' }, 'A', ana)).toMatchObject({
      deed: 'change',
      set: { name: 'Ana Maria Lopez' },
    })
    expect(plan({ email: 'ana@a.example' }, 'A', ana)).toMatchObject({ deed: 'none' })
    expect(plan({ name: 'ana lopez', title: 'CTO' }, 'A', ana)).toMatchObject({ deed: 'change', row: { id: '1' } })
    expect(plan({ name: 'Ana Lopez' }, 'B', ana)).toMatchObject({ deed: 'create', draft: { accountId: 'B' } })
    expect(plan({ name: 'Ana Lopez', email: 'other@a.example' }, 'A', ana)).toMatchObject({ deed: 'create' })
    expect(plan({ name: 'Ana', email: 'ana@a.example', externalId: 'X2' }, 'A', ana)).toMatchObject({
      deed: 'create',
      draft: { name: 'Ana', externalId: 'X2' },
      notes: ['The address ana@a.example belongs to Ana Lopez, and was left out.'],
    })
  })
  it('says when it names nobody, or an account nobody knows', () => {
    expect(plan({ title: 'CEO' }, null)).toEqual({ deed: 'skip', notes: ['The row names nobody.'] })
    expect(plan({ name: 'Bo', accountExternalId: '001' }, null)).toMatchObject({
      deed: 'create',
      notes: ['The account “001” is not known here.'],
    })
  })
})
