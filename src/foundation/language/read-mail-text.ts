/** Which messages stand in a plain text that begins with header lines, one mail or a whole thread? */
import { readHeaderDate } from './header-date.ts'
import { HEADER_LINE, HISTORY_RULERS } from './mail-phrases.ts'
import { joinParts, type Line, type Part, shiftParts, splitLines } from './message-part.ts'
import { segmentMessage } from './segment-message.ts'

export type Address = { name: string; email?: string }

/** One message: headers and body lie in [start, end), the body in [bodyStart, end). */
export type TextMessage = {
  start: number
  bodyStart: number
  end: number
  from: Address | null
  to: Address[]
  subject: string
  /** YYYY-MM-DD as the Date line says, or null. */
  date: string | null
  /** Marked as sent by a machine. */
  automatic: boolean
}

export type MailText = { messages: TextMessage[]; parts: Part[] }

const FROM_LINE = /^(?:from|von)\s?:\s*\S/i
const AUTOMATIC_SUBJECT =
  /\b(?:automatic reply|auto(?:matic|mated)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|ooo|abwesenheits?(?:notiz|antwort|assistent)?|automatische antwort|r[ée]ponse automatique|undeliverable|delivery status notification|mail delivery failed)\b/i

/** "Ann Lee <ann@x.example>", "ann@x.example", "Lee, Ann <...>", "Ann Lee" -> name and address. */
export function readAddress(value: string): Address | null {
  const text = value.trim()
  if (text === '') return null
  const email = /[^\s<>"',;()[\]]+@[^\s<>"',;()[\]]+/.exec(text)?.[0]
  const name = text
    .replace(/<[^>]*>|\([^)]*\)|\[mailto:[^\]]*\]/gi, '')
    .replace(/["']/g, '')
    .trim()
  if (!email) return name ? { name } : null
  const shown = name && !name.includes('@') ? name : (email.split('@')[0] ?? email)
  return { name: shown, email: email.toLowerCase() }
}

/** Splits at commas and semicolons outside quotes and angle brackets. */
export function readAddresses(value: string): Address[] {
  const pieces = value.match(/(?:"[^"]*"|<[^>]*>|[^,;])+/g) ?? []
  return pieces.flatMap((piece) => readAddress(piece) ?? [])
}

function headerValue(lines: readonly Line[], names: RegExp): string {
  let value = ''
  let inside = false
  for (const line of lines) {
    if (/^\s+\S/.test(line.text)) {
      if (inside) value += ` ${line.text.trim()}`
      continue
    }
    inside = names.test(line.text)
    if (inside && value === '') value = line.text.slice(line.text.indexOf(':') + 1).trim()
    else inside = false
  }
  return value
}

/** True when lines[at] opens the headers of a message of its own, and not a forwarded or quoted one. */
function opensMessage(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || !FROM_LINE.test(line.text)) return false
  const next = lines[at + 1]?.text ?? ''
  if (!HEADER_LINE.test(next)) return false
  // Inside a block of headers that began above, From is one of them.
  const above = lines[at - 1]?.text ?? ''
  if (HEADER_LINE.test(above) || (above.trim() !== '' && /^\s/.test(above))) return false
  // "Von: / Gesendet:" is how Outlook quotes; only at the very top is it the message itself.
  if (/^von\s?:/i.test(line.text) && /^(?:gesendet|an|datum|betreff)\s?:/i.test(next))
    return lines.slice(0, at).every((line) => line.text.trim() === '')
  for (let n = at - 1; n >= 0 && n >= at - 3; n--) {
    const text = lines[n]?.text.trim() ?? ''
    if (text === '') continue
    return !HISTORY_RULERS.some((ruler) => ruler.test(text))
  }
  return true
}

/** True when the text begins with header lines of a mail (after blank lines): From, Date, To or Subject, at least two of them. */
export function looksLikeMail(text: string): boolean {
  const lines = splitLines(text.slice(0, 4_000)).filter((line) => line.text.trim() !== '')
  const top = lines.slice(0, 12)
  if (
    !/^(?:from|von|to|an|date|datum|subject|betreff|received|return-path|message-id|mime-version|delivered-to|cc|sent)\s?:/i.test(
      top[0]?.text ?? '',
    )
  )
    return false
  const names = new Set<string>()
  for (const line of top) {
    const found =
      /^(from|von|to|an|date|datum|sent|gesendet|subject|betreff|cc|received|return-path|message-id|mime-version)\s?:/i.exec(
        line.text,
      )
    if (found?.[1]) names.add(found[1].toLowerCase())
    else if (!/^\s/.test(line.text)) break
  }
  return names.size >= 2
}

/**
 * The messages of a mail or thread in plain text. A `From:` line followed at once by another header line begins a new
 * message, unless it stands under a forwarding mark; the parts cover the whole text by offsets.
 */
export function readMailText(text: string): MailText {
  const lines = splitLines(text)
  const starts = lines.flatMap((_, at) => (opensMessage(lines, at) ? [at] : []))
  if (starts.length === 0 || lines.slice(0, starts[0]).some((line) => HEADER_LINE.test(line.text))) {
    if (starts[0] !== 0) starts.unshift(0)
  }
  const messages: TextMessage[] = []
  const parts: Part[] = []
  const lead = starts[0] === undefined ? text.length : (lines[starts[0]]?.start ?? 0)
  if (lead > 0) parts.push({ kind: 'system', start: 0, end: lead })
  for (const [n, first] of starts.entries()) {
    const next = starts[n + 1] ?? lines.length
    let body = first
    while (
      body < next &&
      (lines[body]?.text.trim() ?? '') !== '' &&
      (HEADER_LINE.test(lines[body]?.text ?? '') ||
        /^\s+\S/.test(lines[body]?.text ?? '') ||
        /^[\w-]+:\s/.test(lines[body]?.text ?? ''))
    )
      body++
    // A line of signs between two messages belongs to neither.
    let stop = next
    while (stop > body && n + 1 < starts.length && /^[=_*#-]{3,}$|^$/.test(lines[stop - 1]?.text.trim() ?? '')) stop--
    const head = lines.slice(first, body)
    const start = lines[first]?.start ?? 0
    const bodyStart = lines[body]?.start ?? text.length
    const end = lines[stop]?.start ?? text.length
    const from = readAddress(headerValue(head, /^(?:from|von)\s?:/i))
    const subject = headerValue(head, /^(?:subject|betreff)\s?:/i)
    const automatic =
      AUTOMATIC_SUBJECT.test(subject) ||
      /^(?!no\b)\S/i.test(headerValue(head, /^auto-submitted\s?:/i)) ||
      headerValue(head, /^x-autoreply\s?:/i) !== ''
    const to = [...readAddresses(headerValue(head, /^(?:to|an)\s?:/i)), ...readAddresses(headerValue(head, /^(?:cc|kopie)\s?:/i))]
    messages.push({
      start,
      bodyStart,
      end,
      from,
      to,
      subject,
      date: readHeaderDate(headerValue(head, /^(?:date|sent|datum|gesendet)\s?:/i)),
      automatic,
    })
    parts.push({ kind: 'header', start, end: bodyStart })
    parts.push(...shiftParts(segmentMessage(text.slice(bodyStart, end), from ? { writer: from.name } : {}), bodyStart))
    const after = lines[next]?.start ?? text.length
    if (after > end) parts.push({ kind: 'system', start: end, end: after })
  }
  return { messages, parts: joinParts(parts) }
}
