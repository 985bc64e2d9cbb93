/** What is this table about, and which of our fields does each column fill? */

import { fitsKind } from './fits-kind.ts'
import { conceptOf, headerSynonyms, RECORD_WORDS, type TableRecord, TELLING, WEAK_HEADERS } from './header-synonyms.ts'
import { plainHeader } from './plain-header.ts'
import type { CellKind } from './read-cell.ts'

export type TargetField = { name: string; label: string; aliases?: readonly string[]; kind: CellKind }
export type Target = { record: TableRecord; fields: readonly TargetField[] }
export type GuessedColumn = {
  header: string
  /** null: no field fits, the column is left out until a person says otherwise. */
  field: string | null
  /** 0..1; below 0.5 a person should look. */
  confidence: number
  because: string
}
export type GuessedMapping = { record: TableRecord | null; confidence: number; columns: GuessedColumn[] }

type Offer = { column: number; field: TargetField; score: number; because: string }

const LEAST = 0.4
/** A table is only about a record when this much speaks for it: a list of products has prices and names too. */
const LEAST_RECORD = 2
const SAMPLE = 100

/**
 * Guesses by header names (English and German, as exported by the usual systems), checked against what the cells look like, and by the cells
 * alone where a header says nothing. `fileName` helps: "Contacts.csv" is about people. With a single target the
 * record counts as chosen by a person. The order of columns does not matter.
 */
export function guessMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  targets: readonly Target[],
  fileName = '',
): GuessedMapping {
  const columns = headers.map((_, at) =>
    sampleRows
      .slice(0, SAMPLE)
      .map((row) => row[at]?.trim() ?? '')
      .filter((cell) => cell !== ''),
  )
  const weighed = targets.map((target) => {
    const columnsGuessed = mapColumns(headers, columns, target)
    return {
      record: target.record,
      columns: columnsGuessed,
      weight: weigh(target, columnsGuessed) + nameWeight(fileName, target.record) + idWeight(headers, columns, target.record),
    }
  })
  const [best, second] = weighed.toSorted((a, b) => b.weight - a.weight)
  if (!best || (targets.length > 1 && best.weight < LEAST_RECORD))
    return {
      record: null,
      confidence: 0,
      columns: headers.map((header) => ({
        header,
        field: null,
        confidence: 0,
        because: 'What the table is about could not be told.',
      })),
    }
  // Two readings that are close in weight are close to a coin flip; each point of difference makes the better one e times likelier.
  const confidence = (1 / (1 + Math.exp(-(best.weight - (second?.weight ?? 0))))) * Math.min(1, Math.max(0, best.weight) / 4)
  return { record: best.record, confidence: Math.round(confidence * 100) / 100, columns: best.columns }
}

function mapColumns(headers: readonly string[], columns: readonly (readonly string[])[], target: Target): GuessedColumn[] {
  const offers: Offer[] = headers.flatMap((header, column) =>
    target.fields.flatMap((field) => offer(header, column, columns[column] ?? [], target.record, field)),
  )
  const taken = new Map<number, Offer>()
  const used = new Set<string>()
  for (const one of offers.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.has(one.column) || used.has(one.field.name)) continue
    taken.set(one.column, one)
    used.add(one.field.name)
  }
  return headers.map((header, at) => {
    const one = taken.get(at)
    return one
      ? { header, field: one.field.name, confidence: Math.round(one.score * 100) / 100, because: one.because }
      : {
          header,
          field: null,
          confidence: 0,
          because: offers.some((other) => other.column === at)
            ? 'Another column fits the same field better.'
            : 'No field of ours fits this column.',
        }
  })
}

function offer(header: string, column: number, cells: readonly string[], record: TableRecord, field: TargetField): Offer[] {
  const named = nameScore(header, record, field)
  // An id may look like anything.
  const fit = cells.length === 0 ? null : /externalId$/i.test(field.name) ? 1 : fitsKind(cells, field.kind)
  if (named === 0) {
    // Only shapes that belong to one field can speak without a header.
    const alone = fit !== null && fit >= 0.8 && cells.length >= 2 && ['email', 'url', 'domain'].includes(field.kind)
    return alone ? [{ column, field, score: 0.4 * fit, because: 'The cells look like it.' }] : []
  }
  if (fit === null) return [{ column, field, score: named * 0.8, because: 'By its name; the column is empty.' }]
  if (fit < 0.3) return []
  const score = named * (0.55 + 0.45 * fit)
  return score < LEAST
    ? []
    : [
        {
          column,
          field,
          score,
          because: fit > 0.9 ? 'By its name, and its cells agree.' : 'By its name, though not all of its cells agree.',
        },
      ]
}

function nameScore(header: string, record: TableRecord, field: TargetField): number {
  const plain = plainHeader(header)
  if (plain === '') return 0
  const concept = conceptOf(field.name)
  const own = [field.name, field.label, ...(field.aliases ?? [])].map(plainHeader)
  const synonyms = [...headerSynonyms(record, concept), ...own]
  const rank = synonyms.indexOf(plain)
  if (rank !== -1) return own.includes(plain) ? 1 : Math.max(0.8, 0.98 - rank * 0.01)
  const words = plain.split(' ')
  const first = words[0] ?? ''
  if (words.length > 1 && RECORD_WORDS[record].includes(first)) {
    const rest = words.slice(1).join(' ')
    if (synonyms.includes(rest)) return 0.9
  }
  // "Company - Name" in a table of people is the company's name, not the person's.
  if (
    record !== 'accounts' &&
    concept === 'accountName' &&
    RECORD_WORDS.accounts.includes(first) &&
    ['name', 'title'].includes(words.slice(1).join(' '))
  )
    return 0.95
  const joined = plain.replaceAll(' ', '')
  if (synonyms.some((synonym) => synonym.replaceAll(' ', '') === joined)) return 0.88
  return 0.7 * overlap(words, synonyms)
}

/** How much of the header the best synonym of two or more words explains; single words must match as a whole. */
function overlap(words: readonly string[], synonyms: readonly string[]): number {
  let best = 0
  for (const synonym of synonyms) {
    const parts = synonym.split(' ')
    if (parts.length < 2) continue
    const both = parts.filter((part) => words.includes(part)).length
    const share = both / new Set([...parts, ...words]).size
    if (both >= 2 && share > best) best = share
  }
  return best >= 0.6 ? best : 0
}

/** A row must say what it is a row of; without one of these a table is a summary or belongs to something else. */
const IDENTITY: Record<TableRecord, readonly string[]> = {
  accounts: ['name', 'domain'],
  people: ['name', 'firstName', 'lastName', 'email'],
  opportunities: ['name', 'accountName', 'externalId'],
  meetings: ['startsAt'],
}

function weigh(target: Target, columns: readonly GuessedColumn[]): number {
  const found = columns.flatMap(({ header, field, confidence }) =>
    field ? [{ concept: conceptOf(field), confidence: WEAK_HEADERS.has(plainHeader(header)) ? confidence / 3 : confidence }] : [],
  )
  if (!found.some(({ concept }) => IDENTITY[target.record].includes(concept))) return Number.NEGATIVE_INFINITY
  return found.reduce((sum, { concept, confidence }) => sum + confidence * (TELLING[target.record][concept] ?? 0.2), 0)
}

const FILLERS = new Set([
  'all',
  'my',
  'our',
  'the',
  'of',
  'export',
  'exported',
  'exports',
  'list',
  'liste',
  'data',
  'sales',
  'crm',
  'hubspot',
  'pipedrive',
  'salesforce',
  'zoho',
  'dynamics',
  'report',
  'view',
  'table',
  'alle',
  'meine',
  'im',
  '',
])

/** A file called "Contacts" or "All deals 2024" says what it holds; "Opportunity history" is another thing. */
function nameWeight(fileName: string, record: TableRecord): number {
  const words = plainHeader((fileName.split('/').at(-1) ?? '').replace(/\.[a-z]+$/i, '')).split(' ')
  const others = words.filter((word) => !RECORD_WORDS[record].includes(word) && !FILLERS.has(word) && !/^[\dtz]+$/.test(word))
  return others.length === 0 && words.some((word) => RECORD_WORDS[record].includes(word)) ? 2 : 0
}

/** Salesforce writes the kind of a row into the first signs of its id. */
const ID_PREFIX: Record<string, TableRecord | null> = {
  '001': 'accounts',
  '003': 'people',
  '006': 'opportunities',
  '00Q': 'people',
}

function idWeight(headers: readonly string[], columns: readonly (readonly string[])[], record: TableRecord): number {
  const at = headers.findIndex((header) => plainHeader(header) === 'id')
  const ids =
    at === -1 ? [] : (columns[at] ?? []).filter((cell) => /^[0-9a-zA-Z]{15}(?:[A-Z0-5]{3})?$/.test(cell) && /^0|^5|^a/.test(cell))
  const prefix = ids[0]?.slice(0, 3)
  if (prefix === undefined || ids.length < (columns[at]?.length ?? 0)) return 0
  return ID_PREFIX[prefix] === record ? 4 : -6
}
