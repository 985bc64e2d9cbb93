/** What does this one mail say: who, when, to whom, in which conversation, in which words, with which files? */
import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { cleanLine, cleanText } from './clean-text.ts'
import { type Collected, collectParts, type MailAttachment } from './collect-parts.ts'
import { type MailAddress, readAddresses } from './read-addresses.ts'
import { decodeWords, type HeaderLine, headerValues, readHeaders, readHeaderValue } from './read-headers.ts'
import { readMailDate } from './read-mail-date.ts'
import { type SplitBudget, splitParts } from './split-parts.ts'

export type { MailAddress, MailAttachment }

export type ParsedMessage = {
  /** Without angle brackets; null when missing or not usable as an identity. */
  messageId: string | null
  /** sha256 (hex) of from, to, cc, date, subject and the first 100,000 characters of text: the same for the same mail however it was exported. */
  generatedKey: string
  inReplyTo: string | null
  /** Oldest first, as the header gives them, without repeats; In-Reply-To is not added. */
  references: string[]
  /** ISO instant in UTC. */
  sentAt: string | null
  sentAtFrom: 'date' | 'received' | 'mbox' | 'none'
  subject: string
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  replyTo: MailAddress[]
  /** LF line ends, well-formed Unicode, no NUL; '' when the mail holds no text. */
  text: string
  textFrom: 'plain' | 'html' | 'none'
  attachments: MailAttachment[]
  /** Written by a machine in answer to a mail: out of office, receipts, ticket systems. */
  autoSubmitted: boolean
  /** Sent to many at once: mailing list, newsletter. */
  list: boolean
  /** Says that another mail could not be delivered. */
  bounce: boolean
  /** What was repaired or guessed, in plain words. */
  warnings: string[]
}
export type UnreadableMessage = { unreadable: string }

/**
 * Reads one mail (RFC 5322 with MIME) from its bytes. Never throws: what is no mail at all comes back as `unreadable` with the reason.
 * A leading mbox From_ line is accepted, or given as `mboxLine`, and dates the mail when nothing else does.
 */
export async function parseMessage(
  raw: Buffer,
  hints: { mboxLine?: string | null } = {},
): Promise<ParsedMessage | UnreadableMessage> {
  try {
    return readMessage(raw, hints.mboxLine ?? null)
  } catch (error) {
    return { unreadable: `The message could not be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const KNOWN =
  /^(from|to|cc|bcc|subject|date|message-id|received|return-path|delivered-to|sender|reply-to|mime-version|content-type|in-reply-to|references|x-.+|resent-.+|list-.+)$/

function readMessage(bytes: Buffer, mboxHint: string | null): ParsedMessage | UnreadableMessage {
  if (bytes.length === 0) return { unreadable: 'The file is empty.' }
  const { raw, mboxLine } = findStart(bytes)
  const { lines, bodyStart, notes } = readHeaders(raw)
  if (lines.length === 0) return { unreadable: 'No mail header was found: this is not a mail.' }
  if (!lines.some((line) => KNOWN.test(line.name)))
    return { unreadable: 'None of the lines at the top is a known mail header: this is not a mail.' }

  const warnings = new Set(notes)
  const budget: SplitBudget = { parts: 0, notes: warnings }
  const collected: Collected = { texts: [], named: [], attachments: [], notes: warnings }
  collectParts(splitParts(lines, raw.subarray(bodyStart), budget), collected)
  const texts =
    [collected.texts, collected.named]
      .map((parts) => parts.map((part) => ({ ...part, text: trimLines(part.text) })).filter((part) => part.text !== ''))
      .find((parts) => parts.length > 0) ?? []
  const cleaned = cleanText(texts.map((part) => part.text).join('\n\n'))
  for (const note of cleaned.notes) warnings.add(note)

  if (isSealed(lines)) warnings.add('The mail is encrypted or sealed in its signature; its text cannot be read.')
  const people = (name: string): MailAddress[] => {
    const read = readAddresses(headerValues(lines, name))
    for (const note of read.notes) warnings.add(note)
    return read.addresses
  }
  const from = readFrom(lines, people, warnings)
  const [to, cc, bcc, replyTo] = [people('to'), people('cc'), people('bcc'), people('reply-to')]
  const when = readWhen(lines, mboxHint ?? mboxLine, warnings)
  const subject = cleanLine(decodeWords(headerValues(lines, 'subject')[0] ?? ''))
  const stated = headerValues(lines, 'message-id')[0]
  const messageId = readIds(stated ?? '')[0] ?? null
  if (messageId === null)
    warnings.add(
      stated
        ? 'The Message-ID is broken; a key was made from the content.'
        : 'The Message-ID is missing; a key was made from the content.',
    )
  const identity = [
    from?.email ?? '',
    to.map((one) => one.email),
    cc.map((one) => one.email),
    when.sentAt ?? '',
    subject,
    cleaned.text.slice(0, 100_000).replace(/\s+/g, ' '),
  ]
  const references = [...new Set(readIds(headerValues(lines, 'references').join(' ')))].slice(-200)
  return {
    messageId,
    generatedKey: createHash('sha256').update(JSON.stringify(identity)).digest('hex'),
    inReplyTo: readIds(headerValues(lines, 'in-reply-to').join(' '))[0] ?? null,
    references,
    ...when,
    subject,
    from,
    to,
    cc,
    bcc,
    replyTo,
    text: cleaned.text,
    textFrom: texts.length === 0 ? 'none' : texts.some((part) => part.from === 'html') ? 'html' : 'plain',
    attachments: collected.attachments,
    ...readFlags(lines, subject, from),
    warnings: [...warnings],
  }
}

/** OpenPGP and S/MIME hide the text in a part that only the reader's key, or a parser of signatures, opens. */
function isSealed(lines: HeaderLine[]): boolean {
  return /^(multipart\/encrypted|application\/(x-)?pkcs7-mime|application\/pgp-encrypted)$/.test(
    readHeaderValue(headerValues(lines, 'content-type')[0] ?? '').value,
  )
}

/** Without empty lines in front and blanks behind; a first line may be indented. */
function trimLines(text: string): string {
  const first = text.search(/\S/)
  return first === -1 ? '' : text.slice(text.lastIndexOf('\n', first) + 1).trimEnd()
}

/** Drops what stands before the headers: byte-order marks, empty lines, an mbox line. Mail saved as UTF-16 becomes UTF-8. */
function findStart(bytes: Buffer): { raw: Buffer; mboxLine: string | null } {
  let raw = bytes
  if (raw.length > 1 && ((raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff)))
    raw = Buffer.from(iconv.decode(raw, 'utf-16'), 'utf8')
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) raw = raw.subarray(3)
  let at = 0
  while (at < raw.length && at < 10_000 && (raw[at] === 0x0a || raw[at] === 0x0d)) at++
  raw = raw.subarray(at)
  if (!/^From (?!\s*:)/.test(raw.toString('latin1', 0, 200))) return { raw, mboxLine: null }
  const end = raw.indexOf(0x0a)
  return end === -1
    ? { raw, mboxLine: null }
    : { raw: raw.subarray(end + 1), mboxLine: raw.toString('latin1', 0, Math.min(end, 500)) }
}

function readFrom(lines: HeaderLine[], people: (name: string) => MailAddress[], warnings: Set<string>): MailAddress | null {
  for (const name of ['from', 'sender', 'return-path', 'reply-to']) {
    const first = people(name)[0]
    if (!first) continue
    if (name === 'from') return first
    const said = readAddressName(lines)
    warnings.add(
      `The From line names no address; ${name === 'sender' ? 'Sender' : name === 'return-path' ? 'Return-Path' : 'Reply-To'} was taken.`,
    )
    return { ...first, name: said || first.name }
  }
  warnings.add('The mail does not say who sent it.')
  return null
}

function readAddressName(lines: HeaderLine[]): string {
  return cleanLine(decodeWords(headerValues(lines, 'from')[0] ?? ''), 300)
    .replace(/<[^>]*>?/g, '')
    .replace(/^["'\s]+|["'\s]+$/g, '')
}

function readWhen(
  lines: HeaderLine[],
  mboxLine: string | null,
  warnings: Set<string>,
): Pick<ParsedMessage, 'sentAt' | 'sentAtFrom'> {
  const stated = headerValues(lines, 'date').find((value) => value !== '')
  const sent = stated ? readMailDate(stated) : null
  if (sent) return { sentAt: sent, sentAtFrom: 'date' }
  const why = stated ? 'The Date line cannot be read' : 'The Date line is missing'
  for (const hop of headerValues(lines, 'received').slice(0, 50)) {
    const received = readMailDate(hop.slice(hop.lastIndexOf(';') + 1))
    if (received) {
      warnings.add(`${why}; the time of delivery was taken.`)
      return { sentAt: received, sentAtFrom: 'received' }
    }
  }
  const filed = mboxLine ? readMailDate(mboxLine.replace(/^From \S*/, '')) : null
  warnings.add(
    filed ? `${why}; the time in the mailbox file was taken.` : `${why}, and nothing else tells when the mail was sent.`,
  )
  return filed ? { sentAt: filed, sentAtFrom: 'mbox' } : { sentAt: null, sentAtFrom: 'none' }
}

/** An identity has no blanks and fits an index; anything else is not one. */
function readIds(value: string): string[] {
  const plain = decodeWords(value).slice(0, 200_000)
  const inBrackets = [...plain.matchAll(/<([^<>]{1,998})>/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ''))
  const found = inBrackets.length > 0 ? inBrackets : plain.split(/[\s,;]+/).filter((word) => /^[^\s@<>]+@[^\s@<>]+$/.test(word))
  return found.map((id) => cleanLine(id, 998)).filter((id) => id.length >= 3 && /[a-zA-Z0-9]/.test(id))
}

const AUTO_SUBJECT =
  /^(?:\s*(?:re|aw)\s*:)?\s*(automatic reply|auto(?:matische)?[- ]?(?:reply|antwort|response)|out of (?:the )?office|abwesenheits(?:notiz|meldung|assistent)|réponse automatique|respuesta automática)\b/i
const BOUNCE_SUBJECT =
  /(undeliver|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|subsystem)|returned mail|failure notice|unzustellbar|nicht zustellbar)/i

function readFlags(
  lines: HeaderLine[],
  subject: string,
  from: MailAddress | null,
): Pick<ParsedMessage, 'autoSubmitted' | 'list' | 'bounce'> {
  const first = (name: string) => headerValues(lines, name)[0]?.toLowerCase() ?? ''
  const type = readHeaderValue(first('content-type'))
  const precedence = first('precedence')
  const fromMachine = /^(mailer-daemon|postmaster|mail-daemon)@/.test(from?.email ?? '')
  const bounce =
    (type.value === 'multipart/report' && /delivery-status/.test(type.params['report-type'] ?? 'delivery-status')) ||
    first('x-failed-recipients') !== '' ||
    (fromMachine && BOUNCE_SUBJECT.test(subject))
  const submitted = first('auto-submitted')
    .replace(/[;(].*/, '')
    .trim()
  const auto =
    (submitted !== '' && submitted !== 'no') ||
    first('x-autoreply') !== '' ||
    first('x-autorespond') !== '' ||
    /auto[-_]reply/.test(precedence)
  return {
    bounce,
    autoSubmitted: bounce || auto || type.value === 'multipart/report' || AUTO_SUBJECT.test(subject),
    list:
      ['list-id', 'list-post', 'list-unsubscribe', 'mailing-list'].some((name) => first(name) !== '') ||
      /^(list|bulk)$/.test(precedence),
  }
}
