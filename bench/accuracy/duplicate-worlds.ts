/** What do rows look like that somebody keyed in twice? Worlds drawn from a seed: no line of any real set. */
import { chance } from '#foundation/kernel/seed.ts'
import type { DescribedKind, DescribedRow } from '#workspace/duplicates/rules/describe-row.ts'

export interface World {
  schema: string
  rows: DescribedRow[]
  /** Which thing each row is about. */
  things: number[]
}
type Plain = Record<string, string>
type Kinds = Readonly<Record<string, DescribedKind>>

/** The dice of one world, with everything that is drawn from them. */
export function openDice(seed: number) {
  const draw = chance(seed)
  const upTo = (n: number) => Math.floor(draw() * n)
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
  const often = (share: number) => draw() < share
  // Names are common by Zipf's law: the first of a list is met often, the last hardly.
  const zipf = <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(list.length ** draw()) - 1)] as T
  const syllables =
    'ba be bo da de do fa fi ga go ha he ja jo ka ko la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se so ta te ti to va ve wa we za ze an en on ar er or al el il st tr br gr kl sch ck nd rt lin mar son ley ton'.split(
      ' ',
    )
  const word = (least: number, most: number) =>
    Array.from({ length: least + upTo(most - least + 1) }, () => pick(syllables)).join('')
  const words = (count: number, least: number, most: number) => Array.from({ length: count }, () => word(least, most))
  const digits = (count: number) => Array.from({ length: count }, () => String(upTo(10))).join('')
  return { draw, upTo, pick, often, zipf, word, words, digits }
}
export type Dice = ReturnType<typeof openDice>

interface Sort {
  name: string
  kinds: Kinds
  /** Fields that may be absent from a whole world. */
  optional: string[]
  make: (dice: Dice, stock: Stock) => Plain
  /** Another thing that is easily taken for this one. */
  near: (dice: Dice, stock: Stock, like: Plain) => Plain
}
type Stock = ReturnType<typeof fillStock>

const fillStock = (d: Dice) => ({
  given: d.words(140, 2, 3),
  surnames: d.words(900, 2, 3),
  streets: d.words(300, 2, 3),
  places: d.words(160, 2, 4),
  words: d.words(700, 2, 4),
  trades: d.words(40, 2, 3),
  venues: Array.from({ length: 12 }, () => d.words(1 + d.upTo(4), 2, 4).join(' ')),
  firms: d.words(500, 2, 3),
})

const legal = [
  'Inc',
  'Inc.',
  'Ltd',
  'Ltd.',
  'GmbH',
  'LLC',
  'S.A.',
  'AG',
  'Corp.',
  'Company',
  'Limited',
  'Co.',
  'B.V.',
  'Pty Ltd',
  '',
]
const streetKinds = [
  ['street', 'st.'],
  ['road', 'rd'],
  ['avenue', 'ave.'],
  ['place', 'pl'],
  ['crescent', 'cres'],
  ['lane', 'ln'],
]
const dayIn = (d: Dice) =>
  `${1920 + d.upTo(85)}${String(1 + d.upTo(12)).padStart(2, '0')}${String(1 + d.upTo(28)).padStart(2, '0')}`
const street = (d: Dice, s: Stock) => `${d.zipf(s.streets)} ${d.pick(streetKinds)[0]}`

const person: Sort = {
  name: 'person',
  kinds: {
    given: 'person',
    surname: 'person',
    house: 'address',
    street: 'address',
    place: 'address',
    post: 'code',
    state: 'category',
    born: 'date',
    number: 'code',
    mail: 'mail',
    phone: 'phone',
    company: 'company',
    title: 'category',
  },
  optional: ['house', 'street', 'place', 'post', 'state', 'born', 'number', 'mail', 'phone', 'company', 'title'],
  make(d, s) {
    const [given, surname] = [d.zipf(s.given), d.zipf(s.surnames)]
    const firm = d.zipf(s.firms)
    return {
      given,
      surname,
      house: String(1 + d.upTo(200)),
      street: street(d, s),
      place: d.zipf(s.places),
      post: d.digits(4),
      state: d.zipf(s.trades.slice(0, 8)),
      born: dayIn(d),
      number: d.digits(7),
      mail: `${d.pick([`${given}.${surname}`, `${given.charAt(0)}${surname}`, `${given}${d.upTo(99)}`])}@${firm}.${d.pick(['com', 'net', 'org'])}`,
      phone: `+4930${d.digits(7)}`,
      company: `${firm} ${d.pick(legal)}`,
      title: d.zipf(s.trades),
    }
  },
  // A relative, a colleague, or a namesake.
  near(d, s, like) {
    const other = person.make(d, s)
    const way = d.upTo(3)
    if (way === 0)
      return {
        ...other,
        surname: like.surname ?? '',
        house: like.house ?? '',
        street: like.street ?? '',
        place: like.place ?? '',
        post: like.post ?? '',
        phone: d.often(0.5) ? (like.phone ?? '') : (other.phone ?? ''),
      }
    if (way === 1)
      return {
        ...other,
        company: like.company ?? '',
        mail: `${other.given}.${other.surname}@${like.mail?.split('@')[1]}`,
        phone: d.often(0.4) ? (like.phone ?? '') : (other.phone ?? ''),
        title: d.often(0.3) ? (like.title ?? '') : (other.title ?? ''),
      }
    return {
      ...other,
      given: like.given ?? '',
      surname: like.surname ?? '',
      mail: `${like.mail?.split('@')[0]}@${other.mail?.split('@')[1]}`,
    }
  },
}

const firm: Sort = {
  name: 'firm',
  kinds: {
    name: 'company',
    domain: 'domain',
    phone: 'phone',
    street: 'address',
    place: 'address',
    trade: 'category',
    country: 'category',
    people: 'number',
    code: 'code',
  },
  optional: ['domain', 'phone', 'street', 'place', 'trade', 'country', 'people', 'code'],
  make(d, s) {
    const first = d.often(0.6) ? d.zipf(s.firms) : d.word(2, 3)
    const rest = d.often(0.6) ? [d.zipf(s.words)] : []
    return {
      name: [first, ...rest, d.pick(legal)].join(' ').trim(),
      domain: `${[first, ...(d.often(0.5) ? rest : [])].join(d.pick(['', '-']))}.${d.pick(['com', 'de', 'io', 'co.uk'])}`,
      phone: `+4930${d.digits(7)}`,
      street: `${1 + d.upTo(300)} ${street(d, s)}`,
      place: d.zipf(s.places),
      trade: d.zipf(s.trades),
      country: d.zipf(s.trades.slice(0, 6)),
      people: String(d.upTo(5) < 2 ? 10 * (1 + d.upTo(300)) : 1 + d.upTo(900)),
      code: d.digits(6),
    }
  },
  // One that shares the first or the last word, or a neighbour in the same house.
  near(d, s, like) {
    const other = firm.make(d, s)
    const [first = '', second = ''] = (like.name ?? '').split(' ')
    const way = d.upTo(3)
    if (way === 0)
      return { ...other, name: `${first} ${d.zipf(s.words)} ${d.pick(legal)}`.trim(), domain: `${first}${d.zipf(s.words)}.com` }
    if (way === 1)
      return {
        ...other,
        name: `${d.zipf(s.firms)} ${second || d.zipf(s.words)} ${d.pick(legal)}`.trim(),
        trade: like.trade ?? '',
        place: like.place ?? '',
      }
    return {
      ...other,
      street: like.street ?? '',
      place: like.place ?? '',
      trade: d.often(0.5) ? (like.trade ?? '') : (other.trade ?? ''),
    }
  },
}

const place: Sort = {
  ...firm,
  name: 'place',
  kinds: { name: 'company', street: 'address', place: 'address', phone: 'phone', trade: 'category' },
  optional: ['phone', 'trade'],
}

const titleOf = (d: Dice, s: Stock) => Array.from({ length: 3 + d.upTo(7) }, () => d.zipf(s.words)).join(' ')
const people = (d: Dice, s: Stock) =>
  Array.from(
    { length: 1 + d.upTo(4) },
    () => `${d.zipf(s.given)} ${d.often(0.3) ? `${d.pick([...'abcdefgjklmrst'])}. ` : ''}${d.zipf(s.surnames)}`,
  ).join(', ')
const paper: Sort = {
  name: 'paper',
  kinds: { title: 'text', authors: 'person', venue: 'category', year: 'date' },
  optional: ['venue', 'year', 'authors'],
  make: (d, s) => ({ title: titleOf(d, s), authors: people(d, s), venue: d.pick(s.venues), year: String(1985 + d.upTo(25)) }),
  // The longer report of the same people, the column of another year, or a title in the same words by others.
  near(d, s, like) {
    const other = paper.make(d, s)
    const words = (like.title ?? '').split(' ')
    const way = d.upTo(4)
    if (way === 0)
      return {
        ...other,
        authors: like.authors ?? '',
        title: d.often(0.5)
          ? [...words.slice(0, 2), ...(other.title ?? '').split(' ').slice(0, 4)].join(' ')
          : (other.title ?? ''),
      }
    if (way === 1)
      return {
        ...like,
        year: String(Number(like.year) + 1 + d.upTo(4)),
        authors: d.often(0.5) ? (other.authors ?? '') : (like.authors ?? ''),
      }
    if (way === 2) return { ...other, title: words.map((word) => (d.often(0.35) ? d.zipf(s.words) : word)).join(' ') }
    return { ...other, title: words.slice(0, 2).join(' '), venue: like.venue ?? '' }
  },
}

const product: Sort = {
  name: 'product',
  kinds: { name: 'text', maker: 'company', style: 'category', strength: 'number' },
  optional: ['style', 'strength', 'maker'],
  make(d, s) {
    const maker = d.zipf(s.firms)
    const own = Array.from({ length: 1 + d.upTo(3) }, () => d.zipf(s.words))
    return {
      name: [...own, d.zipf(s.trades), ...(d.often(0.3) ? [String(10 * d.upTo(60))] : [])].join(' '),
      maker: `${maker} ${d.zipf(s.trades.slice(0, 4))} ${d.pick(legal)}`.trim(),
      style: `${d.zipf(s.trades)} ${d.zipf(s.trades)}`,
      strength: `${(d.upTo(120) / 10).toFixed(2)} %`,
    }
  },
  near(d, s, like) {
    const other = product.make(d, s)
    const words = (like.name ?? '').split(' ')
    if (d.often(0.6))
      return {
        ...other,
        maker: like.maker ?? '',
        style: d.often(0.5) ? (like.style ?? '') : (other.style ?? ''),
        name: d.often(0.5) ? [d.zipf(s.words), ...words.slice(1)].join(' ') : (other.name ?? ''),
      }
    return { ...other, name: [words[0], ...(other.name ?? '').split(' ').slice(1)].join(' '), style: like.style ?? '' }
  },
}

const sorts: readonly Sort[] = [person, firm, place, paper, product]

/** How badly rows were copied in this world. */
interface Care {
  edits: number
  missing: number
  words: number
  mixed: number
}

function slip(d: Dice, text: string): string {
  if (text.length < 2) return text
  const at = d.upTo(text.length)
  const way = d.upTo(5)
  const letter = /\d/.test(text.charAt(at)) ? d.digits(1) : d.pick([...'abcdefghijklmnoprstuvw'])
  if (way === 0) return text.slice(0, at) + letter + text.slice(at)
  if (way === 1) return text.slice(0, at) + text.slice(at + 1)
  if (way === 2) return text.slice(0, at) + letter + text.slice(at + 1)
  if (way === 3) return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  return text.slice(0, at) + (/\d/.test(text) ? '' : ' ') + text.slice(at)
}

function reword(d: Dice, kind: DescribedKind, text: string, s: Stock): string {
  const words = text.split(' ')
  if (kind === 'phone')
    return d.often(0.7)
      ? text.replace('+49', d.pick(['0049 ', '+49 ', '0'])).replace(/(\d{3})(\d{4})$/, d.pick(['$1 $2', '$1-$2', '$1/$2']))
      : `+4930${d.digits(7)}`
  if (kind === 'mail') return d.often(0.5) ? text.replace(/@.*/, `@${d.zipf(s.firms)}.com`) : text.replace('@', '+news@')
  if (kind === 'domain') return d.often(0.6) ? text.replace(/\.[a-z.]+$/, d.pick(['.de', '.com', '.net'])) : `${d.word(2, 3)}.com`
  if (kind === 'category')
    return d.often(0.5) ? d.zipf(s.trades) : d.often(0.5) ? words.slice(0, 1).join(' ') : `${text} ${d.zipf(s.trades)}`
  if (kind === 'number')
    return d.often(0.5) ? String(Math.round(Number.parseFloat(text) * (0.8 + d.draw() * 0.5) * 10) / 10) : text
  if (kind === 'code' || kind === 'date')
    return d.often(0.8) || text.length < 5
      ? text.length < 5 && kind === 'date'
        ? d.often(0.1)
          ? String(Number(text) + 1)
          : text
        : slip(d, text)
      : kind === 'date'
        ? text.slice(0, 4) + text.slice(6) + text.slice(4, 6)
        : text
  if (kind === 'company') {
    if (d.often(0.6)) return [...words.filter((w) => !legal.includes(w)), d.pick(legal)].join(' ').trim()
    return d.often(0.5)
      ? `The ${text}`
      : words.length > 2 && d.often(0.5)
        ? words.slice(0, -1).join(' ')
        : `${text} ${d.zipf(s.places)}`
  }
  if (kind === 'person') {
    if (text.includes(',')) {
      const told = text.split(', ')
      const some = d.often(0.3) && told.length > 2 ? told.slice(0, -1) : d.often(0.5) ? told.reverse() : told
      return d.often(0.5) ? some.map((name) => name.replace(/^(\S)\S+/, '$1.')).join(', ') : some.join(', ')
    }
    return d.often(0.5) ? text.charAt(0) : text
  }
  if (kind === 'address')
    return d.often(0.6)
      ? (streetKinds.find(([long = '']) => text.includes(long)) ?? []).reduce(
          (t, _, at, pair) => (at === 0 ? t.replace(pair[0] ?? '', pair[1] ?? '') : t),
          text,
        )
      : d.often(0.5)
        ? `${text} ${d.zipf(s.places)}`
        : words.slice(0, Math.max(1, words.length - 1)).join(' ')
  if (d.often(0.5)) return words.filter(() => !d.often(0.15)).join(' ') || text
  return d.often(0.5) ? `${d.zipf(s.firms)} ${text}` : `${text} ${d.zipf(s.words)}`
}

function copyRow(d: Dice, sort: Sort, s: Stock, row: Plain, care: Care): Plain {
  const out: Plain = {}
  for (const [field, value] of Object.entries(row)) {
    const kind = sort.kinds[field] ?? 'text'
    let text = value
    if (d.often(care.words)) text = reword(d, kind, text, s)
    if (d.often(care.edits)) text = slip(d, text)
    if (d.often(care.edits / 3)) text = slip(d, slip(d, text))
    out[field] = d.often(care.missing) ? '' : text
  }
  if (sort === person && d.often(care.mixed)) [out.given, out.surname] = [out.surname ?? '', out.given ?? '']
  return out
}

/** One world of some hundred rows. */
export function makeDuplicateWorld(seed: number, size = 420): World {
  const d = openDice(seed)
  const s = fillStock(d)
  const sort = sorts[seed % sorts.length] as Sort
  const care: Care = { edits: d.draw() * 0.35, missing: d.draw() * 0.3, words: d.draw() * 0.6, mixed: d.draw() * 0.15 }
  const left = d.draw()
  const gone = new Set(sort.optional.filter(() => d.often(left * 0.8)))
  if (gone.size === Object.keys(sort.kinds).length - 1) gone.delete(d.pick([...gone]))
  const repeated = 0.15 + d.draw() * 0.6
  const alike = 0.1 + d.draw() * 0.5
  const world: World = { schema: sort.name, rows: [], things: [] }
  const plain: Plain[] = []
  const put = (row: Plain, thing: number) => {
    const told = Object.entries(row).flatMap(([field, value]) =>
      gone.has(field) || !value.trim() ? [] : [{ field, kind: sort.kinds[field] ?? ('text' as const), value: value.trim() }],
    )
    if (!told.length) return
    world.rows.push(told)
    world.things.push(thing)
  }
  for (let thing = 0; world.rows.length < size; thing++) {
    const row = plain.length > 0 && d.often(alike) ? sort.near(d, s, d.pick(plain)) : sort.make(d, s)
    plain.push(row)
    put(d.often(0.5) ? row : copyRow(d, sort, s, row, { ...care, words: care.words / 3, edits: care.edits / 3 }), thing)
    if (d.often(repeated))
      for (let copy = d.often(0.7) ? 1 : 1 + d.upTo(4); copy > 0; copy--) put(copyRow(d, sort, s, row, care), thing)
  }
  return world
}
