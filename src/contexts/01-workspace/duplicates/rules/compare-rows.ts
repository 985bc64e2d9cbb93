/** In what do two rows agree and differ? One comparison for each kind of value that both have; what one lacks says nothing. */
import { readPhone } from '#foundation/language/read-phone.ts'
import {
  type BitsOf,
  compareNamesByWords,
  compareNamesOfCompanies,
  compareNamesOfPeople,
  type Likeness,
  readPeople,
} from './compare-names.ts'
import { compareWordsByEdits, compareWordsByJaro, compareWordsByPieces } from './compare-words.ts'
import type { DescribedKind, DescribedRow } from './describe-row.ts'
import { foldLetters, foldWordsOf } from './fold-letters.ts'
import { normalizeAddress } from './normalize-address.ts'
import { normalizeCompany } from './normalize-company.ts'
import { normalizeReachDomain, normalizeReachMail } from './normalize-reach.ts'

export interface Comparison extends Likeness {
  kind: DescribedKind
  fields: string[]
  /** Figures in the words differ: "Model 500" and "Model 501". */
  figures: boolean
}

/** How much words tell when nothing is known of the others. */
export const evenBits: BitsOf = () => 8

interface ReadRow {
  said: ReadonlySet<string>
  people: string[][]
  companies: string[][]
  addresses: string[]
  mails: Mail[]
  domains: Domain[]
  phones: Phone[]
  figures: ReadonlySet<string>
}
type Mail = NonNullable<ReturnType<typeof normalizeReachMail>>
type Domain = NonNullable<ReturnType<typeof normalizeReachDomain>>
type Phone = NonNullable<ReturnType<typeof readPhone>>

// A row is compared with many: what is read from it is read once.
const read = new WeakMap<DescribedRow, ReadRow>()

function readRow(row: DescribedRow): ReadRow {
  const known = read.get(row)
  if (known) return known
  const of = (kind: DescribedKind) => row.flatMap((one) => (one.kind === kind ? [one.value] : []))
  const country = row.find((one) => /country/i.test(one.field) && /^[A-Z]{2}$/.test(one.value))?.value ?? null
  const fresh: ReadRow = {
    said: new Set(row.flatMap((one) => foldWordsOf(one.value))),
    people: of('person').length ? readPeople(of('person').join(' ')) : [],
    companies: of('company').map(normalizeCompany),
    addresses: normalizeAddress(of('address').join(' ')),
    mails: of('mail').flatMap((value) => normalizeReachMail(value) ?? []),
    domains: of('domain').flatMap((value) => normalizeReachDomain(value) ?? []),
    phones: of('phone').flatMap((value) => readPhone(value, country) ?? []),
    figures: figuresIn(of('address')),
  }
  read.set(row, fresh)
  return fresh
}

/** Every comparison that two rows allow. Values of one kind are read together where people mix their fields up (names, addresses). */
export function compareRows(a: DescribedRow, b: DescribedRow, bitsOf: BitsOf = evenBits): Comparison[] {
  const [x, y] = [readRow(a), readRow(b)]
  const both = new Set([...x.said].filter((word) => y.said.has(word)))
  const found: Comparison[] = []
  for (const kind of together) {
    const likeness = togetherLike[kind](x, y, bitsOf, both)
    if (!likeness) continue
    const fields = [...new Set([...a, ...b].flatMap((one) => (one.kind === kind ? [one.field] : [])))]
    found.push({ kind, fields, ...likeness, figures: kind === 'address' && figuresDiffer(x.figures, y.figures) })
  }
  for (const one of a) {
    const way = aloneLike[one.kind]
    const other = way && b.find((two) => two.field === one.field && two.kind === one.kind)
    const likeness = other && way(one.value, other.value, bitsOf, both)
    if (!likeness) continue
    const figures = one.kind === 'text' && figuresDiffer(figuresIn([one.value]), figuresIn([other.value]))
    found.push({ kind: one.kind, fields: [one.field], ...likeness, figures })
  }
  return found
}

const together = ['person', 'company', 'mail', 'domain', 'phone', 'address'] as const

function best<T>(a: readonly T[], b: readonly T[], likeOf: (x: T, y: T) => Likeness): Likeness | null {
  let top: Likeness | null = null
  for (const x of a)
    for (const y of b) {
      const now = likeOf(x, y)
      if (!top || now.like > top.like) top = now
    }
  return top
}

type Together = (a: ReadRow, b: ReadRow, bitsOf: BitsOf, both: ReadonlySet<string>) => Likeness | null
const togetherLike: Readonly<Record<(typeof together)[number], Together>> = {
  person: (a, b, bitsOf) => (a.people.length && b.people.length ? compareNamesOfPeople(a.people, b.people, bitsOf) : null),
  company: (a, b, bitsOf, both) => best(a.companies, b.companies, (x, y) => compareNamesOfCompanies(x, y, bitsOf, both)),
  address(a, b, bitsOf) {
    if (!a.addresses.length || !b.addresses.length) return null
    const likeness = compareNamesByWords(a.addresses, b.addresses, bitsOf)
    const pieces = compareWordsByPieces(a.addresses.join(''), b.addresses.join(''))
    return { like: Math.max(likeness.like, pieces), bits: likeness.bits }
  },
  mail: (a, b) =>
    best(a.mails, b.mails, (m, n) => {
      if (m.local === n.local) return { like: m.domain === n.domain ? 1 : m.local.length > 5 ? 0.85 : 0.6, bits: 16 }
      const local = compareWordsByJaro(m.local, n.local)
      const near = compareWordsByJaro(m.domain, n.domain)
      return { like: near < 0.85 ? 0.4 * local : local > 0.85 ? 0.95 * local * near : 0.5 * local, bits: local > 0.85 ? 10 : 0 }
    }),
  domain: (a, b) =>
    best(a.domains, b.domains, (m, n) => {
      if (m.domain === n.domain) return { like: 1, bits: 16 }
      if (m.label === n.label) return { like: 0.9, bits: 12 }
      const like = compareWordsByJaro(m.label, n.label)
      return { like: like > 0.9 ? 0.8 * like : 0.5 * like, bits: 0 }
    }),
  phone: (a, b) =>
    best(a.phones, b.phones, (m, n) => {
      if (m.full === n.full) return { like: 1, bits: 16 }
      const [p, q] = [m.full.replace(/\D/g, ''), n.full.replace(/\D/g, '')]
      // One with and one without its country, or its area.
      if (!(m.sure && n.sure) && (p.endsWith(q) || q.endsWith(p))) return { like: 0.95, bits: 14 }
      return { like: compareWordsByEdits(p, q, 1) === 1 ? 0.7 : 0.1, bits: 0 }
    }),
}

const aloneLike: Partial<
  Record<DescribedKind, (a: string, b: string, bitsOf: BitsOf, both: ReadonlySet<string>) => Likeness | null>
> = {
  text(a, b, bitsOf, both) {
    const [x, y] = [foldWordsOf(a), foldWordsOf(b)]
    if (!x.length || !y.length) return null
    const words = compareNamesByWords(x, y, bitsOf, undefined, both)
    const pieces = compareWordsByPieces(x.join(''), y.join(''))
    return { like: Math.max(words.like, pieces), bits: words.bits }
  },
  category(a, b, bitsOf, both) {
    const [x, y] = [foldWordsOf(a), foldWordsOf(b)]
    return x.length && y.length ? { like: compareNamesByWords(x, y, bitsOf, undefined, both).like, bits: 0 } : null
  },
  number(a, b) {
    const [x, y] = [numberIn(a), numberIn(b)]
    if (x === null || y === null) return null
    const most = Math.max(Math.abs(x), Math.abs(y))
    return { like: x === y ? 1 : most === 0 ? 1 : Math.max(0, 1 - (4 * Math.abs(x - y)) / most), bits: 0 }
  },
  date(a, b) {
    const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')]
    if (!x || !y) return null
    if (x === y) return { like: 1, bits: x.length > 4 ? 12 : 4 }
    if (x.length < 6 || y.length < 6) return { like: 0, bits: 0 }
    const turned = x.length === 8 && x.slice(0, 4) + x.slice(6) + x.slice(4, 6) === y
    const edits = compareWordsByEdits(x, y, 2)
    return { like: turned ? 0.9 : edits === 1 ? 0.85 : edits === 2 ? 0.6 : 0, bits: edits === 1 || turned ? 8 : 0 }
  },
  code(a, b) {
    const [x, y] = [foldLetters(a).replaceAll(' ', ''), foldLetters(b).replaceAll(' ', '')]
    if (!x || !y) return null
    if (x === y) return { like: 1, bits: Math.min(16, 3 * x.length) }
    const edits = compareWordsByEdits(x, y, 2)
    return { like: edits > 2 || x.length < 3 ? 0 : edits === 1 ? 0.85 : 0.6, bits: 0 }
  },
}

const numberIn = (text: string): number | null => {
  const found = /-?\d[\d ]*(?:[.,]\d+)?/.exec(text)?.[0]
  const read = found === undefined ? Number.NaN : Number(found.replaceAll(' ', '').replace(',', '.'))
  return Number.isFinite(read) ? read : null
}

const figuresIn = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.flatMap((value) => value.match(/\d+/g) ?? []))

/** Whether both name figures and none of them is common. */
const figuresDiffer = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((figure) => b.has(figure))
