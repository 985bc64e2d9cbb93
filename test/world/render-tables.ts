/** How do the accounts, people and opportunities of the story look as exports of another program? */
import { type OrganisationKey, organisations, people } from './cast.ts'
import type { DatedWorld } from './date-the-world.ts'
import type { StageKey } from './story-shape.ts'

export type RenderedTable = { path: string; text: string }

const cell = (value: string | number | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const csv = (rows: readonly (readonly (string | number | null | undefined)[])[]) =>
  `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const keys = Object.keys(organisations).filter((key): key is OrganisationKey => Object.hasOwn(organisations, key))
const ours = 'wrenfold'

/** The stages as they are called on the board. */
export const stageNames = {
  enquiry: 'Found',
  discovery: 'Qualified',
  proposal: 'Proposal',
  negotiation: 'Negotiation',
  won: 'Won',
  lost: 'Lost',
} satisfies Record<StageKey, string>

/** @param only the customers to list; all of them without it */
export function renderAccounts(only: readonly OrganisationKey[] = keys): string {
  const rows = only
    .filter((key) => key !== ours)
    .map((key) => {
      const one = organisations[key]
      return [
        key,
        one.name,
        one.domain,
        one.website,
        one.industry,
        one.country,
        one.employees,
        one.standing,
        one.owner ? people[one.owner].name : '',
        'note' in one ? one.note : '',
      ]
    })
  const header = [
    'Account ID',
    'Account name',
    'Domain',
    'Website',
    'Industry',
    'Country',
    'Employees',
    'Account type',
    'Account owner',
  ]
  return csv([[...header, 'Notes'], ...rows])
}

export function renderPeople(only: readonly OrganisationKey[] = keys): string {
  const rows = Object.values(people)
    .filter((one) => one.org !== ours && only.includes(one.org))
    .map((one) => [one.name, one.email, one.title, 'phone' in one ? one.phone : '', organisations[one.org].name, one.org])
  return csv([['Full name', 'E-mail', 'Job title', 'Phone', 'Company name', 'Account ID'], ...rows])
}

export function renderOpportunities(world: DatedWorld): string {
  const rows = world.opportunities.map((one) => [
    one.key,
    one.name,
    organisations[one.customer].name,
    stageNames[one.moves.at(-1)?.stage ?? 'enquiry'],
    (one.amountMinor / 100).toFixed(2),
    one.currency,
    one.openedDay,
    one.closeDay,
    people[one.owner].name,
    one.product,
    one.closeReason,
  ])
  const header = [
    'Opportunity ID',
    'Opportunity name',
    'Account name',
    'Stage',
    'Amount',
    'Currency',
    'Created date',
    'Close date',
  ]
  return csv([[...header, 'Opportunity owner', 'Product', 'Reason'], ...rows])
}

/** The three tables, accounts first. */
export const renderTables = (world: DatedWorld): RenderedTable[] => [
  { path: 'tables/accounts.csv', text: renderAccounts() },
  { path: 'tables/people.csv', text: renderPeople() },
  { path: 'tables/opportunities.csv', text: renderOpportunities(world) },
]
