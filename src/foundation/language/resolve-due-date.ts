/** By which day is something due, when the words are read against the day they were said? */
import * as chrono from 'chrono-node'
import { isoDay } from './header-date.ts'
import { normalizeText } from './normalize-text.ts'

/** A due day and where in the given text it is named. */
export type DueDate = { due: string; start: number; end: number }

const DAY = 86_400_000
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const WEEKDAY = '(sun(?:day)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thu(?:rs?)?(?:day)?|fri(?:day)?|sat(?:urday)?)'
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  couple: 2,
} satisfies Record<string, number>
const COUNT = '(\\d{1,2}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)'
const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
] as const
const ORDINAL_WORD = ORDINALS.slice(1)
  .map((word) => word.replace('-', '[- ]'))
  .reverse()
  .join('|')
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

const toDay = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
const toIso = (time: number) => new Date(time).toISOString().slice(0, 10)
const weekdayOf = (time: number) => new Date(time).getUTCDay()
const countOf = (word: string) => (/^\d/.test(word) ? Number(word) : (NUMBERS[word.replace(/^a couple of$/, 'couple')] ?? 1))
/** Friday of the week that holds this day (weeks begin on Monday). */
const fridayOf = (time: number) => time + (5 - (weekdayOf(time) || 7)) * DAY

function addWorkdays(time: number, count: number): number {
  let at = time
  for (let left = count; left > 0; ) {
    at += DAY
    if (weekdayOf(at) % 6 !== 0) left--
  }
  return at
}

/** The coming weekday; said on that day itself it is a week on. "next" means the one in the week after this, unless that is over seven days away from its own day. */
function comingWeekday(said: number, word: string, next: boolean): number {
  const wanted = WEEKDAYS.findIndex((day) => day.startsWith(word.slice(0, 3)))
  const ahead = (wanted - weekdayOf(said) + 7) % 7 || 7
  const sameWeek = (weekdayOf(said) || 7) + ahead <= 7
  return said + (next && sameWeek ? ahead + 7 : ahead) * DAY
}

/** The next day with this number in its month. */
function comingDayOfMonth(said: number, day: number): number | null {
  const from = new Date(said)
  for (let ahead = 0; ahead < 3; ahead++) {
    const month = from.getUTCMonth() + ahead
    const iso = isoDay(from.getUTCFullYear() + Math.floor(month / 12), (month % 12) + 1, day)
    if (iso && toDay(iso) > said) return toDay(iso)
  }
  return null
}

/** A day and month without a year: the coming one; up to sixty days back it is still the past one and no due date. */
function comingDate(said: number, month: number, day: number): number | null {
  const year = new Date(said).getUTCFullYear()
  const iso = isoDay(year, month, day)
  if (iso && toDay(iso) >= said) return toDay(iso)
  if (iso && said - toDay(iso) < 60 * DAY) return null
  const later = isoDay(year + 1, month, day)
  return later ? toDay(later) : null
}

const lastOfMonth = (said: number, ahead: number) => {
  const date = new Date(said)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead + 1, 0)
}

type Form = { form: RegExp; read: (found: RegExpExecArray, said: number) => number | null }

const monthNumber = (word: string | undefined) => MONTHS.findIndex((month) => (word ?? '').startsWith(month)) + 1
const ordinalNumber = (word: string) =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.replace(' ', '-') as (typeof ORDINALS)[number])

/** Tried in order; the first that matches and gives a day wins. Null says: this wording names no day. */
const FORMS: readonly Form[] = [
  { form: /\b\d+ (?:may|march) (?:users|people|seats|units|pieces|orders|staff)\b/, read: () => null },
  { form: /\b(?:the )?day after tomorrow\b/, read: (_, said) => said + 2 * DAY },
  { form: /\b(?:the )?day after\b(?!\s+tomorrow)|\b(?:the )?(?:morning|week|month) after\b/, read: () => null },
  { form: /\btomorrow\b|\bfirst thing in the morning\b/, read: (_, said) => said + DAY },
  {
    form: /\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:by |before )?(?:eod|cob|end of (?:the )?(?:business )?day|close of (?:business|play))|later on?(?: today)?(?= today)|right (?:after|away)(?: (?:this|our|the) (?:call|meeting))?|after (?:this|our) call|immediately|straight away|within the hour|in an hour|in (?:a few|ten|five|\d+) minutes)\b/,
    read: (_, said) => said,
  },
  {
    form: new RegExp(`\\b(?:eod|cob|end of (?:the )?(?:business )?day)\\s+(?:on\\s+)?${WEEKDAY}\\b`),
    read: (found, said) => comingWeekday(said, found[1] ?? '', false),
  },
  {
    form: /\b(?:(?:by |at |before )?(?:the )?end of (?:the |this )?week|eow|(?:later |still |sometime |early )?this week|before the weekend)\b/,
    read: (_, said) => Math.max(fridayOf(said), said),
  },
  {
    form: /\b(?:(?:the )?end of next week|next week\b(?!\s+(?:mon|tue|wed|thu|fri)))\b/,
    read: (_, said) => fridayOf(said) + 7 * DAY,
  },
  { form: /\b(?:(?:the )?end of (?:the |this )?month|eom|this month)\b/, read: (_, said) => lastOfMonth(said, 0) },
  { form: /\b(?:the )?end of next month\b/, read: (_, said) => lastOfMonth(said, 1) },
  { form: new RegExp(`\\b(?:the )?end of ${MONTH}\\b`), read: (found, said) => endOfMonth(said, monthNumber(found[1])) },
  {
    form: new RegExp(
      `\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH}\\b(?!\\s+(?:users|people|seats|units|pieces|orders|staff)\\b)(?:,? (\\d{4}))?`,
    ),
    read: (found, said) => dayAndMonth(said, Number(found[1]), monthNumber(found[2]), found[3]),
  },
  {
    form: new RegExp(`\\b(?:the )?(${ORDINAL_WORD}) (?:of )?${MONTH}\\b(?:,? (\\d{4}))?`),
    read: (found, said) => dayAndMonth(said, ordinalNumber(found[1] ?? ''), monthNumber(found[2]), found[3]),
  },
  {
    form: new RegExp(
      `\\b${MONTH}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?:users|people|%|hours|days|units|seats))(?:,? (\\d{4}))?`,
    ),
    read: (found, said) => dayAndMonth(said, Number(found[2]), monthNumber(found[1]), found[3]),
  },
  {
    form: new RegExp(`\\b${MONTH} (?:the )?(${ORDINAL_WORD})\\b(?!\\s+\\w+s\\b)`),
    read: (found, said) => dayAndMonth(said, ordinalNumber(found[2] ?? ''), monthNumber(found[1]), undefined),
  },
  {
    form: new RegExp(`\\b(?:a week on|${WEEKDAY} week|a week from) ?${WEEKDAY}?\\b`),
    read: (found, said) => {
      const word = found[1] ?? found[2]
      return word ? comingWeekday(said, word, false) + 7 * DAY : null
    },
  },
  {
    form: new RegExp(`\\b${WEEKDAY},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b`),
    read: (found, said) => comingDayOfMonth(said, Number(found[2])),
  },
  {
    form: new RegExp(`\\b${WEEKDAY} (?:of )?next week\\b|\\bnext week ${WEEKDAY}\\b`),
    read: (found, said) => inNextWeek(said, found[1] ?? found[2] ?? ''),
  },
  { form: new RegExp(`\\b(?:last|previous|every|each|past) ${WEEKDAY}s?\\b`), read: () => null },
  { form: new RegExp(`\\bnext ${WEEKDAY}\\b`), read: (found, said) => comingWeekday(said, found[1] ?? '', true) },
  {
    form: new RegExp(
      `\\b(?:(?:by|on|before|until|till|this|coming|for|at) (?:the )?(?:latest )?|(?<![\\w-]))${WEEKDAY}\\b(?!s\\b|'s\\b)`,
    ),
    read: (found, said) => comingWeekday(said, found[1] ?? '', false),
  },
  {
    form: new RegExp(`\\b(?:in|within|inside)(?: the next)? ${COUNT} (?:business|working) days?\\b`),
    read: (found, said) => addWorkdays(said, countOf(found[1] ?? '')),
  },
  {
    form: new RegExp(`\\b(?:in|within|inside)(?: the next)? ${COUNT} days?\\b(?! (?:after|of|from))`),
    read: (found, said) => said + countOf(found[1] ?? '') * DAY,
  },
  {
    form: new RegExp(`\\b(?:in|within|inside)(?: the next)? ${COUNT} weeks?'?(?: time)?\\b(?! (?:after|of|from))`),
    read: (found, said) => said + countOf(found[1] ?? '') * 7 * DAY,
  },
  { form: /\b(?:in|within)(?: the next)? (24|48|72) hours?\b/, read: (found, said) => said + (Number(found[1]) / 24) * DAY },
  { form: /\b(\d{4})-(\d{2})-(\d{2})\b/, read: (found) => readIso(isoDay(Number(found[1]), Number(found[2]), Number(found[3]))) },
  {
    form: /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/,
    read: (found) => readIso(isoDay(Number(found[3]), Number(found[2]), Number(found[1]))),
  },
  { form: /\b(\d{1,2})\.(\d{1,2})\.(?=\s|$|,|\))/, read: (found, said) => comingDate(said, Number(found[2]), Number(found[1])) },
  {
    form: new RegExp(
      `\\b(?:by|on|until|before|till|for) the (?:(\\d{1,2})(?:st|nd|rd|th)|(${ORDINAL_WORD}))\\b(?!\\s+(?:floor|site|week|month|day|quarter|of|phase|step|round|half|time|call|meeting|stage|part))`,
    ),
    read: (found, said) => comingDayOfMonth(said, ordinalNumber(found[1] ?? found[2] ?? '')),
  },
]

const readIso = (iso: string | null) => (iso ? toDay(iso) : null)

function dayAndMonth(said: number, day: number, month: number, year: string | undefined): number | null {
  return year ? readIso(isoDay(Number(year), month, day)) : comingDate(said, month, day)
}

function endOfMonth(said: number, month: number): number | null {
  const year = new Date(said).getUTCFullYear()
  const end = Date.UTC(year, month, 0)
  return end >= said ? end : Date.UTC(year + 1, month, 0)
}

function inNextWeek(said: number, word: string): number {
  const monday = fridayOf(said) + 3 * DAY
  return monday + ((WEEKDAYS.findIndex((day) => day.startsWith(word.slice(0, 3))) + 6) % 7) * DAY
}

/**
 * The due day named in a phrase, read against the day it was said (YYYY-MM-DD), or null when it names none.
 * "this week" is its Friday, "next Friday" said on a Friday is a week on; "by then", "in spring", "shortly", "30 days
 * after signing" are null. A day that lies before the day of saying is no due date. English; other wordings by chrono
 * with guards: only results with a certain day and month count.
 */
export function resolveDueDate(phrase: string, saidOn: string): DueDate | null {
  const said = toDay(saidOn)
  if (Number.isNaN(said)) return null
  const text = normalizeText(phrase)
  const hits = FORMS.flatMap(({ form, read }, rank) => {
    const found = form.exec(text)
    return found ? [{ rank, start: found.index, end: found.index + found[0].length, due: read(found, said) }] : []
  })
  // A form inside a longer one says less: "june" in "end of june", "friday" in "next friday", "week" in "end of next week".
  const widest = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          (other.end - other.start > hit.end - hit.start || other.rank < hit.rank),
      ),
  )
  const chosen = widest.find((hit) => hit.due !== null && hit.due >= said)
  if (chosen?.due != null) return { due: toIso(chosen.due), start: chosen.start, end: chosen.end }
  return hits.length > 0 ? null : readWithChrono(phrase, said)
}

/** What the forms do not know. Only a certain day with a certain month counts: chrono guesses freely otherwise. */
function readWithChrono(phrase: string, said: number): DueDate | null {
  if (!/\d/.test(phrase)) return null
  for (const result of chrono.strict.parse(phrase, new Date(said + DAY / 2))) {
    const { start } = result
    if (
      !/\d[./-]\d|\p{L}{3,}\s+\d|\d\.?\s+\p{L}{3,}/u.test(result.text) ||
      /\b(?:after|ago|from|last|days?|weeks?)\b/i.test(result.text)
    )
      continue
    if (!start.isCertain('day') || !start.isCertain('month')) continue
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    if (year === null || month === null || day === null) continue
    const due = start.isCertain('year') ? readIso(isoDay(year, month, day)) : comingDate(said, month, day)
    if (due !== null && due >= said) return { due: toIso(due), start: result.index, end: result.index + result.text.length }
  }
  return null
}
