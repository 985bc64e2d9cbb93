/** What is this file, by its first bytes and then by its name? */
import iconv from 'iconv-lite'
import { isSeparator } from '../mail/mbox-lines.ts'

export type FileKind =
  | { kind: 'mbox' | 'mail' | 'transcript' | 'table' | 'workbook' | 'cards' | 'calendar' | 'zip' }
  | { kind: 'unread'; reason: string }

const SYSTEM_FILES = /^(\.ds_store|thumbs\.db|desktop\.ini|\._.*|\.gitattributes|\.gitignore|\.gitkeep)$/i
/** What lies beside exports and is about them, not about people. */
const COMPANIONS = /^(licen[cs]e|copying|notice|readme|changelog|authors|contributing)(\.(txt|md|rst|html?))?$/i
const MAIL_HEADERS =
  /^(from|to|cc|subject|date|message-id|received|return-path|delivered-to|reply-to|mime-version|content-type|in-reply-to|references|x-[a-z0-9-]+|sender|list-[a-z]+|dkim-signature)$/i

/** What the first bytes say about files we do not read. */
const SIGNATURES: [Buffer, string][] = [
  [Buffer.from('%PDF-'), 'A PDF document is not read; attach it to a mail or save its text.'],
  [
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'An Outlook message (.msg) or old Office document (.xls) is not read; save it as .eml, .xlsx or .csv.',
  ],
  [Buffer.from('!BDN'), 'An Outlook data file (.pst) is not read; export the mailbox as .mbox or .eml.'],
  [Buffer.from('1f8b', 'hex'), 'A gzip archive is not read; unpack it or pack it as .zip.'],
  [Buffer.from('Rar!'), 'A RAR archive is not read; pack it as .zip.'],
  [Buffer.from('377abcaf271c', 'hex'), 'A 7z archive is not read; pack it as .zip.'],
  [Buffer.from('89504e47', 'hex'), 'A picture is not read.'],
  [Buffer.from('ffd8ff', 'hex'), 'A picture is not read.'],
  [Buffer.from('GIF8'), 'A picture is not read.'],
  [Buffer.from('RIFF'), 'A sound, film or picture file is not read; its transcript is.'],
  [Buffer.from('ID3'), 'A sound file is not read; its transcript is.'],
]
const OFFICE = /\.(docx|pptx|odt|ods|odp|docm|xlsb)$/i
const SOUND = /\.(mp3|m4a|wav|mp4|mov|webm|ogg|aac|flac)$/i

/**
 * Tells what a file is. Content decides before the name, except that a file called .eml is always one mail.
 * `head` is the first 64 kB or the whole file when it is smaller. Every file gets a kind or a reason in plain words.
 */
export function recogniseFile(name: string, head: Buffer): FileKind {
  const base = name.split('/').at(-1) ?? name
  if (SYSTEM_FILES.test(base) || name.split('/').includes('__MACOSX'))
    return { kind: 'unread', reason: 'A file of the operating system, not of people.' }
  if (COMPANIONS.test(base))
    return { kind: 'unread', reason: 'A file about other files (a licence, a readme), not about people.' }
  if (head.length === 0) return { kind: 'unread', reason: 'The file is empty.' }
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) || head.subarray(0, 4).equals(Buffer.from('PK\u0005\u0006'))) {
    if (/\.xl[st][xm]$/i.test(base) || (!OFFICE.test(base) && !/\.zip$/i.test(base) && head.includes('xl/workbook.xml')))
      return { kind: 'workbook' }
    return OFFICE.test(base)
      ? { kind: 'unread', reason: 'This kind of Office document is not read; save tables as .xlsx or .csv and text as .txt.' }
      : { kind: 'zip' }
  }
  for (const [signature, reason] of SIGNATURES)
    if (head.subarray(0, signature.length).equals(signature)) return { kind: 'unread', reason }
  if (SOUND.test(base)) return { kind: 'unread', reason: 'A sound or film file is not read; its transcript is.' }
  if (head.toString('latin1', 257, 262) === 'ustar')
    return { kind: 'unread', reason: 'A tar archive is not read; pack it as .zip.' }

  const text = readHead(head)
  const ending = /\.([a-z0-9]{1,8})$/i.exec(base)?.[1]?.toLowerCase() ?? ''
  if (ending === 'eml' || ending === 'emlx') return { kind: 'mail' }
  if (text === null) return { kind: 'unread', reason: 'The file is neither text nor an archive that is read.' }
  const start = head.subarray(0, 3).equals(Buffer.from('efbbbf', 'hex')) ? 3 : 0
  if (/^From (?!\s*:)/.test(text) && (isSeparator(head, start, start) || /^(mbox|mbx)$/.test(ending))) return { kind: 'mbox' }
  if (ending === 'mbox' || ending === 'mbx') return { kind: 'mbox' }
  if (ending === 'ics' || ending === 'ical' || /^\s*BEGIN:VCALENDAR\b/i.test(text)) return { kind: 'calendar' }
  if (ending === 'vcf' || ending === 'vcard' || /^\s*BEGIN:VCARD\b/i.test(text)) return { kind: 'cards' }
  if (ending === 'csv' || ending === 'tsv' || ending === 'tab') return { kind: 'table' }
  if (/^\s*WEBVTT\b/.test(text) || /^\s*\d+\s*\n\d{1,2}:\d{2}:\d{2}[,.]\d{3} --> /.test(text)) return { kind: 'transcript' }
  if (ending === 'vtt' || ending === 'srt' || ending === 'json') return { kind: 'transcript' }
  if (looksLikeMail(text)) return { kind: 'mail' }
  if (ending === 'txt' || ending === 'md' || ending === 'text') return { kind: 'transcript' }
  if (ending === 'html' || ending === 'htm') return { kind: 'unread', reason: 'A web page is not read; save the mail as .eml.' }
  if (ending === '' && /^\s*[[{]\s*["{[]/.test(text)) return { kind: 'transcript' }
  if (ending === '' && looksLikeTable(text)) return { kind: 'table' }
  return {
    kind: 'unread',
    reason: 'What kind of file this is could not be told: a mail, mailbox, transcript or table was expected.',
  }
}

/** The first characters as text with LF, or null for what is no text. */
function readHead(head: Buffer): string | null {
  const sample = head.subarray(0, 16_000)
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff))
    return tidy(iconv.decode(sample, 'utf-16'))
  let strange = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) strange++
  return strange > sample.length / 100 ? null : tidy(sample.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))
}

function tidy(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** The first block of lines is headers, at least two of them well known from mail, one of which says who or what. */
export function looksLikeMail(text: string): boolean {
  const names = new Set<string>()
  for (const line of text.replace(/^\n+/, '').split('\n').slice(0, 300)) {
    if (line === '') break
    if (/^[ \t]/.test(line) || /^>?From /.test(line)) continue
    const name = /^([!-9;-~]+):/.exec(line)?.[1]
    if (!name) return names.size >= 3
    if (MAIL_HEADERS.test(name)) names.add(name.toLowerCase())
    else if (names.size === 0) return false
  }
  return names.size >= 2 && ['from', 'to', 'subject', 'message-id', 'received', 'content-type'].some((name) => names.has(name))
}

function looksLikeTable(text: string): boolean {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 6)
  if (lines.length < 2) return false
  return [',', ';', '\t', '|'].some((sign) => {
    const count = (lines[0] ?? '').split(sign).length
    return count > 1 && lines.slice(0, -1).every((line) => line.split(sign).length === count)
  })
}
