/** Under which keys does a row meet the rows it may be the same as? Two rows that share no key are never compared. */
import { readPhone } from '#foundation/language/read-phone.ts'
import { readPeople } from './compare-names.ts'
import type { DescribedRow } from './describe-row.ts'
import { foldSound, foldUmlauts, foldWordsOf } from './fold-letters.ts'
import { normalizeAddress } from './normalize-address.ts'
import { normalizeCompany } from './normalize-company.ts'
import { normalizeReachDomain, normalizeReachMail } from './normalize-reach.ts'

/** No row stands under more keys than this, so that a write costs a bounded number of rows. */
const mostKeys = 24
/** A key that more rows share says too little and is skipped. */
export const mostInBlock = 60

/** The keys of a row, the most telling first: equal words, equal sounds beside another value, equal ways to be reached. */
export function blockRow(row: DescribedRow): string[] {
  const keys = new Set<string>()
  const of = (kind: string) => row.filter((one) => one.kind === kind).map((one) => one.value)
  for (const value of of('mail')) {
    const mail = normalizeReachMail(value)
    if (!mail) continue
    keys.add(`m:${mail.local}@${mail.domain}`)
    if (mail.local.length > 4) keys.add(`l:${mail.local}`)
  }
  for (const value of of('phone')) {
    const phone = readPhone(value)
    if (phone) keys.add(`p:${phone.full.replace(/\D/g, '').slice(-8)}`)
  }
  for (const value of of('domain')) {
    const domain = normalizeReachDomain(value)
    if (domain) keys.add(`c:${domain.label.replaceAll('-', '')}`)
  }
  for (const value of of('company')) addCompany(keys, value, of('mail').length + of('person').length > 0)
  for (const value of of('code')) if (value.length > 3) keys.add(`i:${foldWordsOf(value).join('')}`)
  addPeople(keys, row, of)
  for (const value of of('text')) addText(keys, value)
  const address = normalizeAddress(of('address').join(' '))
  const house = address.find((word) => /\d/.test(word))
  const street = address.filter((word) => /^\p{L}{4,}$/u.test(word))
  if (house) for (const word of street.slice(0, 2)) keys.add(`a:${house} ${foldSound(word)}`)
  return [...keys].slice(0, mostKeys)
}

/** A company that names the place of a person is only context; as the row's own name it is a key. */
function addCompany(keys: Set<string>, value: string, context: boolean): void {
  if (context) return
  const words = normalizeCompany(value)
  const squeezed = foldUmlauts(words.join(''))
  keys.add(`c:${squeezed}`)
  if (squeezed.length > 6) keys.add(`c4:${squeezed.slice(0, 7)}`)
  for (const word of words.slice(0, 4)) if (word.length > 2) keys.add(`w:${foldUmlauts(word)}`)
  for (const [at, word] of words.slice(0, 3).entries())
    for (const other of words.slice(at + 1, 4)) keys.add(`s:${[foldSound(word), foldSound(other)].sort().join(' ')}`)
}

function addPeople(keys: Set<string>, row: DescribedRow, of: (kind: string) => string[]): void {
  const people = readPeople(of('person').join(' '))
  const beside = [
    ...row.filter((one) => one.kind === 'date').map((one) => one.value.replace(/\D/g, '')),
    ...of('company').map((value) => foldUmlauts(normalizeCompany(value).join(''))),
    ...row.filter((one) => one.kind === 'category' || one.kind === 'code').map((one) => foldWordsOf(one.value).join('')),
  ]
  for (const names of people.slice(0, 4)) {
    const full = names.filter((word) => word.length > 1)
    if (people.length > 1) {
      const [first, last] = [names[0] ?? '', names.at(-1) ?? '']
      keys.add(`n:${foldSound(last)} ${first.charAt(0)}`)
      continue
    }
    const [first = '', last = ''] = [full[0], full.at(-1)]
    keys.add(`n:${[first, last].map(foldUmlauts).sort().join(' ')}`)
    for (const word of new Set([first, last])) if (word.length > 2) keys.add(`w:${foldUmlauts(word)}`)
    if (first !== last) {
      keys.add(`n:${foldSound(last)} ${names[0]?.charAt(0)}`)
      keys.add(`n:${foldSound(first)} ${last.charAt(0)}`)
    }
    for (const word of new Set([first, last])) for (const other of beside) if (other) keys.add(`b:${foldSound(word)} ${other}`)
  }
  for (const one of row) if (one.kind === 'date' && one.value.length > 6) keys.add(`d:${one.value.replace(/\D/g, '')}`)
}

function addText(keys: Set<string>, value: string): void {
  const words = foldWordsOf(value).filter((word) => word.length > 2)
  keys.add(`t:${words.join('').slice(0, 60)}`)
  const long = words.filter((word) => word.length > 3).map((word) => word.slice(0, 6))
  for (let at = 0; at + 1 < long.length && at < 8; at++) keys.add(`t:${long[at]} ${long[at + 1]}`)
}
