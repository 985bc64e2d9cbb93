/** How does a filter read as SQL? Every condition is true or not true for a row, never unknown to a group around it. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Condition, type Filter, isGroup, partsOf } from '#foundation/contract/filter.ts'
import { dayRangeOf, plusUnits } from '#foundation/contract/filter-days.ts'
import type { RowField } from '#foundation/contract/row-field.ts'
import { type Asker, column, type RowTable, typeOf } from './row-table.ts'

type Sql = RawBuilder<SqlBool>
type Build = (condition: Condition, at: RawBuilder<unknown>) => Sql
/** Where an index could tell: the ids of the only rows that may hold a condition on text, or that there are many. */
export type Candidates = ReadonlyMap<Condition, readonly string[] | 'many'>

const never = sql<SqlBool>`false`

/** What all rows of a filter fulfil. The filter has been checked against the fields (`checkFilter`). */
export function filterSql(filter: Filter, table: RowTable, asker: Asker, candidates: Candidates = new Map()): Sql {
  const build = (part: Filter): Sql => {
    if (!isGroup(part)) return conditionSql(part, table, asker, candidates.get(part))
    const { parts, all } = partsOf(part)
    if (!parts.length) return sql<SqlBool>`true`
    return sql<SqlBool>`(${sql.join(parts.map(build), all ? sql` and ` : sql` or `)})`
  }
  return build(filter)
}

function conditionSql(condition: Condition, table: RowTable, asker: Asker, among: readonly string[] | 'many' | undefined): Sql {
  const field = table.fields.get(condition.field)
  if (!field) throw new Error(`The filter was not checked: ${condition.field}`)
  const at = column(table, field.name)
  if (condition.is === 'isEmpty' || condition.is === 'isNotEmpty') return emptySql(field, at, condition.is === 'isEmpty')
  if (condition.is === 'isMe') return asker.memberId === null ? never : sql<SqlBool>`${at} = ${asker.memberId}::uuid`
  if (field.control === 'choices') return choicesSql(condition, at)
  if (condition.is === 'isAnyOf' || condition.is === 'isNoneOf') return pickSql(condition, at, typeOf(table.record, field.name))
  if (field.control === 'yesNo') return sql<SqlBool>`${at} = ${condition.value}::boolean`
  if (field.control === 'day' || field.control === 'moment') return daySql(condition, field, at, asker)
  if (field.control === 'text' || field.control === 'longText') {
    const said = textSql(condition, at)
    if (!among) return said
    // The planner takes a pattern for rare and would sort the whole table; of a case it expects half of the rows, and reads them in order.
    return among === 'many'
      ? sql<SqlBool>`case when ${said} then true else false end`
      : sql<SqlBool>`(t.id = any(${among}::uuid[]) and ${said})`
  }
  const isFraction = field.control === 'share' || (field.control === 'number' && field.own !== null)
  return isFraction ? shareSql(condition, at) : wholeSql(condition, at)
}

/** The fields that a filter speaks of. */
export const fieldsIn = (filter: Filter | null): string[] =>
  filter === null ? [] : isGroup(filter) ? partsOf(filter).parts.flatMap(fieldsIn) : [filter.field]

const choicesSql: Build = ({ is, value }, at) =>
  is === 'isAnyOf'
    ? sql<SqlBool>`jsonb_exists_any(${at}, ${value}::text[])`
    : sql<SqlBool>`(${at} is null or not jsonb_exists_any(${at}, ${value}::text[]))`

function emptySql(field: RowField, at: RawBuilder<unknown>, empty: boolean): Sql {
  const isText = field.control === 'text' || field.control === 'longText'
  if (!isText) return empty ? sql<SqlBool>`${at} is null` : sql<SqlBool>`${at} is not null`
  return empty ? sql<SqlBool>`(${at} is null or ${at} = '')` : sql<SqlBool>`(${at} <> '')`
}

function pickSql({ is, value }: Condition, at: RawBuilder<unknown>, type: RawBuilder<unknown>): Sql {
  const values = value as string[]
  // One value keeps the order of an index behind it; a list does not.
  if (is === 'isAnyOf' && values.length === 1) return sql<SqlBool>`${at} = ${values[0]}::${type}`
  return is === 'isAnyOf'
    ? sql<SqlBool>`${at} = any(${values}::${type}[])`
    : sql<SqlBool>`(${at} is null or ${at} <> all(${values}::${type}[]))`
}

/** Text as it is compared: without regard to capitals, the same on every server. JavaScript's toLowerCase agrees with it. */
const small = (at: RawBuilder<unknown>) => sql`lower(${at} collate "und-x-icu")`
const escaped = (text: string) => text.toLowerCase().replace(/[\\%_]/g, (c) => `\\${c}`)

const textSql: Build = ({ is, value }, at) => {
  const words = String(value).trim()
  if (is === 'is') return sql<SqlBool>`${small(at)} = ${words.toLowerCase()}`
  if (is === 'isNot') return sql<SqlBool>`(${at} is null or ${small(at)} <> ${words.toLowerCase()})`
  return sql<SqlBool>`${small(at)} like ${is === 'contains' ? `%${escaped(words)}%` : `${escaped(words)}%`}`
}

const shareSql: Build = ({ is, value }, at) => {
  if (is === 'between') {
    const [least, most] = (value as number[]).toSorted((a, b) => a - b)
    return sql<SqlBool>`${at} between ${least}::float8 and ${most}::float8`
  }
  const word = is === 'is' ? sql`=` : is === 'atLeast' ? sql`>=` : sql`<=`
  return sql<SqlBool>`${at} ${word} ${value}::float8`
}

// What a JavaScript number holds exactly; bigint columns hold no more (see read-values).
const whole = (value: number): number => Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value))

const wholeSql: Build = ({ is, value }, at) => {
  if (is === 'between') {
    const [least, most] = (value as number[]).toSorted((a, b) => a - b)
    return sql<SqlBool>`${at} between ${whole(Math.ceil(least ?? 0))}::bigint and ${whole(Math.floor(most ?? 0))}::bigint`
  }
  const number = Number(value)
  if (is === 'atLeast') return sql<SqlBool>`${at} >= ${whole(Math.ceil(number))}::bigint`
  if (is === 'atMost') return sql<SqlBool>`${at} <= ${whole(Math.floor(number))}::bigint`
  return Number.isSafeInteger(number) ? sql<SqlBool>`${at} = ${number}::bigint` : never
}

function daySql(condition: Condition, { control }: RowField, at: RawBuilder<unknown>, { today, timeZone }: Asker): Sql {
  const { from, to } = dayRangeOf(condition, today)
  // A moment lies in the days from the first midnight to the one after the last, where the workspace is.
  const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${timeZone})`
  const least = from === null ? [] : [sql<SqlBool>`${at} >= ${control === 'moment' ? midnight(from) : sql`${from}::date`}`]
  const most =
    to === null
      ? []
      : [control === 'moment' ? sql<SqlBool>`${at} < ${midnight(plusUnits(to, 1, 'day'))}` : sql<SqlBool>`${at} <= ${to}::date`]
  return sql<SqlBool>`(${sql.join([...least, ...most], sql` and `)})`
}
