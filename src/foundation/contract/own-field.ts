/** Which fields may a workspace add to a record, and which word of the contract does each become? */
import { z } from 'zod'
import {
  bigInteger,
  chosenOf,
  day,
  type FieldMeta,
  integer,
  link,
  listOf,
  longText,
  minorUnits,
  moment,
  number,
  oneOf,
  ownWord,
  reference,
  share,
  structured,
  text,
  yesNo,
} from './fields.ts'
import { type AnyRecord, record } from './record.ts'

/** Types of which people write the values, and types whose values follow from others. */
export const writtenTypes = [
  'text',
  'longText',
  'link',
  'number',
  'money',
  'share',
  'day',
  'moment',
  'yesNo',
  'choice',
  'choices',
  'account',
  'person',
  'opportunity',
  'member',
] as const
export const ownTypes = [...writtenTypes, 'formula', 'rollUp'] as const
export type OwnType = (typeof ownTypes)[number]
export const results = ['text', 'number', 'money', 'share', 'day', 'moment', 'yesNo'] as const
export type Result = (typeof results)[number]

export const Choice = z.object({ value: z.string().min(1).max(60), label: z.string().trim().min(1).max(100) })
export const RollUp = z.object({
  /** The table whose rows are gathered, and their field that points here. */
  of: z.string().max(63),
  by: z.string().max(100),
  how: z.enum(['count', 'sum', 'min', 'max', 'latest']),
  /** The field of theirs that is gathered; none for a count. */
  field: z.string().max(100).nullable(),
})
/** The kinds of fields that each way of gathering takes; a count takes none. */
export const rollUpTakes: Readonly<Record<string, readonly string[]>> = {
  sum: ['number', 'money', 'share'],
  min: ['number', 'money', 'share', 'day', 'moment'],
  max: ['number', 'money', 'share', 'day', 'moment'],
  latest: ['text', 'number', 'money', 'share', 'day', 'moment', 'yesNo'],
}
export const OwnSettings = z.object({
  choices: z.array(Choice).max(200).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  formula: z.string().max(2000).optional(),
  rollUp: RollUp.optional(),
  /** What a formula or a roll-up comes to; found when it is written. */
  result: z.enum(results).optional(),
})
export type OwnSettings = z.output<typeof OwnSettings>

/** A field that a workspace added to an object. */
export const Field = record(
  'fields',
  { noun: 'field', plural: 'fields', title: 'label' },
  {
    object: text('Object', 63),
    key: text('Key', 63),
    label: text('Label', 100),
    type: oneOf('Type', ...ownTypes),
    help: text('Help', 300).nullable(),
    position: integer('Position', 0),
    required: yesNo('Required'),
    hidden: yesNo('Hidden'),
    archivedAt: moment('Archived').nullable(),
    settings: structured('Settings', OwnSettings),
  },
)
export type FieldRow = z.output<typeof Field.schema>

/** The record of the values that one object's rows have in the workspace's own fields. One value lies in the column of its kind. */
export const ownValues = <const T extends string>(table: T, of: string) =>
  record(
    table,
    { noun: 'custom value', plural: 'custom values', valuesOf: of },
    {
      rowId: reference('Row', of),
      fieldId: reference('Field', 'fields'),
      text: text('Text', 500).nullable(),
      longText: longText('Long text').nullable(),
      number: number('Number').nullable(),
      amount: bigInteger('Amount').nullable(),
      day: day('Day').nullable(),
      moment: moment('Moment').nullable(),
      yes: yesNo('Yes or no').nullable(),
      choices: listOf('Choices', z.string()).nullable(),
      accountId: reference('Account', 'accounts').nullable(),
      personId: reference('Person', 'people').nullable(),
      opportunityId: reference('Opportunity', 'opportunities').nullable(),
      memberId: reference('Member', 'members').nullable(),
    },
  )

/** In a row of a table, in a filter and in a sort an own field is named so; in an API body it is custom: { key: … }. */
export const ownName = (key: string): string => `custom.${key}`
export const isOwnName = (name: string): boolean => name.startsWith('custom.')

const columns: Readonly<Record<Exclude<OwnType, 'formula' | 'rollUp'>, string>> = {
  text: 'text',
  longText: 'longText',
  link: 'text',
  number: 'number',
  money: 'amount',
  share: 'number',
  day: 'day',
  moment: 'moment',
  yesNo: 'yes',
  choice: 'text',
  choices: 'choices',
  account: 'accountId',
  person: 'personId',
  opportunity: 'opportunityId',
  member: 'memberId',
}
/** The field of the values' record in which a type lies. */
export const valueColumn = (type: Exclude<OwnType, 'formula' | 'rollUp'>): string => columns[type]

type Shape = Pick<FieldRow, 'label' | 'type' | 'settings'>
/** The type in which the values of a field are kept. */
export const keptType = ({ type, settings }: Pick<FieldRow, 'type' | 'settings'>): Exclude<OwnType, 'formula' | 'rollUp'> =>
  type === 'formula' || type === 'rollUp' ? (settings.result ?? 'text') : type

function plainWord({ label, settings, ...field }: Shape): z.ZodType {
  const values = (settings.choices ?? []).map((c) => c.value)
  switch (keptType({ settings, ...field })) {
    case 'text':
      return text(label, 500)
    case 'longText':
      return longText(label)
    case 'link':
      return link(label)
    case 'number':
      return number(label)
    case 'money':
      return minorUnits(label)
    case 'share':
      return share(label)
    case 'day':
      return day(label)
    case 'moment':
      return moment(label)
    case 'yesNo':
      return yesNo(label)
    case 'choice':
      return oneOf(label, ...((values.length ? values : ['-']) as [string, ...string[]]))
    case 'choices':
      return chosenOf(label, values)
    case 'account':
      return reference(label, 'accounts')
    case 'person':
      return reference(label, 'people')
    case 'opportunity':
      return reference(label, 'opportunities')
    case 'member':
      return reference(label, 'members')
  }
}

/** A field of a workspace as a word of the contract: every reader of records understands it. */
export function wordOf(field: FieldRow, table: string): z.ZodType {
  const { choices, currency } = field.settings
  const isDerived = field.type === 'formula' || field.type === 'rollUp'
  const about: Partial<FieldMeta> = {
    own: {
      id: field.id,
      table,
      column: valueColumn(keptType(field)),
      isDerived,
      isHidden: field.hidden,
      isArchived: field.archivedAt !== null,
      isRequired: field.required,
    },
    ...(choices ? { labels: choices } : {}),
    ...(currency ? { currency } : {}),
    ...(field.help ? { help: field.help } : {}),
  }
  return ownWord(plainWord(field), about)
}

/** A record with the fields that a workspace added to it. */
export function withOwnFields<R extends AnyRecord>(base: R, table: string, fields: readonly FieldRow[]): R {
  if (!fields.length) return base
  const shape = Object.fromEntries(fields.map((f) => [ownName(f.key), wordOf(f, table)]))
  return { ...base, fields: { ...base.fields, ...shape }, schema: base.schema.extend(shape) }
}

/** What an operation takes for own fields: { budget: 12 }. */
export const customGiven = {
  custom: z
    .record(z.string().max(63), z.unknown())
    .optional()
    .meta({ description: "Values of the workspace's own fields by key, as GET /fields names them", examples: [{}] }),
}
/** The same under the names that rows have. */
export const ownNamed = (custom: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(custom ?? {}).map(([key, value]) => [ownName(key), value]))
