/** How does the story's mail look as real messages in a real mailbox (RFC 5322, MIME, mboxrd)? */
import iconv from 'iconv-lite'
import { organisations, type PersonKey, people } from './cast.ts'
import type { DatedMail, DatedThread, DatedWorld } from './date-the-world.ts'
import { shortDay, subjectOf, wholeText } from './quote-history.ts'

export type RenderedMail = { key: string; messageId: string; sentAt: string; raw: string }

/** The Message-ID of a mail, without angle brackets. */
export const messageIdOf = (mail: DatedMail): string => `${mail.key}@${organisations[people[mail.from].org].domain}`

const isAscii = (text: string) => /^[\x20-\x7e\n]*$/.test(text)

/** RFC 2047: words that are not ASCII, in pieces that fit a header line. */
function encodedWords(text: string): string {
  if (isAscii(text)) return text
  const pieces: string[] = []
  let piece = ''
  for (const letter of text) {
    if (Buffer.byteLength(piece + letter) > 42) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece].map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\n ')
}

function mailbox(key: PersonKey): string {
  const { name, email } = people[key]
  const shown = isAscii(name) ? (/^[\w ]+$/.test(name) ? name : `"${name}"`) : encodedWords(name)
  return `${shown} <${email}>`
}

const mailboxes = (keys: readonly PersonKey[]) => keys.map(mailbox).join(',\n ')

/** RFC 2045, 6.7: soft line breaks at 76, blanks at line ends and everything beyond ASCII in hex. */
export function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = []
  let line = ''
  const put = (code: string) => {
    if (line.length + code.length > 75) {
      lines.push(`${line}=`)
      line = ''
    }
    line += code
  }
  bytes.forEach((byte, at) => {
    const next = bytes[at + 1]
    const endsLine = next === undefined || next === 0x0a
    if (byte === 0x0a) {
      lines.push(line)
      line = ''
    } else if ((byte > 0x20 && byte < 0x7f && byte !== 0x3d) || (byte === 0x20 && !endsLine)) put(String.fromCharCode(byte))
    else put(`=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
  })
  return [...lines, line].join('\n')
}

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\n')

const escapeHtml = (text: string) => text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))

/** The same text as a mail program without plain text would send it. */
const asHtml = (text: string) =>
  `<html><head><meta charset="utf-8"></head><body style="font-family:Calibri">\n${text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')}\n</body></html>\n`

/** Headers and body of the text part. */
function textPart(mail: DatedMail, text: string): string {
  const utf8 = Buffer.from(mail.form === 'html-only' ? asHtml(text) : text)
  if (mail.form === 'base64')
    return `Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n${base64(utf8)}\n`
  if (mail.form === 'windows-1252')
    return `Content-Type: text/plain; charset="windows-1252"\nContent-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(iconv.encode(text, 'windows-1252'))}`
  const type = mail.form === 'html-only' ? 'text/html' : 'text/plain'
  return `Content-Type: ${type}; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(utf8)}`
}

/** RFC 2231 for names beyond ASCII. */
const fileName = (name: string) => (isAscii(name) ? `filename="${name}"` : `filename*=utf-8''${encodeURIComponent(name)}`)

function body(mail: DatedMail, text: string): string {
  if (!mail.attachments?.length) return textPart(mail, text)
  const boundary = `=_${mail.key}`
  const parts = [
    textPart(mail, text),
    ...mail.attachments.map(
      (one) =>
        `Content-Type: ${one.mediaType}; charset="utf-8"\nContent-Disposition: attachment; ${fileName(one.name)}\nContent-Transfer-Encoding: base64\n\n${base64(Buffer.from(one.text))}\n`,
    ),
  ]
  return `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`
}

/** "+0100" of minutes ahead of UTC. */
const zoneMark = (minutes: number) =>
  `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}${String(Math.abs(minutes) % 60).padStart(2, '0')}`

/** One mail as it would lie on a server: ASCII only, LF line ends. */
export function renderMail(mail: DatedMail, thread: DatedThread, world: DatedWorld): RenderedMail {
  const before = thread.messages.slice(
    0,
    thread.messages.findIndex((one) => one.key === mail.key),
  )
  const last = before.at(-1)
  const { day, time, sentAt, minutesAhead } = mail.moment
  const headers = [
    `From: ${mailbox(mail.from)}`,
    `To: ${mailboxes(mail.to)}`,
    ...(mail.cc?.length ? [`Cc: ${mailboxes(mail.cc)}`] : []),
    `Subject: ${encodedWords(subjectOf(mail, thread))}`,
    `Date: ${shortDay(day)} ${time}:00 ${zoneMark(minutesAhead)}`,
    `Message-ID: <${messageIdOf(mail)}>`,
    ...(last ? [`In-Reply-To: <${messageIdOf(last)}>`] : []),
    ...(last ? [`References: ${before.map((one) => `<${messageIdOf(one)}>`).join('\n ')}`] : []),
    ...(mail.automatic ? ['Auto-Submitted: auto-replied'] : []),
    'MIME-Version: 1.0',
  ]
  const raw = `${headers.join('\n')}\n${body(mail, wholeText(mail, thread, world))}`
  return { key: mail.key, messageId: messageIdOf(mail), sentAt, raw: raw.endsWith('\n') ? raw : `${raw}\n` }
}

/** Every mail of the story in the order it was sent. */
export function renderMailbox(world: DatedWorld): RenderedMail[] {
  return world.threads
    .flatMap((thread) => thread.messages.map((mail) => renderMail(mail, thread, world)))
    .sort((a, b) => (a.sentAt === b.sentAt ? (a.key < b.key ? -1 : 1) : a.sentAt < b.sentAt ? -1 : 1))
}

/** The whole mailbox as one file (mboxrd: lines that begin with From are marked). */
export function renderMbox(world: DatedWorld): string {
  return renderMailbox(world)
    .map(({ raw, sentAt }) => {
      const at = new Date(sentAt).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4')
      return `From MAILER-DAEMON ${at}\n${raw.replace(/^(>*From )/gm, '>$1')}\n`
    })
    .join('')
}
