/** Which rows, kinds and true pairs do the public entity-resolution sets hold? Fields are described; nothing is learned from them. */
import { existsSync, readFileSync } from 'node:fs'
import { type DescribedKind, type DescribedRow, describeRow } from '#workspace/duplicates/rules/describe-row.ts'

export interface DuplicateSet {
  name: string
  rows: DescribedRow[]
  /** Pairs of places in `rows`, the smaller first, as "3 17". */
  truth: Set<string>
  /** Two clean lists: which of them a row stands in. Absent for one list with repetitions. */
  sideOf?: number[]
  /** The pairs that the set's makers judged, when they judged pairs and not whole lists. */
  judged?: { a: number; b: number; hit: boolean; split: string }[]
}

export const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

type Kinds = Readonly<Record<string, DescribedKind>>
const febrlKinds: Kinds = {
  given_name: 'person',
  surname: 'person',
  street_number: 'address',
  address_1: 'address',
  address_2: 'address',
  suburb: 'address',
  postcode: 'code',
  state: 'category',
  date_of_birth: 'date',
  soc_sec_id: 'code',
}
const fakeKinds: Kinds = { first_name: 'person', surname: 'person', dob: 'date', city: 'address', email: 'mail' }
const listKinds: Readonly<Record<string, Kinds>> = {
  // "class" is left out: it numbers the restaurants, so equal classes are the answer itself.
  'Fodors-Zagats': { name: 'company', addr: 'address', city: 'address', phone: 'phone', type: 'category' },
  'DBLP-ACM': { title: 'text', authors: 'person', venue: 'category', year: 'date' },
  Beer: { Beer_Name: 'text', Brew_Factory_Name: 'company', Style: 'category', ABV: 'number' },
}

function readTable(path: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean)
  const names = head.split(',').map((name) => name.trim())
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell.trim()])))
}

function pairsOfClusters(clusters: readonly string[]): Set<string> {
  const members = new Map<string, number[]>()
  for (const [at, cluster] of clusters.entries()) members.set(cluster, [...(members.get(cluster) ?? []), at])
  return new Set([...members.values()].flatMap((rows) => rows.flatMap((a, n) => rows.slice(n + 1).map((b) => pairKey(a, b)))))
}

const readClusters = (
  name: string,
  path: string,
  kinds: Kinds,
  clusterOf: (row: Record<string, string>) => string,
): DuplicateSet => {
  const table = readTable(path)
  return { name, rows: table.map((row) => describeRow(row, kinds)), truth: pairsOfClusters(table.map(clusterOf)) }
}

const cellsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/(?:^|\s)COL /)
      .filter(Boolean)
      .map((piece) => {
        const at = piece.indexOf(' VAL')
        return [piece.slice(0, at).trim(), piece.slice(at + 4).trim()]
      }),
  )

function readLists(name: string, folder: string): DuplicateSet {
  const kinds = listKinds[name] ?? {}
  const at = new Map<string, number>()
  const set: DuplicateSet = { name, rows: [], truth: new Set(), sideOf: [], judged: [] }
  const place = (text: string, side: number) => {
    const row = describeRow(cellsOf(text), kinds)
    const key = `${side} ${JSON.stringify(row)}`
    const known = at.get(key)
    if (known !== undefined) return known
    set.rows.push(row)
    set.sideOf?.push(side)
    at.set(key, set.rows.length - 1)
    return set.rows.length - 1
  }
  for (const split of ['train', 'valid', 'test'])
    for (const line of readFileSync(`${folder}/${split}.txt`, 'utf8').split('\n')) {
      const [left, right, label] = line.split('\t')
      if (!left || !right) continue
      const [a, b] = [place(left, 0), place(right, 1)]
      set.judged?.push({ a, b, hit: label?.trim() === '1', split })
      if (label?.trim() === '1') set.truth.add(pairKey(a, b))
    }
  return set
}

/** Every set that is there below a folder. */
export function readDuplicateSets(root: string): DuplicateSet[] {
  if (!existsSync(root)) return []
  const febrl = (n: number) =>
    readClusters(
      `Febrl ${n}`,
      `${root}/febrl/dataset${n}.csv`,
      febrlKinds,
      (row) => /rec-(\d+)/.exec(row.rec_id ?? '')?.[1] ?? '',
    )
  return [
    febrl(1),
    febrl(2),
    ...Object.keys(listKinds).map((name) => readLists(name, `${root}/ditto/${name}`)),
    readClusters('fake_1000', `${root}/splink/fake_1000.csv`, fakeKinds, (row) => row.cluster ?? ''),
  ]
}
