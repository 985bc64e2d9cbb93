/** Who said what in a call, and where in the text does each turn stand? */
import { joinParts, type Part, splitLines } from './message-part.ts'

/** [start, end) is what was said, without the label before it. */
export type Turn = { speaker: string; start: number; end: number; atSeconds?: number }

export type Transcript = { text: string; turns: Turn[]; parts: Part[] }

const CLOCK = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'
const NAME = "[\\p{L}][\\p{L}\\p{N}'’._&-]*(?:[ /][\\p{L}\\p{N}(][\\p{L}\\p{N}'’._&/)-]*){0,5}"

/** Line forms that open a turn; groups `name`, `clock`, and what follows the match is speech. */
const TURN_FORMS = [
  new RegExp(`^\\s*[[(<]?(?<clock>${CLOCK})[\\])>]?\\s*[-–]?\\s*\\**(?<name>${NAME})\\**\\s*:\\**\\s*`, 'u'),
  new RegExp(`^\\s*\\*\\*(?<name>${NAME})\\s*:?\\s*\\*\\*\\s*:?\\s*`, 'u'),
  /^\s*<v(?:\.[\w-]+)*\s+(?<name>[^>]+)>/u,
  new RegExp(`^(?<name>${NAME})\\s*[[(](?<clock>${CLOCK})[\\])]\\s*:?\\s*`, 'u'),
  new RegExp(`^(?<name>${NAME})\\s*:\\s+(?=\\S)`, 'u'),
  new RegExp(`^(?<name>${NAME})\\s*:\\s*$`, 'u'),
  new RegExp(`^\\s*[[(]?(?<clock>${CLOCK})[\\])]?\\s+[-–]?\\s*(?<name>${NAME})\\s*$`, 'u'),
  new RegExp(`^(?<name>${NAME})\\s{1,6}(?<clock>${CLOCK})\\s*$`, 'u'),
] as const

const NO_SPEAKER =
  /^(?:note|notes|agenda|subject|date|from|to|cc|re|fwd|time|location|attendees|participants|duration|meeting|summary|topic|title|http|https|ps|p\.s|total|price|budget|question|answer|q|a|example|problem|rate|action items?|next steps?|todo|von|an|betreff|datum|gesendet|sent|recording|transcript)$/i

type Opening = { name: string; atSeconds?: number; textAt: number }

/** "01:02:03.5" or "2:03" in seconds. */
export function readClock(clock: string): number {
  return clock
    .replace(',', '.')
    .split(':')
    .reduce((sum, piece) => sum * 60 + Number(piece), 0)
}

function readOpening(line: string): Opening | null {
  for (const form of TURN_FORMS) {
    const found = form.exec(line)
    const name = found?.groups?.name?.replace(/\*+/g, '').trim()
    if (!found || !name || name.length > 48 || NO_SPEAKER.test(name)) continue
    const clock = found.groups?.clock
    return { name, textAt: found[0].length, ...(clock ? { atSeconds: readClock(clock) } : {}) }
  }
  return null
}

/** "Gil (Etiq)" and "gil" are one speaker. */
const speakerKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/\s*\([^)]*\)/g, '')
    .trim()

/** True when the text is speaker turns: two speakers who take turns, or one label that returns, on many of the lines. */
export function looksLikeTranscript(text: string): boolean {
  if (/^\uFEFF?WEBVTT\b/.test(text) || /^\uFEFF?\s*\d+\s*\r?\n\d{2}:\d{2}:\d{2},\d{3} --> /.test(text)) return true
  const lines = splitLines(text.slice(0, 20_000)).filter((line) => line.text.trim() !== '')
  const openings = lines.flatMap((line) => readOpening(line.text)?.name ?? [])
  const counts = new Map<string, number>()
  for (const name of openings) counts.set(speakerKey(name), (counts.get(speakerKey(name)) ?? 0) + 1)
  const returning = [...counts.values()].filter((count) => count >= 2).length
  return (
    (returning >= 2 || (counts.size === 2 && openings.length >= 2) || (returning === 1 && openings.length >= 4)) &&
    openings.length * 5 >= lines.length
  )
}

const SYSTEM_LINE =
  /^\s*(?:[[(<].*[\])>]|WEBVTT\b.*|-{3,}|={3,}|\*{3,}|(?:recording|transcription) (?:started|stopped|has).*)\s*$/i

/** Reads a transcript in plain text; the text stays as it is and the turns point into it. */
export function readTextTranscript(text: string): Transcript {
  const turns: Turn[] = []
  const parts: Part[] = []
  let open: Turn | undefined
  for (const line of splitLines(text)) {
    const opening = readOpening(line.text)
    const bare = line.text.trim()
    if (opening && (!SYSTEM_LINE.test(line.text) || opening.atSeconds !== undefined)) {
      // A label alone on its line: what was said begins on the next.
      const alone = line.text.slice(opening.textAt).trim() === ''
      const start = alone ? line.end : line.start + opening.textAt
      open = { speaker: opening.name, start, end: Math.max(start, line.start + line.text.trimEnd().length) }
      if (opening.atSeconds !== undefined) open.atSeconds = opening.atSeconds
      turns.push(open)
      parts.push({ kind: 'header', start: line.start, end: start }, { kind: 'written', start, end: line.end })
    } else if (bare !== '' && SYSTEM_LINE.test(line.text)) parts.push({ kind: 'system', start: line.start, end: line.end })
    else if (open && bare !== '') {
      if (open.end <= open.start) open.start = line.start + (line.text.length - line.text.trimStart().length)
      open.end = line.start + line.text.trimEnd().length
      parts.push({ kind: 'written', start: line.start, end: line.end })
    } else parts.push({ kind: bare === '' ? 'written' : 'system', start: line.start, end: line.end })
  }
  return { text, turns: turns.filter((turn) => turn.end > turn.start), parts: joinParts(parts) }
}

type Said = { speaker: string; said: string; atSeconds?: number }

/** Writes turns as "Name: words" lines; neighbours of one speaker become one turn. */
function composeTranscript(list: readonly Said[]): Transcript {
  const joined: Said[] = []
  for (const item of list) {
    const said = item.said.replace(/\s+/g, ' ').trim()
    const last = joined.at(-1)
    if (said === '') continue
    if (last && last.speaker === item.speaker) last.said += ` ${said}`
    else joined.push({ ...item, said })
  }
  let text = ''
  const turns: Turn[] = []
  const parts: Part[] = []
  for (const { speaker, said, atSeconds } of joined) {
    const label = `${speaker}: `
    const start = text.length + label.length
    parts.push({ kind: 'header', start: text.length, end: start }, { kind: 'written', start, end: start + said.length + 1 })
    turns.push({ speaker, start, end: start + said.length, ...(atSeconds === undefined ? {} : { atSeconds }) })
    text += `${label}${said}\n`
  }
  return { text, turns, parts: joinParts(parts) }
}

/** Reads WebVTT and SubRip: cue times, `<v Name>` or "Name:" speakers, cue settings and markup dropped. */
export function readCueTranscript(text: string): Transcript {
  const list: Said[] = []
  let speaker = 'Speaker'
  let atSeconds: number | undefined
  for (const block of text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    if (at < 0) continue
    const clock = new RegExp(CLOCK).exec(lines[at] ?? '')?.[0]
    atSeconds = clock ? readClock(clock) : undefined
    for (const line of lines.slice(at + 1)) {
      const voice = /^\s*(?:-\s*)?<v(?:\.[\w-]+)*\s+([^>]+)>/.exec(line)
      const plain = line.replace(/<[^>]*>/g, '').replace(/^\s*-\s+/, '')
      const opening = voice ? null : readOpening(plain)
      if (voice?.[1]) speaker = voice[1].trim()
      else if (opening) speaker = opening.name
      const said = unescapeMarkup(opening ? plain.slice(opening.textAt) : plain)
      list.push({ speaker, said, ...(atSeconds === undefined ? {} : { atSeconds }) })
    }
  }
  return composeTranscript(list)
}

const unescapeMarkup = (text: string) =>
  text.replace(
    /&(amp|lt|gt|nbsp|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', '#39': "'" })[name] ?? ' ',
  )

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const firstOf = (record: Json, names: readonly string[]) =>
  names.map((name) => record[name]).find((value) => value !== undefined && value !== null && value !== '')

const SPEAKERS = [
  'speaker',
  'speaker_name',
  'speakerName',
  'name',
  'from',
  'author',
  'user',
  'role',
  'participant',
  'speakerId',
  'speaker_id',
  'speaker_label',
  'channel',
] as const
const WORDS = [
  'text',
  'content',
  'message',
  'utterance',
  'transcript',
  'sentence',
  'words',
  'body',
  'value',
  'said',
  'elements',
  'sentences',
] as const
const TIMES = [
  'start',
  'start_time',
  'startTime',
  'begin',
  'time',
  'timestamp',
  'offset',
  'ts',
  'start_seconds',
  'startMs',
  'start_ms',
] as const
const LISTS = [
  'turns',
  'utterances',
  'segments',
  'monologues',
  'transcript',
  'transcription',
  'messages',
  'conversation',
  'dialogue',
  'dialog',
  'entries',
  'results',
  'sentences',
  'data',
  'calls',
  'callTranscripts',
] as const

function saidOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value
      .map((item) => saidOf(isObject(item) ? firstOf(item, WORDS) : item))
      .filter(Boolean)
      .join(' ')
  return isObject(value) ? saidOf(firstOf(value, WORDS)) : ''
}

function secondsOf(record: Json): number | undefined {
  const name = TIMES.find((time) => record[time] !== undefined)
  const value = name ? record[name] : undefined
  if (typeof value === 'string') return /^[\d:.,]+$/.test(value) ? readClock(value) : undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return name && /ms$/i.test(name) ? value / 1000 : value
}

function findTurns(value: unknown, depth = 0): Json[] {
  if (depth > 4) return []
  if (Array.isArray(value)) {
    const records = value.filter(isObject)
    const spoken = records.filter(
      (record) =>
        firstOf(record, WORDS) !== undefined &&
        (firstOf(record, SPEAKERS) !== undefined || typeof firstOf(record, WORDS) === 'string'),
    )
    if (spoken.length > 0 && spoken.length * 2 >= records.length) return spoken
    return records.flatMap((record) => findTurns(record, depth + 1))
  }
  if (!isObject(value)) return []
  for (const name of LISTS) {
    const found = findTurns(value[name], depth + 1)
    if (found.length > 0) return found
  }
  return []
}

/** Reads the JSON of common recorders: a list of turns somewhere inside, or a `text` that holds a transcript. Null when there is none. */
export function readJsonTranscript(value: unknown): Transcript | null {
  const turns = findTurns(value)
  if (turns.length > 0) {
    return composeTranscript(
      turns.map((record) => {
        const who = firstOf(record, SPEAKERS)
        const name = isObject(who) ? firstOf(who, ['name', 'displayName', 'email', 'id']) : who
        const atSeconds = secondsOf(record)
        const speaker =
          typeof name === 'number' || /^[A-Z\d]$/.test(String(name ?? '')) ? `Speaker ${name}` : String(name ?? 'Speaker')
        return { speaker, said: saidOf(firstOf(record, WORDS)), ...(atSeconds === undefined ? {} : { atSeconds }) }
      }),
    )
  }
  const text = isObject(value) ? firstOf(value, ['text', 'transcript', 'content']) : value
  return typeof text === 'string' && text !== '' ? readTextTranscript(text) : null
}
