/** Do two spellings of one thing agree, two things differ, and does what is missing say nothing? */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { blockRow } from './block-row.ts'
import { chooseValues, chooseValuesAlias } from './choose-values.ts'
import { compareNamesOfPeople, readPeople } from './compare-names.ts'
import { compareRows, evenBits } from './compare-rows.ts'
import { compareWordsByEdits, compareWordsByJaro, compareWordsByPieces } from './compare-words.ts'
import { type DescribedKind, type DescribedRow, describeRow } from './describe-row.ts'
import { duplicateWeights } from './duplicate-weights.ts'
import { foldLetters } from './fold-letters.ts'
import { normalizeAddress } from './normalize-address.ts'
import { normalizeCompany } from './normalize-company.ts'
import { normalizePerson } from './normalize-person.ts'
import { normalizeReachDomain, normalizeReachMail } from './normalize-reach.ts'
import { weighPair } from './weigh-pair.ts'

test.each([
  ['The Müller & Söhne GmbH & Co. KG', 'muller sohne'],
  ['Société Générale S.A.', 'societe generale'],
  ['Pirelli S.p.A.', 'pirelli'],
  ['Barilla S. p. A.', 'barilla'],
  ['Żabka Polska Sp. z o.o.', 'zabka polska'],
  ['Škoda Auto a.s.', 'skoda auto'],
  ['Philips N.V.', 'philips'],
  ['A/S Dansk Shell', 'as dansk shell'],
  ['Woolworths Pty Ltd', 'woolworths'],
  ['Toyota Motor Corporation', 'toyota motor'],
  ["McDonald's Corp.", 'mcdonalds'],
  ['SE', 'se'],
  ['The Limited', 'the limited'],
  ['Løgismose A/S', 'logismose'],
])('the company %s is told by %s', (name, words) => expect(normalizeCompany(name).join(' ')).toBe(words))

test.each([
  ['Dr. Müller, Anna-Lena', 'muller anna lena'],
  ['Prof. Dr. h.c. Otto Sander', 'h c otto sander'],
  ["O'Brien, Pat (Sales)", 'obrien pat'],
  ['Dr', 'dr'],
])('the person %s is told by %s', (name, words) => expect(normalizePerson(name).join(' ')).toBe(words))

test.each([
  ['Ana.Lopez+crm@Gmail.com', 'analopez@gmail.com'],
  ['analopez@googlemail.com', 'analopez@gmail.com'],
  ['ana.lopez+x@acme.example', 'ana.lopez@acme.example'],
  ['nobody', null],
])('%s is delivered to %s', (typed, to) => {
  const mail = normalizeReachMail(typed)
  expect(mail && `${mail.local}@${mail.domain}`).toBe(to)
})

test('an address and a domain are read through their abbreviations', () => {
  expect(normalizeAddress('3 E. 52nd St.')).toEqual(['3', 'east', '52nd', 'street'])
  expect(normalizeAddress('Hauptstr. 5')).toEqual(normalizeAddress('Hauptstraße 5'))
  expect(normalizeReachDomain('https://www.acme.co.uk/x')).toEqual({ domain: 'acme.co.uk', label: 'acme' })
})

describe('likeness', () => {
  const word = fc.stringMatching(/^[a-z0-9 ]{0,14}$/)
  it('lies between 0 and 1, is 1 for the same, and does not ask who comes first', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        for (const way of [compareWordsByJaro, compareWordsByPieces]) {
          expect(way(a, b)).toBeGreaterThanOrEqual(0)
          expect(way(a, b)).toBeLessThanOrEqual(1 + 1e-9)
          expect(way(a, b)).toBeCloseTo(way(b, a), 9)
          expect(way(a, a)).toBe(1)
        }
        expect(compareWordsByEdits(a, b, 3)).toBe(compareWordsByEdits(b, a, 3))
      }),
    )
  })
  test.each([
    ['Bob Miller', 'Robert Miller', 0.9],
    ['Miller, Robert J.', 'R. J. Miller', 0.8],
    ['Jürgen Groß', 'Juergen Gross', 0.98],
    ['michael stonebraker, paul brown', 'P. Brown, M. Stonebraker', 0.85],
  ])('%s and %s are one', (a, b, least) =>
    expect(compareNamesOfPeople(readPeople(a), readPeople(b), evenBits).like).toBeGreaterThanOrEqual(least),
  )
  test.each([
    ['Anna Miller', 'Bruno Miller'],
    ['Jo Li', 'Jo Xu'],
  ])('%s and %s are two', (a, b) => expect(compareNamesOfPeople(readPeople(a), readPeople(b), evenBits).like).toBeLessThan(0.75))
})

const values: Readonly<Record<string, readonly [DescribedKind, string, string]>> = {
  name: ['person', 'Robert Lindqvist', 'Agnes Aberg'],
  email: ['mail', 'r.lindqvist@acme.example', 'agnes@boltwerk.example'],
  phone: ['phone', '+46 8 123 45 67', '+49 30 7654321'],
  born: ['date', '1971-04-02', '1989-11-30'],
  street: ['address', '12 Long Street', '9 Other Road'],
  firm: ['company', 'Nordlicht Energie AG', 'Quarzwerke Holding'],
  site: ['domain', 'nordlicht.de', 'quarzwerke.com'],
  title: ['text', 'query processing in sensor networks', 'mining frequent patterns'],
  number: ['code', '7712345', '9900118'],
}
const names = Object.keys(values)
const rowOf = (fields: readonly string[], which: 1 | 2): DescribedRow =>
  fields.map((field) => ({ field, kind: values[field]?.[0] ?? 'text', value: values[field]?.[which] ?? '' }))
const chanceOf = (a: DescribedRow, b: DescribedRow) => weighPair(a, b).chance

describe('the chance', () => {
  it('grows with every value that agrees, and falls with every one that differs; what is missing does neither', () => {
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 2 }), fc.nat(8), (fields, at) => {
        const one = fields[at % fields.length] ?? ''
        const rest = fields.filter((field) => field !== one)
        const [whole, without] = [rowOf(fields, 1), rowOf(rest, 1)]
        const agreeing = chanceOf(whole, whole)
        const missing = chanceOf(whole, without)
        const differing = chanceOf(whole, [...without, ...rowOf([one], 2)])
        expect(agreeing).toBeGreaterThanOrEqual(missing - 0.02)
        expect(missing).toBeGreaterThanOrEqual(differing)
        expect(missing).toBe(chanceOf(without, without))
      }),
    )
  })
  it('does not ask who comes first', () => {
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (x, y) => {
        const [a, b] = [rowOf(x, 1), [...rowOf(y.slice(0, 3), 1), ...rowOf(y.slice(3), 2)]]
        expect(chanceOf(a, b)).toBeCloseTo(chanceOf(b, a), 6)
      }),
    )
  })
  it('says nothing of two rows that share no kind of value', () => {
    expect(compareRows(rowOf(['name'], 1), rowOf(['site'], 1))).toEqual([])
    expect(chanceOf(rowOf(['name'], 1), rowOf(['site'], 1))).toBeLessThan(duplicateWeights.threshold)
  })
})

describe('blocks', () => {
  const meet = (a: DescribedRow, b: DescribedRow) => blockRow(a).some((key) => blockRow(b).includes(key))
  const person = (name: string, more: Record<string, string> = {}) =>
    describeRow({ name, ...more }, { name: 'person', email: 'mail', firm: 'company' })
  it('bring together what is written differently, and are few', () => {
    expect(meet(person('Jürgen Groß'), person('Gross, Juergen'))).toBe(true)
    expect(meet(person('Bob Lanyon', { firm: 'Acme' }), person('Robert Lanyan', { firm: 'ACME Inc.' }))).toBe(true)
    expect(meet(person('X', { email: 'ana.lopez@a.example' }), person('Y', { email: 'ana.lopez@b.example' }))).toBe(true)
    expect(meet(person('Anna Smith'), person('Bruno Ek'))).toBe(false)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const kind of ['person', 'company', 'text', 'mail', 'address'] as const)
          expect(blockRow([{ field: 'x', kind, value: text || 'x' }]).length).toBeLessThanOrEqual(24)
      }),
    )
    expect(foldLetters('  ')).toBe('')
  })
})

describe('the values that stay', () => {
  const keep = { id: '1', name: 'Acme', domain: 'acme.example', industry: null, note: '' }
  const gone = { id: '2', name: 'Acme Ltd', domain: 'acme-ltd.example', industry: 'Scales', note: null }
  const fields = ['id', 'name', 'domain', 'industry', 'note']
  it('are those of the row that stays, filled up, and those that were asked for', () => {
    expect(chooseValues(keep, gone, [], fields)).toEqual({ industry: 'Scales' })
    expect(chooseValues(keep, gone, ['name', 'note', 'id'], fields)).toEqual({ name: 'Acme Ltd', industry: 'Scales' })
  })
  it('leave the other address to lead on', () => {
    expect(chooseValuesAlias('a.example', 'b.example', undefined)).toBe('b.example')
    expect(chooseValuesAlias('a.example', 'b.example', 'b.example')).toBe('a.example')
    expect(chooseValuesAlias(null, 'b.example', 'b.example')).toBeNull()
    expect(chooseValuesAlias('a.example', null, undefined)).toBeNull()
  })
})
