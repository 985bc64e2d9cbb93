/** What is a record? A thing we keep: its row, its JSON, its form, its columns are read from here. */
import { z } from 'zod'
import { moment, reference } from './fields.ts'

const kept = (table: string) => ({ id: reference('Id', table), createdAt: moment('Created'), updatedAt: moment('Changed') })
type Kept = ReturnType<typeof kept>

export interface FullText<Name extends string = string> {
  text: Name
  /** More fields that are found by their words: a subject, a sender. */
  with?: Name[]
  at: Name | 'createdAt'
  within?: Name
  /** What of the text is searched; all of it, unless some was said elsewhere. */
  said?: (row: never) => string
}

export interface RecordOptions<F> {
  /** One, in plain words: "need". */
  noun: string
  plural: string
  /** The field that names a row to a person. */
  title?: keyof F & string
  /** Fields found by search as you type. */
  search?: (keyof F & string)[]
  /** Under which key rows are found whose title is written differently; the same for "Acme Ltd" and "ACME". */
  titleKey?: (title: string) => string
  /** The field whose whole text is searched by its words, when it was said, and the row in which it is shown. */
  fullText?: FullText<keyof F & string>
  /** Fields too large for the change history; they never change after they are written. */
  heavy?: (keyof F & string)[]
  /** The field that says in which order these stand where one is chosen (else: by title); there are few of them. */
  rank?: keyof F & string
  /** The moment since which a row is no choice any more (it left, it was archived); rows that refer to it keep it. */
  leftAt?: keyof F & string
  /** The record that rows with the same title are told apart by: "Qualified (Partners)". */
  within?: keyof F & string
  /** The field by which people order rows on a board; a new row stands where it was born. */
  place?: keyof F & string
  /** 'none' for rows that are themselves a log, written once. */
  history?: 'full' | 'none'
  /** 'never' for rows that are keys and locks: taking a change of them back would let in whom a rule keeps out. */
  undo?: 'never'
  /** Writes of its rows are announced as RowsWritten, for what follows each row wherever it was written (duplicates, say). */
  tells?: true
  /** The table of the values that its rows have in fields which a workspace added. */
  own?: string
  /** A record of such values: the table whose rows have them. */
  valuesOf?: string
}

export interface RecordOf<T extends string, F extends z.ZodRawShape> extends RecordOptions<F> {
  table: T
  fields: F
  /** The whole row, as the API shows it. */
  schema: z.ZodObject<Kept & F>
  /** What a person writes to make one. */
  draft: z.ZodObject<F>
}

/** Any record, for the readers that work on all of them. */
export interface AnyRecord {
  table: string
  noun: string
  plural: string
  title?: string
  search?: string[]
  titleKey?: (title: string) => string
  fullText?: FullText
  heavy?: string[]
  rank?: string
  leftAt?: string
  within?: string
  place?: string
  history?: 'full' | 'none'
  undo?: 'never'
  tells?: true
  own?: string
  valuesOf?: string
  fields: z.ZodRawShape
  schema: z.ZodObject
  draft: z.ZodObject
}

/** Declares a record. Every record has an id, and two moments; its workspace is the database's business. */
export function record<const T extends string, F extends z.ZodRawShape>(
  table: T,
  options: RecordOptions<F>,
  fields: F,
): RecordOf<T, F> {
  return {
    ...options,
    table,
    fields,
    schema: named(options.noun, z.object({ ...kept(table), ...fields }) as z.ZodObject<Kept & F>),
    draft: z.object(fields),
  }
}

/** Gives a shape a name of its own in the API's description: "piece of evidence" becomes PieceOfEvidence. */
export const named = <T extends z.ZodType>(name: string, shape: T): T =>
  shape.meta({ id: name.replace(/(?:^|[\s-])(\w)/g, (_, c: string) => c.toUpperCase()) }) as T

/** A row of a record, as the program holds it. */
export type Row<R extends { schema: z.ZodType }> = z.output<R['schema']>
/** What must be given to create a row. */
export type Draft<R extends { draft: z.ZodType }> = z.output<R['draft']>
/** A row as a store's queries see it. */
export type TableOf<R extends { schema: z.ZodType }> = Row<R> & { workspaceId: string }

/** What every change may be asked with: the values from which the writer began. */
export const baseAsked = {
  base: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({
      description:
        'The values that stood there when you began, by field. A field that somebody else changed since is refused with both values (409, "conflicts"); without it the last writer wins.',
      examples: [{}],
    }),
}

/** One screenful of rows, and where the next begins. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })
/** What every list may be asked. */
export const pageAsked = { limit: z.int().min(1).max(500).default(50), after: z.string().max(500).optional() }
