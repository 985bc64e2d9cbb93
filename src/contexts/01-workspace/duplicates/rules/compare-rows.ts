/** In what do two rows agree and differ? One comparison for each kind of value that both have; what one lacks says nothing. */
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
import { normalizeReachDomain, normalizeReachMail, normalizeReachPhone } from './normalize-reach.ts'

export interface Comparison extends Likeness {
  kind: DescribedKind
  fields: string[]
  /** Figures in the words differ: "Model 500" and "Model 501". */
  figures: boolean
}

/** How much words tell when nothing is known of the others. */
export const evenBits: BitsOf = () => 8

/** Every comparison that two rows allow. Values of one kind are read together where people mix their fields up (names, addresses). */
export function compareRows(a: DescribedRow, b: DescribedRow, bitsOf: BitsOf = evenBits): Comparison[] {
  const said = (row: DescribedRow) => new Set(row.flatMap((one) => foldWordsOf(one.value)))
  const [saidA, saidB] = [said(a), said(b)]
  const both = new Set([...saidA].filter((word) => saidB.has(word)))
  const country = [...a, ...b].find((one) => /country/i.test(one.field) && /^[A-Z]{2}$/.test(one.value))?.value ?? null
  const found: Comparison[] = []
  const push = (kind: DescribedKind, fields: string[], likeness: Likeness | null, figures = false) => {
    if (likeness) found.push({ kind, fields, ...likeness, figures })
  }
  for (const kind of ['person', 'company', 'mail', 'domain', 'phone', 'address'] as const) {
    const [x, y] = [a.filter((one) => one.kind === kind), b.filter((one) => one.kind === kind)]
    if (!x.length || !y.length) continue
    const fields = [...new Set([...x, ...y].map((one) => one.field))]
    const [ofX, ofY] = [x.map((one) => one.value), y.map((one) => one.value)]
    push(kind, fields, togetherLike[kind](ofX, ofY, { bitsOf, both, country }), kind === 'address' && figuresDiffer(ofX, ofY))
  }
  for (const one of a) {
    const other = b.find((two) => two.field === one.field && two.kind === one.kind)
    if (!other) continue
    const way = aloneLike[one.kind as keyof typeof aloneLike]
    if (!way) continue
    push(
      one.kind,
      [one.field],
      way(one.value, other.value, bitsOf, both),
      one.kind === 'text' && figuresDiffer([one.value], [other.value]),
    )
  }
  return found
}

interface Around {
  bitsOf: BitsOf
  both: ReadonlySet<string>
  country: string | null
}
type Together = (a: string[], b: string[], around: Around) => Likeness | null

const best = (a: readonly string[], b: readonly string[], likeOf: (x: string, y: string) => Likeness | null): Likeness | null => {
  let top: Likeness | null = null
  for (const x of a)
    for (const y of b) {
      const now = likeOf(x, y)
      if (now && (!top || now.like > top.like)) top = now
    }
  return top
}

const togetherLike: Readonly<Record<'person' | 'company' | 'mail' | 'domain' | 'phone' | 'address', Together>> = {
  person: (a, b, { bitsOf }) => compareNamesOfPeople(readPeople(a.join(' ')), readPeople(b.join(' ')), bitsOf),
  company: (a, b, { bitsOf, both }) =>
    best(a, b, (x, y) => compareNamesOfCompanies(normalizeCompany(x), normalizeCompany(y), bitsOf, both)),
  address: (a, b, { bitsOf }) => {
    const [x, y] = [normalizeAddress(a.join(' ')), normalizeAddress(b.join(' '))]
    const likeness = compareNamesByWords(x, y, bitsOf)
    const pieces = compareWordsByPieces(x.join(''), y.join(''))
    return { like: Math.max(likeness.like, pieces), bits: likeness.bits }
  },
  mail: (a, b) =>
    best(a, b, (x, y) => {
      const [m, n] = [normalizeReachMail(x), normalizeReachMail(y)]
      if (!m || !n) return null
      if (m.local === n.local) return { like: m.domain === n.domain ? 1 : m.local.length > 5 ? 0.85 : 0.6, bits: 16 }
      const local = compareWordsByJaro(m.local, n.local)
      const near = compareWordsByJaro(m.domain, n.domain)
      return { like: near < 0.85 ? 0.4 * local : local > 0.85 ? 0.95 * local * near : 0.5 * local, bits: local > 0.85 ? 10 : 0 }
    }),
  domain: (a, b) =>
    best(a, b, (x, y) => {
      const [m, n] = [normalizeReachDomain(x), normalizeReachDomain(y)]
      if (!m || !n) return null
      if (m.domain === n.domain) return { like: 1, bits: 16 }
      if (m.label === n.label) return { like: 0.9, bits: 12 }
      const like = compareWordsByJaro(m.label, n.label)
      return { like: like > 0.9 ? 0.8 * like : 0.5 * like, bits: 0 }
    }),
  phone: (a, b, { country }) =>
    best(a, b, (x, y) => {
      const [m, n] = [normalizeReachPhone(x, country), normalizeReachPhone(y, country)]
      if (!m || !n) return null
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

/** Whether both name figures and none of them is common. */
function figuresDiffer(a: readonly string[], b: readonly string[]): boolean {
  const figures = (values: readonly string[]) => new Set(values.flatMap((value) => value.match(/\d+/g) ?? []))
  const [x, y] = [figures(a), figures(b)]
  return x.size > 0 && y.size > 0 && ![...x].some((figure) => y.has(figure))
}
