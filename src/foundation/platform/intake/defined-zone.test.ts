/** Do zones that calendars define show the moments that the program's own table of zones shows? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentOfWall } from '#foundation/kernel/moment-in.ts'
import type { ContentLine } from './content-lines.ts'
import { momentInZone, readDefinedZone } from './defined-zone.ts'

const hour = 3_600_000
const linesOf = (text: string): ContentLine[] =>
  text
    .trim()
    .split('\n')
    .map((one, at) => {
      const [, name = '', value = ''] = /^([\w-]+)[^:]*:(.*)$/.exec(one.trim()) ?? []
      return { line: at + 1, name, params: {}, value }
    })
const part = (kind: string, start: string, from: string, to: string, ...rest: string[]) =>
  [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...rest, `END:${kind}`].join('\n')
const zoneOf = (...parts: string[]) => {
  const zone = readDefinedZone(linesOf(['BEGIN:VTIMEZONE', 'TZID:X', ...parts, 'END:VTIMEZONE'].join('\n')))
  if (!zone) throw new Error('It could not be read')
  return zone
}

/** As calendars publish them, and the years for which they say that they hold. */
const published: [name: string, from: number, to: number, ...parts: string[]][] = [
  [
    'Europe/Berlin',
    1997,
    2037,
    part('DAYLIGHT', '19810329T020000', '+0100', '+0200', 'TZNAME:CEST', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'),
    part('STANDARD', '19961027T030000', '+0200', '+0100', 'TZNAME:CET', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
  ],
  [
    // Outlook dates its rules from 1601 on.
    'Europe/Paris',
    1997,
    2037,
    part('STANDARD', '16010101T030000', '+0200', '+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
    part('DAYLIGHT', '16010101T020000', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
  ],
  [
    // The example of RFC 5545, 3.6.5, which follows the laws from 1967 on.
    'America/New_York',
    1968,
    2037,
    part('DAYLIGHT', '19670430T020000', '-0500', '-0400', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU;UNTIL=19730429T070000Z'),
    part('STANDARD', '19671029T020000', '-0400', '-0500', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z'),
    part('DAYLIGHT', '19740106T020000', '-0500', '-0400', 'RDATE:19750223T020000'),
    part('DAYLIGHT', '19760425T020000', '-0500', '-0400', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU;UNTIL=19860427T070000Z'),
    part('DAYLIGHT', '19870405T020000', '-0500', '-0400', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z'),
    part('DAYLIGHT', '20070311T020000', '-0500', '-0400', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'),
    part('STANDARD', '20071104T020000', '-0400', '-0500', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'),
  ],
  [
    // The second Sunday as older programs say it: one of seven days of the month.
    'America/Chicago',
    2008,
    2037,
    part('DAYLIGHT', '20070311T020000', '-0600', '-0500', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU'),
    part('STANDARD', '20071104T020000', '-0500', '-0600', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU'),
  ],
  [
    'Asia/Jerusalem',
    2014,
    2037,
    part('STANDARD', '20131027T020000', '+0300', '+0200', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
    part('DAYLIGHT', '20130329T020000', '+0200', '+0300', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29'),
  ],
  [
    'Australia/Sydney',
    2009,
    2037,
    part('STANDARD', '20080406T030000', '+1100', '+1000', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU'),
    part('DAYLIGHT', '20081005T020000', '+1000', '+1100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU'),
  ],
  [
    'Australia/Lord_Howe',
    2009,
    2037,
    part('STANDARD', '20080406T020000', '+1100', '+1030', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU'),
    part('DAYLIGHT', '20081005T020000', '+1030', '+1100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU'),
  ],
  [
    'Pacific/Chatham',
    2009,
    2037,
    part('DAYLIGHT', '20070930T024500', '+1245', '+1345', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU'),
    part('STANDARD', '20080406T034500', '+1345', '+1245', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU'),
  ],
  ['Asia/Kolkata', 1950, 2037, part('STANDARD', '19451015T000000', '+0630', '+0530')],
  [
    'Asia/Tokyo',
    1952,
    2037,
    part('STANDARD', '19480912T010000', '+1000', '+0900', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=2SA;UNTIL=19510907T150000Z'),
    part('DAYLIGHT', '19500507T000000', '+0900', '+1000', 'RDATE:19510506T000000'),
  ],
]

/** Times all over the years, and more of them near a change of the clocks. */
const wallIn = (name: string, from: number, to: number) => {
  const offset = (at: number) => at - momentOfWall(at, name)
  const changes: number[] = []
  for (let at = Date.UTC(from, 0, 2); at < Date.UTC(to, 0, 1); at += 24 * hour)
    if (offset(at) !== offset(at + 24 * hour)) changes.push(at)
  const anywhen = fc.integer({ min: Date.UTC(from, 0, 2), max: Date.UTC(to, 0, 1) })
  const near = fc.tuple(fc.constantFrom(...(changes.length ? changes : [Date.UTC(from, 0, 2)])), fc.integer({ min: 0, max: 96 }))
  return fc.oneof(
    anywhen.map((at) => at - (at % 1000)),
    near.map(([at, halves]) => at - 12 * hour + (halves * hour) / 2),
  )
}

describe('published zones', () => {
  it.each(published)('%s', (name, from, to, ...parts) => {
    const zone = zoneOf(...parts)
    fc.assert(
      fc.property(wallIn(name, from, to), (wall) => {
        const shown = (moment: number) => new Date(moment).toISOString()
        expect(shown(momentInZone(zone, wall))).toBe(shown(momentOfWall(wall, name)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('any zone', () => {
  const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')
  const said = (offset: number) => {
    const minutes = Math.abs(offset) / 60_000
    return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
  }
  const names = Intl.supportedValuesOf('timeZone')
  const clocks = new Map<string, Intl.DateTimeFormat>()
  const offsetAt = (name: string, moment: number) => {
    const clock =
      clocks.get(name) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' })
    clocks.set(name, clock)
    return Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - moment
  }
  it('whose changes are told one by one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 2001, max: 2036 }), fc.nat(), (name, year, pick) => {
        const parts: string[] = []
        const changes: number[] = []
        const end = Date.UTC(year + 1, 0, 1)
        let before = offsetAt(name, Date.UTC(year, 0, 1))
        parts.push(part('STANDARD', `${year - 1}0101T000000`, said(before), said(before)))
        for (let day = Date.UTC(year, 0, 1); day < end; day += 24 * hour) {
          if (offsetAt(name, day + 24 * hour) === before) continue
          let at = day
          while (offsetAt(name, at) === before) at += hour / 4
          const now = offsetAt(name, at)
          changes.push(at + before)
          parts.push(part('DAYLIGHT', written(at + before), said(before), said(now)))
          before = now
        }
        const zone = zoneOf(...parts)
        const around = changes[pick % Math.max(1, changes.length)]
        const wall = around === undefined ? Date.UTC(year, 5, 1) : around - 3 * hour + (pick % 13) * (hour / 2)
        expect([name, momentInZone(zone, wall)]).toEqual([name, momentOfWall(wall, name)])
      }),
      { numRuns: 40 },
    )
  })
})

describe('rules', () => {
  const changes = (rule: string) =>
    zoneOf(
      part('STANDARD', '20000101T000000', '+0000', '+0000'),
      part('DAYLIGHT', '20000301T000000', '+0000', '+0100', rule),
      part('STANDARD', '20000901T000000', '+0100', '+0000', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1'),
    )
  const isSummer = (rule: string, year: number) => momentInZone(changes(rule), Date.UTC(year, 6, 1)) !== Date.UTC(year, 6, 1)
  it.each([
    ['RRULE:FREQ=YEARLY', [2000, 2001, 2020], []],
    ['RRULE:FREQ=YEARLY;INTERVAL=2', [2000, 2002, 2020], [2001, 2021]],
    ['RRULE:FREQ=YEARLY;COUNT=3', [2000, 2001, 2002], [2003, 2020]],
    ['RRULE:FREQ=YEARLY;UNTIL=20020301T000000Z', [2000, 2002], [2003]],
    ['RRULE:FREQ=YEARLY;UNTIL=20020301', [2000, 2002], [2003]],
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', [2000, 2004, 2008, 2096, 2104], [2001, 2003, 2100]],
    ['RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1', [2000, 2001], []],
    ['RRULE:FREQ=YEARLY;BYDAY=20MO', [2000, 2001, 2030], []],
  ])('%s', (rule, summers, winters) => {
    expect(summers.filter((year) => !isSummer(rule, year))).toEqual([])
    expect(winters.filter((year) => isSummer(rule, year))).toEqual([])
  })
  it.each(['FREQ=DAILY', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=YEARLY;BYDAY=0SU', 'FREQ=YEARLY;UNTIL=soon', 'FREQ=YEARLY;BYMONTH=13'])(
    'a zone with the rule %s is as if it were not defined',
    (rule) => expect(readDefinedZone(linesOf(part('STANDARD', '20000101T000000', '+0000', '+0100', `RRULE:${rule}`)))).toBeNull(),
  )
})
