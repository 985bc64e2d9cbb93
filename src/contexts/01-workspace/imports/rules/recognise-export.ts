/** Which program wrote this table, and of what? By the headings that only its exports have. */
import type { TableRecord } from './header-synonyms.ts'
import { plainHeader } from './plain-header.ts'

export type ExportSystem = 'HubSpot' | 'Salesforce' | 'Pipedrive'
export interface KnownExport {
  system: ExportSystem
  /** As that program calls it. */
  about: string
  /** Null for what we keep no record of. */
  record: TableRecord | null
  /** Why none of its rows is taken. */
  refusal: string | null
}

interface Signature {
  system: ExportSystem
  about: string
  record: TableRecord | null
  /** All of these are there, as `plainHeader` makes them; one group may hold choices by "|". */
  has: string[]
  lacks?: string[]
  refusal?: string
}

const history = (system: string) =>
  `The stage history of ${system} is not kept: here the history of an opportunity begins with its import.`

/** The most telling first. Sources: export columns as the three programs write them, by object. */
const signatures: readonly Signature[] = [
  { system: 'Salesforce', about: 'opportunity history', record: null, has: ['opportunity id', 'stage name', 'created date'], lacks: ['name', 'account name', 'opportunity name'], refusal: history('Salesforce') },
  { system: 'Salesforce', about: 'field history', record: null, has: ['old value', 'new value', 'field|edited by'], refusal: 'The field history of Salesforce is not kept: here the history of a record begins with its import.' },
  { system: 'Salesforce', about: 'users', record: null, has: ['id', 'username', 'profile id|is active|alias'], refusal: 'A user of Salesforce is no person of a customer; users are read to know who owns what.' },
  { system: 'Salesforce', about: 'cases', record: null, has: ['id', 'case number'], refusal: 'A support case of Salesforce has no record here.' },
  { system: 'Salesforce', about: 'leads', record: 'people', has: ['id', 'last name', 'company', 'is converted|converted date|lead source'] },
  { system: 'Salesforce', about: 'contacts', record: 'people', has: ['id', 'account id', 'last name', 'is deleted|system modstamp|mailing city|email bounced date|lead source'] },
  { system: 'Salesforce', about: 'opportunities', record: 'opportunities', has: ['id', 'stage name', 'close date', 'account id|is won|is closed'] },
  { system: 'Salesforce', about: 'accounts', record: 'accounts', has: ['id', 'name', 'billing city|billing country|billing state', 'parent id|system modstamp|is deleted|number of employees'] },
  { system: 'Salesforce', about: 'an opportunity report', record: 'opportunities', has: ['opportunity id', 'account name', 'stage', 'close date'] },
  { system: 'Salesforce', about: 'a contact report', record: 'people', has: ['contact id', 'last name', 'account name'] },
  { system: 'Salesforce', about: 'an account report', record: 'accounts', has: ['account id', 'account name', 'billing city|billing state province|last activity|rating'], lacks: ['opportunity name', 'stage'] },
  { system: 'Pipedrive', about: 'deals', record: 'opportunities', has: ['deal id', 'deal title'] },
  { system: 'Pipedrive', about: 'people', record: 'people', has: ['person id', 'person name'] },
  { system: 'Pipedrive', about: 'organisations', record: 'accounts', has: ['organization id|organisation id', 'organization name|organisation name'] },
  { system: 'Pipedrive', about: 'leads', record: 'opportunities', has: ['lead id', 'lead title'] },
  { system: 'HubSpot', about: 'deal stage history', record: null, has: ['record id|deal id', 'deal stage', 'timestamp|date entered', 'source|value|source type'], lacks: ['deal name'], refusal: history('HubSpot') },
  { system: 'HubSpot', about: 'deals', record: 'opportunities', has: ['record id|deal id', 'deal name', 'deal stage'] },
  { system: 'HubSpot', about: 'contacts', record: 'people', has: ['record id|contact id', 'first name', 'last name', 'email'] },
  { system: 'HubSpot', about: 'companies', record: 'accounts', has: ['record id|company id', 'company name|name', 'company domain name|company owner|lifecycle stage|industry'] },
] // biome-ignore format: a table

/** Null for a table that none of the three wrote. The name of the file tells nothing here. */
export function recogniseExport(headers: readonly string[]): KnownExport | null {
  const plain = new Set(headers.map(plainHeader))
  const has = (words: string) => words.split('|').some((word) => plain.has(word))
  const found = signatures.find((s) => s.has.every(has) && !(s.lacks ?? []).some(has))
  return found ? { system: found.system, about: found.about, record: found.record, refusal: found.refusal ?? null } : null
}

/** Headings under which a program says that a row was thrown away, and the words it says it with. */
const flags: readonly [RegExp, RegExp, string][] = [
  [/^(?:is deleted|deleted|deal deleted|person deleted|organi[sz]ation deleted)$/, /^(?:true|1|yes|ja|wahr)$/i, 'deleted'],
  [/^(?:archived|is archived|(?:deal|person|organi[sz]ation|lead) archived)$/, /^(?:true|1|yes|ja|wahr)$/i, 'archived'],
  [/^(?:archive time|deal archive time|archived at)$/, /\d/, 'archived'],
  [/^(?:deal status|status)$/, /^(?:deleted|gelöscht)$/i, 'deleted'],
]

/** Tells for each row why it is not taken: deleted or archived where it comes from. Null when it is taken. */
export function openRowFlags(
  headers: readonly string[],
  system: ExportSystem | null,
): (cells: readonly string[]) => string | null {
  const watched = headers.flatMap((header, at) => {
    const plain = plainHeader(header)
    return flags.flatMap(([heading, words, state]) =>
      heading.test(plain) && (plain !== 'status' || system !== null) ? [{ at, words, state, header }] : [],
    )
  })
  return (cells) => {
    const met = watched.find(({ at, words }) => words.test(cells[at]?.trim() ?? ''))
    return met
      ? `It is ${met.state} in ${system ?? 'the program it comes from'} (${met.header}: ${cells[met.at]?.trim()}).`
      : null
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/** The id of 18 characters for one of 15, as reports of Salesforce write them; anything else as it is. */
export function wholeSalesforceId(id: string): string {
  if (!/^[0-9a-zA-Z]{15}$/.test(id) || !/^[0a5]/.test(id)) return id
  const ending = [0, 5, 10].map((from) => {
    let bits = 0
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(id[from + at] ?? '')) bits += 1 << at
    return LETTERS[bits] ?? ''
  })
  return id + ending.join('')
}
