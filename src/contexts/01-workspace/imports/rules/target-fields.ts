/** Which of our fields can a column of a table fill? */
import type { Target, TargetField } from './guess-mapping.ts'
import type { TableRecord } from './header-synonyms.ts'
import type { CellKind } from './read-cell.ts'

/** A field with the most characters it keeps. */
export type Fillable = TargetField & { max?: number }
const field = (name: string, label: string, kind: CellKind = 'text', max = 200): Fillable => ({ name, label, kind, max })

/** The fields of each record that a table may fill; some say who or what is meant, and are looked up. */
export const targetFields: Record<TableRecord, readonly Fillable[]> = {
  accounts: [
    field('name', 'Name'),
    field('domain', 'Mail domain', 'domain', 253),
    field('website', 'Website', 'url', 500),
    field('industry', 'Industry'),
    field('country', 'Country'),
    field('employeeCount', 'Employees', 'integer'),
    field('standing', 'Standing'),
    field('ownerName', 'Owner'),
    field('externalId', 'Id elsewhere'),
    field('note', 'Note', 'longText', 20_000),
  ],
  people: [
    field('name', 'Name'),
    field('firstName', 'First name'),
    field('lastName', 'Last name'),
    field('email', 'E-mail', 'email', 320),
    field('accountName', 'Account'),
    field('accountExternalId', 'Account’s id elsewhere'),
    field('title', 'Title'),
    field('phone', 'Phone', 'phone', 60),
    field('externalId', 'Id elsewhere'),
  ],
  opportunities: [
    field('name', 'Name', 'text', 300),
    field('accountName', 'Account'),
    field('accountExternalId', 'Account’s id elsewhere'),
    field('stageName', 'Stage', 'text', 100),
    field('pipelineName', 'Pipeline', 'text', 100),
    field('outcome', 'Won or lost', 'text', 100),
    field('amountMinor', 'Amount', 'money'),
    field('currency', 'Currency', 'currency'),
    field('openedOn', 'Opened', 'day'),
    field('closeOn', 'Closes', 'day'),
    field('ownerName', 'Owner'),
    field('product', 'Product'),
    field('externalId', 'Id elsewhere'),
    field('closeReason', 'Why it ended so', 'longText', 1000),
  ],
  meetings: [
    field('title', 'What', 'text', 500),
    field('startsAt', 'Begins', 'moment'),
    field('endsAt', 'Ends', 'moment'),
    field('isAllDay', 'Whole days', 'yesNo'),
    field('timeZone', 'Time zone', 'text', 100),
    field('location', 'Where', 'text', 500),
    field('organizer', 'Who invited', 'text', 500),
    field('attendees', 'Who takes part', 'longText', 100_000),
    field('status', 'Status', 'text', 40),
    field('repeats', 'Comes again', 'text', 500),
    field('about', 'About', 'longText', 20_000),
    field('sourceKey', 'Id of the event', 'text', 500),
  ],
}

export const targets: readonly Target[] = (['accounts', 'people', 'opportunities', 'meetings'] as const).map((record) => ({
  record,
  fields: targetFields[record],
}))
