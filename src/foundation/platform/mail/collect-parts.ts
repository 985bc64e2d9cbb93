/** Which parts of a message are its text, and which are files that came with it? */
import { cleanLine, wellFormed } from './clean-text.ts'
import { decodeCharset } from './decode-charset.ts'
import { decodeTransfer, decodeUu } from './decode-transfer.ts'
import { readHtmlAsText } from './html-as-text.ts'
import { decodeWords, headerValues, readHeaders } from './read-headers.ts'
import type { Part } from './split-parts.ts'

/** A file that came with a message. `inline` says that the text shows it; `contentId` is what the text calls it. */
export type MailAttachment = { name: string; mediaType: string; bytes: Buffer; inline: boolean; contentId: string | null }
export type MailText = { from: 'plain' | 'html'; text: string }
/** `named` are text parts with a file name that do not ask to be saved: the text of a mail that has no other. */
export type Collected = { texts: MailText[]; named: MailText[]; attachments: MailAttachment[]; notes: Set<string> }

/** Walks the part tree: alternatives answer with their best text, everything that is not shown as text is kept as an attachment. */
export function collectParts(part: Part, into: Collected, related = false): void {
  if (part.type.value === 'multipart/alternative' && part.children) {
    collectBest(part.children, into)
    return
  }
  if (part.children) {
    const isRelated = part.type.value === 'multipart/related'
    for (const child of part.children) collectParts(child, into, related || isRelated)
    return
  }
  const text = readText(part, into)
  if (text) into.texts.push(text)
  else keepAttachment(part, into, related)
}

/** Of alternatives the plain one is what the writer wrote, unless it is empty or only says that the mail is HTML. */
function collectBest(children: Part[], into: Collected): void {
  const options = children.map((child) => {
    const own: Collected = { texts: [], named: into.named, attachments: [], notes: into.notes }
    collectParts(child, own)
    return own
  })
  for (const option of options) into.attachments.push(...option.attachments)
  const said = (option: Collected) =>
    option.texts
      .map((text) => text.text)
      .join('\n')
      .trim()
  const plain = options.find(
    (option) => option.texts.length > 0 && option.texts.every((text) => text.from === 'plain') && said(option) !== '',
  )
  const html = options.findLast((option) => option.texts.some((text) => text.from === 'html') && said(option) !== '')
  if (plain && html && isStub(said(plain), said(html))) {
    into.notes.add('The plain text only says that the mail is HTML; the HTML text was taken.')
    into.texts.push(...html.texts)
  } else into.texts.push(...(plain ?? html ?? options.find((option) => option.texts.length > 0) ?? { texts: [] }).texts)
}

function isStub(plain: string, html: string): boolean {
  return (
    plain.length < 400 &&
    plain.length * 3 < html.length &&
    /\bhtml\b|view (this|the) (e-?mail|message)|im browser|online version/i.test(plain)
  )
}

const NOT_TEXT = /^text\/(calendar|x-?vcard|vcard|directory|csv|xml|rtf|css|javascript|x-|tab-separated-values|rfc822-headers)/

function readText(part: Part, into: Collected): MailText | null {
  const type = part.type.value
  if (!type.startsWith('text/') || NOT_TEXT.test(type) || part.disposition?.value === 'attachment') return null
  if (!part.disposition?.params.filename && !part.type.params.name) return decodeText(part, into)
  const named = decodeText(part, { ...into, attachments: [] })
  if (named) into.named.push(named)
  return null
}

function decodeText(part: Part, into: Collected): MailText | null {
  const type = part.type.value
  const bytes = decodeTransfer(part.body, part.encoding)
  if (type !== 'text/html' && looksBinary(bytes)) return null
  const decoded = decodeCharset(bytes, part.type.params.charset ?? (type === 'text/html' ? charsetInHtml(bytes) : null))
  if (decoded.note) into.notes.add(decoded.note)
  if (type === 'text/html') {
    const { text, simple } = readHtmlAsText(decoded.text)
    if (simple) into.notes.add('The HTML is very large or deeply nested; it was read in a simple way.')
    return { from: 'html', text }
  }
  const flowed = part.type.params.format?.toLowerCase() === 'flowed'
  const text = flowed ? joinFlowed(decoded.text, part.type.params.delsp?.toLowerCase() === 'yes') : decoded.text
  return { from: 'plain', text: takeUu(text, into) }
}

function looksBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 2000)
  const nul = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return (
    nul > head.length / 10 &&
    !(head[0] === 0xff && head[1] === 0xfe) &&
    !(head[0] === 0xfe && head[1] === 0xff) &&
    nul < head.length / 4
  )
}

function charsetInHtml(bytes: Buffer): string | null {
  return /<meta[^>]{0,200}charset=["']?([a-zA-Z0-9_-]+)/i.exec(bytes.toString('latin1', 0, 3000))?.[1] ?? null
}

/** RFC 3676: a line that ends in a blank goes on in the next one, as long as both are quoted equally deep. */
function joinFlowed(text: string, deleteSpace: boolean): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const out: string[] = []
  let open: { quote: string } | null = null
  for (const line of lines) {
    const quote = /^>*/.exec(line)?.[0] ?? ''
    const rest = line.slice(quote.length)
    const words = rest.startsWith(' ') ? rest.slice(1) : rest
    const isSignature = words === '-- '
    if (open && open.quote === quote && !isSignature) out[out.length - 1] += words
    else out.push(quote ? `${quote} ${words}` : words)
    const soft: boolean = words.endsWith(' ') && !isSignature && words.trim() !== ''
    if (soft && deleteSpace) out[out.length - 1] = (out.at(-1) ?? '').slice(0, -1)
    open = soft ? { quote } : null
  }
  return out.join('\n')
}

/** Files pasted into the text as uuencode are kept as attachments and leave one line behind. */
function takeUu(text: string, into: Collected): string {
  if (!/^begin [0-7]{3,4} \S/m.test(text)) return text
  const out: string[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const name = /^begin [0-7]{3,4} (\S[^\r]{0,200})\r?$/.exec(lines[at] ?? '')?.[1]
    let end = at + 1
    while (name && /^[ -`][^\r]{0,90}\r?$/.test(lines[end] ?? '')) end++
    const bytes =
      name && end > at + 1 && /^end\s*$/.test(lines[end] ?? '')
        ? decodeUu(Buffer.from(lines.slice(at, end + 1).join('\n'), 'latin1'))
        : null
    if (!name || !bytes?.length) {
      out.push(lines[at] ?? '')
      continue
    }
    into.attachments.push({
      name: fileName(name, 'attachment'),
      mediaType: 'application/octet-stream',
      bytes,
      inline: false,
      contentId: null,
    })
    out.push(`[${name.trim()}]`)
    at = end
  }
  return out.join('\n')
}

const ENDINGS: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'message/delivery-status': 'txt',
  'text/rfc822-headers': 'txt',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
}

function keepAttachment(part: Part, into: Collected, related: boolean): void {
  const type = part.type.value
  const bytes = decodeTransfer(part.body, part.encoding)
  if (bytes.length === 0 && !part.disposition && type.startsWith('text/')) return
  const stated = part.disposition?.params.filename ?? part.type.params.name ?? part.type.params.filename ?? locationOf(part) ?? ''
  const nested =
    type === 'message/rfc822' ? decodeWords(headerValues(readHeaders(bytes.subarray(0, 200_000)).lines, 'subject')[0] ?? '') : ''
  const ending = ENDINGS[type] ?? 'bin'
  let name = fileName(
    stated,
    `${
      cleanLine(nested, 80)
        .replace(/[/\\:*?"<>|]+/g, ' ')
        .trim() || `attachment-${into.attachments.length + 1}`
    }.${ending}`,
  )
  if (type === 'message/rfc822' && !name.toLowerCase().endsWith('.eml')) name = `${name}.eml`
  const inline =
    part.disposition?.value === 'inline' || (related && part.contentId !== null && part.disposition?.value !== 'attachment')
  into.attachments.push({ name, mediaType: type, bytes, inline, contentId: part.contentId })
}

function locationOf(part: Part): string | undefined {
  return /([^/\\:?#]+\.[a-zA-Z0-9]{1,8})$/.exec(headerValues(part.headers, 'content-location')[0] ?? '')?.[1]
}

/** The last part of a path and no sign that a file system or a header takes for its own. */
function fileName(stated: string, fallback: string): string {
  const last = cleanLine(stated, 1000).split(/[/\\]/).at(-1)?.trim() ?? ''
  return wellFormed(last.replace(/^\.+/, '').slice(-200)) || fallback
}
