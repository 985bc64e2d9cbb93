/** What does a line such as "call Dana tomorrow 9:00 !high" ask to be done, when, how urgently and how often? */
import { dayIn } from '#foundation/kernel/day-in.ts'
import { momentIn } from '#foundation/kernel/moment-in.ts'
import { resolveDueDate } from '#foundation/language/resolve-due-date.ts'
import { nextOccurrence } from './next-occurrence.ts'

export interface Jotting {
  title: string
  dueOn: string | null
  dueAt: string | null
  priority: 'low' | 'normal' | 'high'
  repeatEvery: number | null
  repeatUnit: 'day' | 'week' | 'month' | null
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const daily = { daily: 'day', weekly: 'week', monthly: 'month' } as const
const repeating =
  /(?<![\p{L}\p{N}])(?:every (?:(\d{1,3}|other|second) )?(?:(day|week|month)s?|((?:sun|mon|tues|wednes|thurs|fri|satur)day)s?)|(daily|weekly|monthly))(?![\p{L}\p{N}])/iu
const urgency = /(?:^|\s)!(high|low|urgent|!)?(?=\s|$)/i
const clocks: readonly [RegExp, (found: RegExpExecArray) => [hour: number, minute: number]][] = [
  [
    /(?:\bat )?\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/i,
    (f) => [(Number(f[1]) % 12) + (f[3]?.toLowerCase() === 'p' ? 12 : 0), Number(f[2] ?? 0)],
  ],
  [/(?:\bat )?(?<![\d.:/-])\b([01]?\d|2[0-3]):([0-5]\d)\b(?![\d:])/i, (f) => [Number(f[1]), Number(f[2])]],
  [
    /\bat ([01]?\d|2[0-3])(?:[.h]([0-5]\d))?(?= |$|,)(?! (?:people|users|sites|shops|weeks?|days?|months?|per))/i,
    (f) => [Number(f[1]), Number(f[2] ?? 0)],
  ],
  [/\b(?:at )?noon\b/i, () => [12, 0]],
]

/** The line without a stretch, and the little words that led to it. */
function without(line: string, start: number, end: number): string {
  const before = line.slice(0, start).replace(/(?:^|\s)(?:on|by|at|until|till|before|due|for)\s*$/i, '')
  return `${before} ${line.slice(end)}`.replace(/\s+/g, ' ').trim()
}

function takeClock(line: string): { rest: string; clock: string | null } {
  for (const [form, read] of clocks) {
    const found = form.exec(line)
    if (!found) continue
    const [hour, minute] = read(found)
    const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    if (hour < 24 && minute < 60) return { rest: without(line, found.index, found.index + found[0].length), clock }
  }
  return { rest: line, clock: null }
}

type Repeat = { every: number; unit: 'day' | 'week' | 'month'; weekday: number | null }
function takeRepeat(line: string): { rest: string; repeat: Repeat | null } {
  const found = repeating.exec(line)
  if (!found) return { rest: line, repeat: null }
  const [all, count, unit, weekday, adverb] = found
  const every = count === undefined ? 1 : /^\d/.test(count) ? Math.min(366, Math.max(1, Number(count))) : 2
  const repeat: Repeat = {
    every,
    unit: adverb ? daily[adverb.toLowerCase() as keyof typeof daily] : weekday ? 'week' : (unit?.toLowerCase() as Repeat['unit']),
    weekday: weekday ? weekdays.indexOf(weekday.toLowerCase()) : null,
  }
  return { rest: without(line, found.index, found.index + all.length), repeat }
}

/** The coming day of a week, today included. */
const comingDay = (weekday: number, today: string): string => {
  const from = Date.parse('2023-01-01T00:00:00Z') + weekday * 86_400_000
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return nextOccurrence({ from: new Date(from).toISOString().slice(0, 10), every: 1, unit: 'week' }, yesterday)
}

const tomorrowOf = (today: string): string => nextOccurrence({ from: today, every: 1, unit: 'day' }, today)

/**
 * Reads a line against the reader's now. A time without a day is today's, or tomorrow's when it has passed. What was understood leaves
 * the title; a line that says nothing else keeps all its words.
 */
export function readJotting(line: string, now: string, timeZone: string): Jotting {
  const today = dayIn(now, timeZone)
  const whole = line.replace(/\s+/g, ' ').trim()
  const urgent = urgency.exec(whole)
  const priority = !urgent ? 'normal' : urgent[1]?.toLowerCase() === 'low' ? 'low' : 'high'
  const { rest: asked, repeat } = takeRepeat(urgent ? without(whole, urgent.index, urgent.index + urgent[0].length) : whole)
  const named = resolveDueDate(asked, today)
  const { rest, clock } = takeClock(named ? without(asked, named.start, named.end) : asked)
  const first = repeat === null ? null : repeat.weekday === null ? today : comingDay(repeat.weekday, today)
  const day = named?.due ?? first ?? (clock === null ? null : today)
  const isPast = day === today && clock !== null && !named && Date.parse(momentIn(today, clock, timeZone)) <= Date.parse(now)
  const dueOn = isPast && first === null ? tomorrowOf(today) : day
  return {
    title: rest || whole,
    dueOn,
    dueAt: clock === null || dueOn === null ? null : momentIn(dueOn, clock, timeZone),
    priority,
    repeatEvery: repeat?.every ?? null,
    repeatUnit: repeat?.unit ?? null,
  }
}
