/** Which words may a record be made of? Each says its check, its column, its label and its control once. */
import { z } from 'zod'

export type Control =
  | 'text'
  | 'longText'
  | 'choice'
  | 'number'
  | 'share'
  | 'day'
  | 'moment'
  | 'reference'
  | 'money'
  | 'yesNo'
  | 'tags'
  | 'choices'
  | 'hidden'

export interface FieldMeta {
  /** PostgreSQL type as information_schema names it. */
  column: string
  label: string
  control: Control
  help?: string
  /** Table that a reference points to. */
  references?: string
  max?: number
  /** A web address: shown as something to follow. */
  link?: true
  /** What choices are called, where their values do not say it. */
  labels?: readonly { value: string; label: string }[]
  /** The currency of money that has the same in every row. */
  currency?: string
  /** A field that a workspace added: where its values lie. */
  own?: OwnPlace
}

export interface OwnPlace {
  /** Of the field. */
  id: string
  table: string
  /** The field of the values' record. */
  column: string
  /** Follows from other values; nobody writes it. */
  isDerived: boolean
  isHidden: boolean
  /** Kept, and shown nowhere but in the history. */
  isArchived: boolean
  /** Asked for in forms; what comes by mail or table may be without it. */
  isRequired: boolean
}

// Ours alone: columns must not leak into openapi.json.
const facts = z.registry<FieldMeta>()

const say = <T extends z.ZodType>(check: T, meta: FieldMeta): T => {
  const named = check.meta({ title: meta.label, ...(meta.help ? { description: meta.help } : {}) }) as T
  facts.add(named, meta)
  return named
}

export const text = (label: string, max = 200, help?: string) =>
  say(z.string().trim().min(1).max(max), { column: 'text', label, control: 'text', max, ...(help ? { help } : {}) })
export const longText = (label: string, max = 20_000) =>
  say(z.string().max(max), { column: 'text', label, control: 'longText', max })
/** Text as it arrived, of any length, untrimmed: offsets index into it. */
export const sourceText = (label: string) => say(z.string(), { column: 'text', label, control: 'hidden' })
/** The words of a text as the database searches them; never read by the program. */
export const wordIndex = (label: string) => say(z.string(), { column: 'tsvector', label, control: 'hidden' })
export const email = (label: string) =>
  say(
    z
      .string()
      .trim()
      .toLowerCase()
      .min(3)
      .max(320)
      .regex(/^[^\s@]+@[^\s@]+$/, 'Write an address like name@example.com'),
    {
      column: 'text',
      label,
      control: 'text',
      max: 320,
    },
  )
export const oneOf = <const V extends readonly [string, ...string[]]>(label: string, ...values: V) =>
  say(z.enum(values), { column: 'text', label, control: 'choice' })
export const share = (label: string) => say(z.number().min(0).max(1), { column: 'double precision', label, control: 'share' })
export const integer = (label: string, min = -2_147_483_648, max = 2_147_483_647) =>
  say(z.int().min(min).max(max), { column: 'integer', label, control: 'number' })
/** Any number, with a fraction or without. */
export const number = (label: string) =>
  say(z.number().min(-1e15).max(1e15), { column: 'double precision', label, control: 'number' })
/** A web address; one without its scheme is taken for https. */
export const link = (label: string, max = 500) =>
  say(
    z
      .string()
      .trim()
      .transform((typed) => (/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`))
      .pipe(z.url({ protocol: /^https?$/, error: 'Write a web address like https://example.com' }).max(max)),
    { column: 'text', label, control: 'text', max, link: true },
  )
/** Some of several values, none of them twice. */
export const chosenOf = (label: string, values: readonly string[]) =>
  say(
    z
      .array(z.string().refine((value) => values.includes(value), 'Choose from what there is'))
      .max(200)
      .transform((all) => [...new Set(all)]),
    { column: 'jsonb', label, control: 'choices' },
  )
export const bigInteger = (label: string) => say(z.int(), { column: 'bigint', label, control: 'number' })
/** Money in integer minor units of the currency that stands beside it. */
export const minorUnits = (label: string) => say(z.int(), { column: 'bigint', label, control: 'money' })
export const currency = (label = 'Currency') =>
  say(z.string().regex(/^[A-Z]{3}$/, 'Write a currency code of three letters, such as EUR'), {
    column: 'text',
    label,
    control: 'hidden',
    max: 3,
  })
export const day = (label: string) => say(z.iso.date(), { column: 'date', label, control: 'day' })
export const moment = (label: string) =>
  say(z.iso.datetime({ offset: true }), { column: 'timestamp with time zone', label, control: 'moment' })
export const yesNo = (label: string) => say(z.boolean(), { column: 'boolean', label, control: 'yesNo' })
export const reference = (label: string, to: string) =>
  say(z.uuid(), { column: 'uuid', label, control: 'reference', references: to })
export const listOf = <T extends z.ZodType>(label: string, item: T) =>
  say(z.array(item), { column: 'jsonb', label, control: 'tags' })
export const structured = <T extends z.ZodType>(label: string, shape: T) =>
  say(shape, { column: 'jsonb', label, control: 'hidden' })

/** A word that a workspace added: it may always be left out. */
export function ownWord(check: z.ZodType, about: Partial<FieldMeta>): z.ZodType {
  const word = check.nullable().optional()
  facts.add(word, { ...fieldMeta(check), ...about })
  return word
}

/** The innermost check behind optional, nullable and default. */
export function bare(field: z.ZodType): z.ZodType {
  const inner = (field as unknown as { unwrap?: () => z.ZodType }).unwrap
  return inner && !facts.get(field) && !(field instanceof z.ZodArray) ? bare(inner.call(field)) : field
}

/** What a field says of itself; throws when a record uses a word that is not from this file. */
export function fieldMeta(field: z.ZodType): FieldMeta {
  const meta = facts.get(field) ?? facts.get(bare(field))
  if (!meta) throw new Error('A record may only use words from foundation/contract/fields.ts')
  return meta
}

/** What a field says of itself, or nothing when it is a plain check (an operation's limit, say). */
export const fieldMetaIfAny = (field: z.ZodType): FieldMeta | undefined => facts.get(field) ?? facts.get(bare(field))

/** Whether a field may be null. */
export const isNullable = (field: z.ZodType): boolean => field.safeParse(null).success
