/** Who stands on these address cards? (vCard 2.1, 3.0 and 4.0) Each card is a row of a table of people. */
import { type ContentLine, plainValue, readContentLines, splitValue } from './content-lines.ts'
import { countBytes, type OpenTable, openRows } from './open-table.ts'
import type { TableRow } from './read-table.ts'
import type { SourceFile } from './source-file.ts'

const headers = ['Full name', 'First name', 'Last name', 'E-mail', 'Phone', 'Company', 'Job title', 'Website', 'Note']
const most = 20_000

/** Opens a file of cards as a table, with the columns that every card can fill. */
export async function openCards(file: SourceFile, source?: AsyncIterable<Buffer>): Promise<OpenTable> {
  const { bytes, readBytes } = await countBytes(file, source)
  return openRows([...headers], readCards(bytes), readBytes)
}

async function* readCards(source: AsyncIterable<Buffer>): AsyncGenerator<TableRow> {
  let card: ContentLine[] | null = null
  let depth = 0
  for await (const property of readContentLines(source)) {
    const isCard = /^vcard$/i.test(property.value.trim())
    if (property.name === 'BEGIN' && isCard) {
      // A card inside a card is of another person (AGENT of vCard 2.1), and belongs to the outer one.
      if (depth++ === 0) card = [property]
    } else if (property.name === 'END' && isCard) {
      depth = Math.max(0, depth - 1)
      if (depth === 0 && card) yield rowOf(card)
      if (depth === 0) card = null
    } else if (depth === 1 && card && card.length < most) card.push(property)
  }
  if (card) yield { ...rowOf(card), refusal: 'The file ends in the middle of this card.' }
}

function rowOf(card: readonly ContentLine[]): TableRow {
  const all = (name: string) => card.filter((p) => p.name === name && p.value.trim() !== '').sort((a, b) => rank(a) - rank(b))
  const first = (name: string) => all(name)[0]?.value ?? ''
  const [last = '', given = '', middle = ''] = splitValue(first('N'), ';')
  const [organisation = ''] = splitValue(first('ORG'), ';')
  const shown = plainValue(first('FN')) || [given, middle, last].filter(Boolean).join(' ') || plainValue(first('NICKNAME'))
  const phone = all('TEL').find((p) => !typesOf(p).includes('fax') && !typesOf(p).includes('pager'))?.value ?? ''
  const mail = all('EMAIL').find((p) => p.value.includes('@') && !typesOf(p).includes('x400'))?.value ?? ''
  const isGroup = [...all('KIND'), ...all('X-ADDRESSBOOKSERVER-KIND')].some((p) => /^group$/i.test(p.value.trim()))
  const isCompany =
    all('X-ABSHOWAS').some((p) => /^company$/i.test(p.value.trim())) || all('KIND').some((p) => /^org/i.test(p.value.trim()))
  const refusal = isGroup
    ? 'The card is of a group, not of a person.'
    : isCompany
      ? 'The card is of a company, not of a person.'
      : shown || mail
        ? undefined
        : 'The card names nobody and has no mail address.'
  return {
    line: card[0]?.line ?? 1,
    cells: [
      shown,
      given,
      last,
      plainValue(mail).replace(/^mailto:/i, ''),
      plainValue(phone).replace(/^tel:/i, '').replace(/;.*$/, ''),
      organisation,
      plainValue(first('TITLE') || first('ROLE')),
      plainValue(first('URL')),
      plainValue(first('NOTE')),
    ],
    ragged: 0,
    ...(refusal ? { refusal } : {}),
  }
}

const typesOf = (p: ContentLine): string[] => (p.params.TYPE ?? []).flatMap((t) => t.toLowerCase().split(','))

/** What is preferred comes first, then what is of work, then the order of the card. */
function rank(p: ContentLine): number {
  const stated = Number(p.params.PREF?.[0])
  const types = typesOf(p)
  if (stated) return stated / 1000
  return types.includes('pref') ? 0 : types.includes('work') ? 1 : types.includes('home') ? 3 : 2
}
