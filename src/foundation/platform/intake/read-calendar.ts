/** Which events does a calendar hold? (RFC 5545) Each is a row of a table of meetings; a rule of repetition is told in words. */
import { type DefinedZones, defineZone, lengthOf, type StatedTime, timeOf } from './calendar-zones.ts'
import { type ContentLine, plainValue, readContentLines } from './content-lines.ts'
import { countBytes, type OpenTable, openRows } from './open-table.ts'
import type { TableRow } from './read-table.ts'
import { sayRepeat } from './say-repeat.ts'
import type { SourceFile } from './source-file.ts'

const headers = [
  'Event',
  'Starts',
  'Ends',
  'All day',
  'Time zone',
  'Where',
  'Organizer',
  'Attendees',
  'Event status',
  'Repeats',
  'About',
  'UID',
]
const most = 20_000

/** Opens a calendar as a table. Times without a zone are those of `home`. */
export async function openCalendar(file: SourceFile, home: string, source?: AsyncIterable<Buffer>): Promise<OpenTable> {
  const { bytes, readBytes } = await countBytes(file, source)
  return openRows([...headers], readEvents(bytes, home), readBytes)
}

const others: Record<string, string> = {
  VTODO: 'A task of the calendar, not an event; tasks are not taken.',
  VJOURNAL: 'A journal entry, not an event.',
  VFREEBUSY: 'It tells when somebody is busy, not what for.',
}

async function* readEvents(source: AsyncIterable<Buffer>, home: string): AsyncGenerator<TableRow> {
  let [zones, zone]: [DefinedZones, string] = [new Map(), home]
  let open: { kind: string; lines: ContentLine[]; depth: number } | null = null
  for await (const property of readContentLines(source)) {
    const kind = property.value.trim().toUpperCase()
    if (!open) {
      if (property.name === 'BEGIN' && kind === 'VCALENDAR') [zones, zone] = [new Map(), home]
      else if (property.name === 'X-WR-TIMEZONE') zone = property.value.trim() || home
      else if (property.name === 'BEGIN' && (kind === 'VEVENT' || kind === 'VTIMEZONE' || others[kind]))
        open = { kind, lines: [property], depth: 1 }
      continue
    }
    if (property.name === 'BEGIN') open.depth++
    if (open.lines.length < most && (open.depth === 1 || open.kind === 'VTIMEZONE')) open.lines.push(property)
    if (property.name !== 'END' || --open.depth > 0) continue
    if (open.kind === 'VTIMEZONE') defineZone(zones, open.lines)
    else yield rowOf(open.lines, zones, safe(zone, home), others[open.kind])
    open = null
  }
  if (open && open.kind !== 'VTIMEZONE')
    yield { ...rowOf(open.lines, zones, safe(zone, home), undefined), refusal: 'The file ends in the middle of this event.' }
}

/** The calendar's own zone, when the program knows it. */
const safe = (zone: string, home: string): string => {
  const time = timeOf({ line: 0, name: 'X', params: { TZID: [zone] }, value: '20200101T000000' }, new Map(), home)
  return time?.zone ?? home
}

function rowOf(lines: readonly ContentLine[], zones: DefinedZones, home: string, other: string | undefined): TableRow {
  const line = (name: string) => lines.find((l) => l.name === name)
  const text = (name: string) => plainValue(line(name)?.value ?? '')
  const starts = timeOf(line('DTSTART'), zones, home)
  const length = lengthOf(line('DURATION')?.value ?? '')
  const stated = timeOf(line('DTEND'), zones, home)
  const behind = stated ?? (starts && length !== null ? { ...starts, at: starts.at + length } : null)
  // The end of whole days is said as the day behind them.
  const ends = behind && starts?.isDay && behind.at > starts.at ? { ...behind, at: behind.at - 86_400_000 } : behind
  const instance = timeOf(line('RECURRENCE-ID'), zones, home)
  const uid = text('UID')
  const title = text('SUMMARY')
  const key = uid ? `${uid}${instance ? `/${show(instance)}` : ''}` : starts ? `${show(starts)} ${title}` : ''
  const refusal = other ?? (starts ? undefined : 'The event does not say when it begins.')
  return {
    line: lines[0]?.line ?? 1,
    ragged: 0,
    cells: [
      title || 'Without a title',
      starts ? show(starts) : '',
      ends && starts && ends.at >= starts.at ? show(ends) : '',
      starts?.isDay ? 'yes' : 'no',
      starts?.zone ?? '',
      text('LOCATION'),
      lines
        .filter((l) => l.name === 'ORGANIZER')
        .slice(0, 1)
        .map(who)
        .join(''),
      lines
        .filter((l) => l.name === 'ATTENDEE')
        .map(who)
        .join('\n'),
      text('STATUS').toLowerCase(),
      repeats(lines),
      text('DESCRIPTION'),
      key,
    ],
    ...(refusal ? { refusal } : {}),
  }
}

const show = (time: StatedTime): string =>
  time.isDay ? new Date(time.at).toISOString().slice(0, 10) : new Date(time.at).toISOString()

/** "Ana Ruiz <ana@acme.example> accepted" */
function who({ params, value }: ContentLine): string {
  const address = value.trim().replace(/^mailto:/i, '')
  const name = (params.CN?.[0] ?? '').replace(/[<>\n]/g, ' ').trim()
  const answer = (params.PARTSTAT?.[0] ?? '').toLowerCase()
  return `${name && name !== address ? `${name} ` : ''}<${address.replace(/[<>\s]/g, '')}>${answer ? ` ${answer}` : ''}`
}

function repeats(lines: readonly ContentLine[]): string {
  const rules = lines.filter((l) => l.name === 'RRULE').map((l) => sayRepeat(l.value.trim()))
  const count = (name: string) => lines.filter((l) => l.name === name).reduce((sum, l) => sum + l.value.split(',').length, 0)
  const [also, except] = [count('RDATE'), count('EXDATE')]
  return [
    ...rules,
    ...(also ? [`on ${also} ${also === 1 ? 'day' : 'days'} more`] : []),
    ...(except && rules.length ? [`except on ${except} ${except === 1 ? 'day' : 'days'}`] : []),
  ].join('; ')
}
