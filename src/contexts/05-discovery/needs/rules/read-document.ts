/** How does a file or a decoded mail become the input of the analysis: messages or turns, dates, sides, written parts? */
import { guessSides, type KnownSpeaker, matchesName } from '#foundation/language/guess-sides.ts'
import { readHeaderDate } from '#foundation/language/header-date.ts'
import type { Part } from '#foundation/language/message-part.ts'
import { type Address, looksLikeMail, readMailText } from '#foundation/language/read-mail-text.ts'
import {
  looksLikeTranscript,
  readCueTranscript,
  readJsonTranscript,
  readTextTranscript,
  type Transcript,
} from '#foundation/language/read-transcript.ts'
import { segmentMessage } from '#foundation/language/segment-message.ts'
import type { AnalysisInput, DocumentSource, Participant, Utterance } from './analysis-input.ts'

/** What a CONTEXT.json may give for one document. */
export type DocumentContext = { id?: string; date?: string; source?: DocumentSource; participants?: Participant[] }

export type ReadOptions = {
  /** File name or id: its last segment without ending becomes the document's id. */
  name: string
  /** YYYY-MM-DD, for documents that carry no date. */
  today: string
  context?: DocumentContext
  /** Name or mail domain of the selling company. */
  vendor?: string
  /** Own mail domains: whoever writes from them sells. */
  ownDomains?: readonly string[]
}

/** A mail that was decoded elsewhere (.eml, mbox, IMAP). `text` is its plain text as stored. */
export type DecodedMail = {
  subject: string
  from: Address | null
  to: readonly Address[]
  /** YYYY-MM-DD, or null. */
  date: string | null
  text: string
  automatic?: boolean
}

type Spoken = { speaker: Address; start: number; end: number; date?: string | null; automatic?: boolean }

/** "inbox/2026/offer v2.txt" -> "offer-v2". */
export function documentId(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? name
  return last.replace(/\.(?:eml|mbox|vtt|srt|json|txt)$/i, '').replace(/\s+/g, '-') || 'document'
}

/** LF line ends, no byte-order mark: the text that offsets index into. */
export function plainFileText(content: string): string {
  return content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** The participant a label or sender means, by address, then by name. */
function findParticipant(speaker: Address, participants: readonly Participant[]): Participant | undefined {
  const byEmail = speaker.email
    ? participants.find((one) => one.email?.toLowerCase() === speaker.email?.toLowerCase())
    : undefined
  if (byEmail) return byEmail
  const exact = participants.find((one) => one.name.toLowerCase() === speaker.name.toLowerCase())
  const named = participants.filter((one) => matchesName(speaker.name, one.name))
  return exact ?? (named.length === 1 ? named[0] : undefined)
}

/** Everybody who speaks or is written to, with what they wrote themselves: quoted text would give away the other side. */
function speakersOf(spoken: readonly Spoken[], others: readonly Address[], text: string, parts: readonly Part[]): KnownSpeaker[] {
  const speakers: KnownSpeaker[] = []
  const add = (who: Address, said: string) => {
    const known = speakers.find((one) =>
      one.email && who.email ? one.email === who.email : one.name.toLowerCase() === who.name.toLowerCase(),
    )
    if (known) known.said = `${known.said ?? ''} ${said}`
    else speakers.push({ name: who.name, ...(who.email ? { email: who.email } : {}), said })
  }
  const own = parts.filter((part) => part.kind === 'written')
  for (const one of spoken) {
    const said = own.filter((part) => part.start < one.end && part.end > one.start)
    add(one.speaker, said.map((part) => text.slice(Math.max(part.start, one.start), Math.min(part.end, one.end))).join(' '))
  }
  for (const other of others) add(other, '')
  return speakers
}

/** Puts utterances, participants and sides together; the parts must cover the text. */
function assemble(
  text: string,
  parts: Part[],
  spoken: readonly Spoken[],
  others: readonly Address[],
  source: DocumentSource,
  dated: string | null,
  options: ReadOptions,
): AnalysisInput {
  const { context = {}, vendor, ownDomains, today } = options
  const date = context.date ?? dated ?? today
  const given = context.participants ?? []
  const unknown = speakersOf(spoken, given.length > 0 ? [] : others, text, parts).filter(
    (speaker) => !findParticipant(speaker, given),
  )
  const known = given.map(({ name, email, side }) => ({ name, side, ...(email ? { email } : {}) }))
  // Known speakers are passed too, so that a guess for the rest knows whether somebody sells already.
  const guessed = guessSides([...unknown, ...known], {
    known,
    ...(vendor ? { vendor } : {}),
    ...(ownDomains ? { ownDomains } : {}),
  })
  const participants = [
    ...given,
    ...unknown.map((speaker, at): Participant => {
      const guess = guessed[at] ?? { side: 'customer' as const, because: 'a guess' }
      return {
        name: speaker.name,
        ...(speaker.email ? { email: speaker.email } : {}),
        side: guess.side,
        sideBecause: guess.because,
      }
    }),
  ]
  const utterances = spoken.map((one): Utterance => {
    const who = findParticipant(one.speaker, participants)
    return {
      start: one.start,
      end: one.end,
      who: who?.name ?? one.speaker.name,
      side: who?.side ?? 'customer',
      date: one.date ?? date,
      ...(one.automatic ? { automatic: true } : {}),
    }
  })
  return {
    id: context.id ?? documentId(options.name),
    source: context.source ?? source,
    date,
    text,
    participants,
    utterances,
    parts,
  }
}

function fromTranscript({ text, turns, parts }: Transcript, options: ReadOptions): AnalysisInput {
  const spoken = turns.map(({ speaker, start, end }): Spoken => ({ speaker: { name: speaker }, start, end }))
  const head = text.slice(0, turns[0]?.start ?? 400)
  const dated = /\bdate\b|\d{4}/i.test(head) ? readHeaderDate(head) : null
  return assemble(text, parts, spoken, [], 'call', dated, options)
}

function fromMailText(text: string, options: ReadOptions): AnalysisInput {
  const { messages, parts } = readMailText(text)
  const unknown: Address = { name: 'Unknown sender' }
  const spoken = messages.map(
    (message): Spoken => ({
      speaker: message.from ?? unknown,
      start: message.start,
      end: message.end,
      date: message.date,
      automatic: message.automatic,
    }),
  )
  const others = messages.flatMap((message) => message.to)
  const dates = messages.flatMap((message) => message.date ?? []).sort()
  return assemble(text, parts, spoken, others, messages.length > 1 ? 'thread' : 'email', dates.at(-1) ?? null, options)
}

/** A stored or parsed message: the whole text is one utterance of its sender. */
export function readDecodedMail(mail: DecodedMail, options: ReadOptions): AnalysisInput {
  const { text, from, to, date, automatic } = mail
  const speaker = from ?? { name: 'Unknown sender' }
  const spoken: Spoken[] = text === '' ? [] : [{ speaker, start: 0, end: text.length, date, ...(automatic ? { automatic } : {}) }]
  return assemble(text, segmentMessage(text, { writer: speaker.name }), spoken, to, 'email', date, options)
}

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The context that a JSON file in the evidence file form carries itself. */
function contextInside(value: unknown): DocumentContext {
  if (!isObject(value)) return {}
  const { id, date, source, participants } = value
  const people = Array.isArray(participants)
    ? participants.filter(isObject).flatMap((one): Participant[] => {
        if (typeof one.name !== 'string' || (one.side !== 'customer' && one.side !== 'vendor')) return []
        return [
          {
            name: one.name,
            side: one.side,
            ...(typeof one.email === 'string' ? { email: one.email } : {}),
            ...(typeof one.title === 'string' ? { title: one.title } : {}),
          },
        ]
      })
    : []
  return {
    ...(typeof id === 'string' && typeof value.text === 'string' ? { id } : {}),
    ...(typeof date === 'string' && readHeaderDate(date) ? { date: readHeaderDate(date) ?? date } : {}),
    ...(source === 'email' || source === 'thread' || source === 'call' ? { source } : {}),
    ...(people.length > 0 ? { participants: people } : {}),
  }
}

function fromJson(content: string, options: ReadOptions): AnalysisInput | null {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return null
  }
  const context = { ...contextInside(value), ...options.context }
  if (isObject(value) && typeof value.text === 'string' && !Array.isArray(value.turns))
    return readDocument(value.text, { ...options, name: `${documentId(options.name)}.txt`, context })
  const transcript = readJsonTranscript(value)
  return transcript ? fromTranscript(transcript, { ...options, context }) : null
}

/**
 * Reads the text of a .vtt, .srt, .json or .txt file (or header lines with a body), told apart by form, not by ending.
 * For .txt the document's text is the content with LF line ends and no byte-order mark.
 */
export function readDocument(content: string, options: ReadOptions): AnalysisInput {
  const text = plainFileText(content)
  if (/^\s*[[{]/.test(text) && (/\.json$/i.test(options.name) || /^\s*(?:\{\s*"|\[\s*[{[])/.test(text))) {
    const read = fromJson(text, options)
    if (read) return read
  }
  if (/^\s*WEBVTT\b/.test(text) || /^\s*(?:\d+\s*\n)?\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3} --> /.test(text))
    return fromTranscript(readCueTranscript(text), options)
  if (looksLikeMail(text) && options.context?.source !== 'call') return fromMailText(text, options)
  if (looksLikeTranscript(text) || options.context?.source === 'call') return fromTranscript(readTextTranscript(text), options)
  const writer = options.context?.participants?.find((one) => one.side === 'customer') ?? options.context?.participants?.[0]
  const from = writer ? { name: writer.name, ...(writer.email ? { email: writer.email } : {}) } : { name: 'Unknown writer' }
  return readDecodedMail({ subject: '', from, to: [], date: null, text }, options)
}
