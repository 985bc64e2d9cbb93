/** When does the story happen, told from today? */
import { organisations, type PersonKey, people, type Zone } from './cast.ts'
import type { At, Attachment, Call, Expectations, Mail, MailThread, OpportunityOf, World } from './story-shape.ts'

const DAY = 86_400_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const WOCHENTAGE = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'] as const
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
) satisfies string[]
const MONATE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

/**
 * The calendar day that lies `offset` working days from `today` (YYYY-MM-DD). On a weekend "today" is the Friday before, so
 * that nothing lies in the future; five working days are always one week.
 */
export function dayOf(offset: number, today: string): string {
  const asked = Date.parse(`${today}T00:00:00Z`)
  const sinceMonday = (new Date(asked).getUTCDay() + 6) % 7
  const workday = Math.min(sinceMonday, 4)
  const monday = asked - sinceMonday * DAY
  const weeks = Math.floor((workday + offset) / 5)
  return isoDay(monday + (weeks * 7 + (workday + offset - weeks * 5)) * DAY)
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

const ordinal = (n: number) =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : n % 10 === 1 ? 'st' : n % 10 === 2 ? 'nd' : n % 10 === 3 ? 'rd' : 'th'}`

type Read = (day: Date, iso: string) => string
const of = (list: readonly string[], at: number) => list[at] ?? ''
const pad = (n: number) => String(n).padStart(2, '0')

/** What a slot such as {{when:-12}} writes. English, then German. */
const SLOTS = {
  day: (day) => `${day.getUTCDate()} ${of(MONTHS, day.getUTCMonth())}`,
  date: (day) => `${day.getUTCDate()} ${of(MONTHS, day.getUTCMonth())} ${day.getUTCFullYear()}`,
  weekday: (day) => of(WEEKDAYS, day.getUTCDay()),
  when: (day) => `${of(WEEKDAYS, day.getUTCDay())} ${day.getUTCDate()} ${of(MONTHS, day.getUTCMonth())}`,
  nth: (day) => ordinal(day.getUTCDate()),
  month: (day) => of(MONTHS, day.getUTCMonth()),
  year: (day) => String(day.getUTCFullYear()),
  iso: (_, iso) => iso,
  tag: (day) => `${day.getUTCDate()}. ${of(MONATE, day.getUTCMonth())}`,
  datum: (day) => `${pad(day.getUTCDate())}.${pad(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`,
  wochentag: (day) => of(WOCHENTAGE, day.getUTCDay()),
  monat: (day) => of(MONATE, day.getUTCMonth()),
} satisfies Record<string, Read>

const isSlot = (name: string): name is keyof typeof SLOTS => Object.hasOwn(SLOTS, name)

/** Writes the dates into a text. A slot that is not known is a mistake in the story and throws. */
export function fillSlots(text: string, today: string): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (slot, inside: string) => {
    const [, name = '', offset = ''] = /^([a-z]+):([+-]?\d+)$/.exec(inside) ?? []
    if (!isSlot(name)) throw new Error(`The story has a slot that nobody can fill: ${slot}`)
    const iso = dayOf(Number(offset), today)
    return SLOTS[name](new Date(`${iso}T00:00:00Z`), iso)
  })
}

/** How many minutes a zone is ahead of UTC at an instant. */
function minutesAhead(zone: Zone, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Math.round((Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - at) / 60_000)
}

export type Moment = { day: string; time: string; sentAt: string; minutesAhead: number }

/** The instant of a moment of the story on the clock of a zone. */
export function momentOf(at: At, zone: Zone, today: string): Moment {
  const day = dayOf(at.day, today)
  const local = Date.parse(`${day}T${at.time}:00Z`)
  const ahead = minutesAhead(zone, local - minutesAhead(zone, local) * 60_000)
  return { day, time: at.time, sentAt: new Date(local - ahead * 60_000).toISOString(), minutesAhead: ahead }
}

/** The zone on whose clock a person writes; Jonas sits in Hamburg. */
export const zoneOf = (person: PersonKey): Zone => (person === 'jonas' ? 'Europe/Berlin' : organisations[people[person].org].zone)

export type DatedMail = Mail & { moment: Moment }
export type DatedThread = Omit<MailThread, 'messages'> & { messages: readonly DatedMail[] }
export type Turn = { speaker: PersonKey; text: string }
export type DatedCall = Call & { moment: Moment; turns: readonly Turn[] }
export type DatedOpportunity = OpportunityOf & {
  openedDay: string
  closeDay: string
  movedOn: readonly (OpportunityOf['moves'][number] & { iso: string })[]
}
export type DatedWorld = {
  today: string
  threads: readonly DatedThread[]
  calls: readonly DatedCall[]
  opportunities: readonly DatedOpportunity[]
  expectations: Expectations
}

const isPerson = (key: string): key is PersonKey => Object.hasOwn(people, key)

/** The turns of a call's script. */
export function turnsOf(call: Call): Turn[] {
  return call.script
    .trim()
    .split('\n')
    .map((line) => {
      const [, speaker = '', text = ''] = /^(\w+): (.+)$/.exec(line.trim()) ?? []
      if (!isPerson(speaker)) throw new Error(`Nobody known speaks in ${call.key}: ${line}`)
      return { speaker, text }
    })
}

/**
 * The whole story with every date written out, for a given today (YYYY-MM-DD). The same today gives the same world. Quotes in
 * the expectations are filled the same way, so that they still stand verbatim in their messages.
 */
export function dateTheWorld(world: World, today: string): DatedWorld {
  const fill = (text: string) => fillSlots(text, today)
  const shown = <T extends { quote: string }>(one: T): T => ({ ...one, quote: fill(one.quote) })
  const attachment = (one: Attachment): Attachment => ({ ...one, name: fill(one.name), text: fill(one.text) })
  const mail = (one: Mail): DatedMail => ({
    ...one,
    text: fill(one.text).trim(),
    ...(one.subject ? { subject: fill(one.subject) } : {}),
    ...(one.attachments ? { attachments: one.attachments.map(attachment) } : {}),
    moment: momentOf(one.at, zoneOf(one.from), today),
  })
  const call = (one: Call): DatedCall => {
    const script = fill(one.script)
    const zone: Zone = one.customer ? organisations[one.customer].zone : 'Europe/London'
    return {
      ...one,
      title: fill(one.title),
      script,
      moment: momentOf(one.at, zone, today),
      turns: turnsOf({ ...one, script }),
    }
  }
  const { needs, promises, objections, competitors } = world.expectations
  return {
    today,
    threads: world.threads.map((one) => ({ ...one, subject: fill(one.subject), messages: one.messages.map(mail) })),
    calls: world.calls.map(call),
    opportunities: world.opportunities.map((one) => ({
      ...one,
      name: fill(one.name),
      openedDay: dayOf(one.openedOn, today),
      closeDay: dayOf(one.closeOn, today),
      movedOn: one.moves.map((move) => ({ ...move, iso: dayOf(move.day, today) })),
    })),
    expectations: {
      needs: needs.map((need) => ({
        ...need,
        spans: need.spans.map(shown),
        ...(need.settledBy ? { settledBy: shown(need.settledBy) } : {}),
      })),
      promises: promises.map((one) => ({ ...shown(one), what: fill(one.what) })),
      objections: objections.map((one) => ({
        ...shown(one),
        ...(one.answeredBy ? { answeredBy: shown(one.answeredBy) } : {}),
        ...(one.confirmedBy ? { confirmedBy: shown(one.confirmedBy) } : {}),
      })),
      competitors: competitors.map(shown),
    },
  }
}
