/** Does a table's row find the person it means? */
import { describe, expect, it } from 'vitest'
import { learnPerson, nameOfRow, nobody, type PersonGiven, planPersonRow } from './plan-person-row.ts'

const at = '2026-01-01T00:00:00.000Z'
const person = (
  id: string,
  name: string,
  more: { email?: string; accountId?: string; externalId?: string; phone?: string } = {},
) => ({
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
  const known = nobody()
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
  it('finds by the telephone where it rings, and by its last figures only where that is not told', () => {
    const asked = (phone: string, region: string | null, ...rows: ReturnType<typeof person>[]) => {
      const known = nobody((accountId) => (accountId === 'DK' ? 'DK' : region))
      for (const row of rows) learnPerson(known, row)
      const row = planPersonRow({ name: 'X', phone }, { accountId: null, isOurs: false }, known, new Set(['phone']))
      return row.deed === 'change' || row.deed === 'none' ? row.row.id : null
    }
    const [dane, berlin, maine] = [
      person('1', 'Mads', { phone: '12 34 56 78', accountId: 'DK' }),
      person('2', 'Bo', { phone: '+49 30 1234567' }),
      person('3', 'Cy', { phone: '+1 207 946 0018' }),
    ]
    expect(asked('+45 12345678', 'DE', dane, berlin)).toBe('1')
    expect(asked('030/1234567', 'DE', dane, berlin)).toBe('2')
    expect(asked('030/1234567', 'AT', dane, berlin)).toBe(null)
    expect(asked('030/1234567', null, dane, berlin)).toBe('2')
    expect(asked('+44 20 7946 0018', 'GB', maine)).toBe(null)
    expect(asked('030/1234567', 'DE', berlin, person('4', 'Di', { phone: '0049301234567' }))).toBe(null)
  })
  it('says when it names nobody, or an account nobody knows', () => {
    expect(plan({ title: 'CEO' }, null)).toEqual({ deed: 'skip', notes: ['The row names nobody.'] })
    expect(plan({ name: 'Bo', accountExternalId: '001' }, null)).toMatchObject({
      deed: 'create',
      notes: ['The account “001” is not known here.'],
    })
  })
})
