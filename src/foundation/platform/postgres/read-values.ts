/** Which JavaScript value does each PostgreSQL type become? Times are ISO texts, days are days, money never loses a unit. */
import pg from 'pg'

type Read = (text: string) => unknown

// What a server in UTC sends, `2026-11-25 05:29:53.12+00`: by far the most, so read without a Date.
const inUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?\+00$/

const readMoment: Read = (text) => {
  if (inUtc.test(text)) return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
  const moment = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}

const readWhole: Read = (text) => {
  const whole = Number(text)
  if (!Number.isSafeInteger(whole))
    throw new RangeError(`The number ${text} from the database is larger than a number can hold exactly.`)
  return whole
}

const asIs: Read = (text) => text

const singles: ReadonlyMap<number, Read> = new Map([
  [20, readWhole],
  [1082, asIs],
  [1114, asIs],
  [1184, readMoment],
  [1700, asIs],
])

const arrays: ReadonlyMap<number, Read> = new Map([
  [1016, readWhole],
  [1182, asIs],
  [1115, asIs],
  [1185, readMoment],
  [1231, asIs],
])

// The parser of text[] splits any list; its number is missing from the package's own list of types.
const splitList = (pg.types.getTypeParser as (oid: number, format: 'text') => Read)(1009, 'text')

const eachOf = (value: unknown, read: Read): unknown =>
  Array.isArray(value) ? value.map((inner) => eachOf(inner, read)) : value === null ? null : read(String(value))

const readList =
  (read: Read): Read =>
  (text) =>
    eachOf(splitList(text), read)

/**
 * What `pg` asks how to read a column. timestamptz -> ISO 8601 in UTC (milliseconds: declare columns `timestamptz(3)`),
 * date -> YYYY-MM-DD, int8 -> number (RangeError beyond 2^53), numeric -> text; their arrays likewise.
 */
export const readValues: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
    const single = singles.get(oid)
    if (single) return single
    const inner = arrays.get(oid)
    return inner ? readList(inner) : pg.types.getTypeParser(oid, 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}
