/** How does a mail or a transcript out of a file become something that can be stored? */
import { createHash } from 'node:crypto'
import type { Arrived } from '#conversation/messages/actions.ts'
import type { Part } from '#foundation/language/message-part.ts'
import {
  looksLikeTranscript,
  readCueTranscript,
  readJsonTranscript,
  readTextTranscript,
  type Transcript,
} from '#foundation/language/read-transcript.ts'
import type { SourceItem } from '#foundation/platform/intake/open-source.ts'
import { decodeCharset } from '#foundation/platform/mail/decode-charset.ts'
import { parseMessage } from '#foundation/platform/mail/parse-message.ts'

type MailItem = Extract<SourceItem, { kind: 'mail' }>
type TranscriptItem = Extract<SourceItem, { kind: 'transcript' }>
/** Something to store with the words that name it in the ledger, or why it cannot be. */
export type Arriving = { label: string; arrived: Arrived } | { label: string; reason: string }

/** Reads one mail. Never throws. */
export async function arriveMail(item: MailItem, importId: string): Promise<Arriving> {
  const where = item.position > 1 || item.fromLine ? `Message ${item.position}` : 'Message'
  const read = await parseMessage(item.raw, { mboxLine: item.fromLine })
  if ('unreadable' in read) return { label: where, reason: read.unreadable }
  const people = (['to', 'cc', 'bcc'] as const).flatMap((role) => read[role].map((who) => ({ ...who, role })))
  const label = `${read.subject || '(no subject)'} – ${read.from?.name || read.from?.email || 'unknown sender'}`
  return {
    label,
    arrived: {
      source: 'mail',
      sourceKey: read.messageId ?? `content:${read.generatedKey}`,
      sentAt: read.sentAt,
      sentAtFrom: read.sentAtFrom,
      subject: read.subject,
      from: read.from,
      recipients: people,
      text: read.text,
      inReplyTo: read.inReplyTo,
      references: read.references,
      automatic: read.autoSubmitted || read.bounce,
      warnings: read.warnings,
      attachments: read.attachments.map(({ name, mediaType, bytes, inline }) => ({ name, mediaType, bytes, inline })),
      importId,
    },
  }
}

/** Reads one transcript. Never throws. */
export function arriveTranscript(item: TranscriptItem, importId: string): Arriving {
  const name = (item.path.split('/').at(-1) ?? item.path).replace(/\.[a-z0-9]{1,5}$/i, '')
  const label = `Call ${name.replace(/[_-]+/g, ' ')}`.trim()
  const decoded = decodeCharset(item.bytes)
  const read = readTranscriptText(decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  if (!read?.text.trim()) return { label, reason: 'Nobody speaks in this file: it holds no transcript.' }
  const day = dayInPath(item.path)
  const { text, turns, parts } = read
  return {
    label,
    arrived: {
      source: 'call',
      sourceKey: `call:${createHash('sha256').update(text).digest('hex')}`,
      sentAt: day ? `${day}T12:00:00.000Z` : null,
      sentAtFrom: day ? 'file' : 'none',
      subject: label,
      from: null,
      recipients: [...new Set(turns.map((t) => t.speaker))].map((who) => ({
        role: 'speaker',
        name: who,
        email: who.includes('@') ? who : null,
      })),
      text,
      inReplyTo: null,
      references: [],
      automatic: false,
      warnings: decoded.note ? [decoded.note] : [],
      attachments: [],
      parts: speaking(parts, turns),
      importId,
    },
  }
}

/** A text that nobody speaks in is stored as notes, written by whoever keeps them. */
function readTranscriptText(text: string): Transcript | null {
  if (/^\s*[[{]/.test(text)) {
    try {
      return readJsonTranscript(JSON.parse(text))
    } catch {
      // Transcripts in plain text begin with a bracket too: "[00:00:12] Anna: ..."
    }
  }
  if (/^\s*WEBVTT\b/.test(text) || /-->/.test(text.slice(0, 400))) return readCueTranscript(text)
  if (looksLikeTranscript(text)) return readTextTranscript(text)
  return { text, turns: [], parts: [{ kind: 'written', start: 0, end: text.length }] }
}

/** The parts of a transcript with who speaks in each: a written part belongs to the turn it lies in. */
function speaking(parts: readonly Part[], turns: Transcript['turns']) {
  let at = 0
  return parts.map((part) => {
    if (part.kind !== 'written') return part
    while (at < turns.length && (turns[at]?.end ?? 0) <= part.start) at++
    const turn = turns[at]
    if (!turn || turn.start >= part.end) return part
    return { ...part, speaker: turn.speaker, ...(turn.atSeconds === undefined ? {} : { atSeconds: turn.atSeconds }) }
  })
}

/** The day that a file or folder is named after, YYYY-MM-DD; null when none or one that does not exist. */
export function dayInPath(path: string): string | null {
  const [, year = '', month = '', day = ''] =
    /(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ?? []
  const stated = `${year}-${month}-${day}`
  const read = new Date(`${stated}T00:00:00Z`)
  return year && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(stated) ? stated : null
}
