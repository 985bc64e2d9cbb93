/** Who is named in an address line, however it is written? */
import { cleanLine } from './clean-text.ts'
import { decodeWords } from './read-headers.ts'

/** `email` is lower-case; `name` is '' when the line gives none. */
export type MailAddress = { name: string; email: string }

/** A mail that names more people than this is cut with a note: one header must not become a million rows. */
export const MAX_ADDRESSES = 2000
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"\\]+$/

/**
 * Reads From, To, Cc and the like: quoted and encoded names, comments, groups, names with bare commas ("Doe, John <j@acme.com>"),
 * missing brackets. Entries without an address are left out and noted. Never throws.
 */
export function readAddresses(values: string[]): { addresses: MailAddress[]; notes: string[] } {
  const addresses: MailAddress[] = []
  const notes = new Set<string>()
  for (const value of values) {
    let pending = ''
    for (const entry of cutEntries(value.slice(0, 1_000_000))) {
      if (addresses.length >= MAX_ADDRESSES) {
        notes.add(`More than ${MAX_ADDRESSES} addresses in one line; the rest was left out.`)
        break
      }
      const read = readEntry(entry)
      if (read.email) {
        const name = pending && read.bracketed ? [pending, read.name].filter(Boolean).join(', ') : read.name
        addresses.push({ name: nameOf(name), email: read.email })
        pending = ''
      } else pending = read.name && !read.ended ? read.name : ''
      if (!read.email && read.bracketed) notes.add('An address line holds something that is no address.')
    }
    if (pending) notes.add('An address line holds a name without an address.')
  }
  return { addresses, notes: [...notes] }
}

function nameOf(name: string): string {
  const clean = cleanLine(decodeWords(name), 300).replace(/^['"\s]+|['"\s,]+$/g, '')
  return ADDRESS.test(clean) ? '' : clean
}

type Entry = { text: string; bracket: string | null; comment: string; ended: boolean }

/** Cuts at commas and semicolons outside quotes, comments and brackets; a group's name and colon fall away. */
function cutEntries(value: string): Entry[] {
  const entries: Entry[] = []
  let entry: Entry = { text: '', bracket: null, comment: '', ended: false }
  let inQuotes = false
  let inBracket = false
  let depth = 0
  let at = 0
  // A sign that is never closed is text; looking for its partner each time would be quadratic.
  const [lastQuote, lastClose] = [value.lastIndexOf('"'), value.lastIndexOf(')')]
  const close = (ended: boolean) => {
    if (entry.text.trim() || entry.bracket !== null || entry.comment) entries.push({ ...entry, ended })
    entry = { text: '', bracket: null, comment: '', ended: false }
    inBracket = false
  }
  for (; at < value.length; at++) {
    const sign = value[at] ?? ''
    if (sign === '\\' && (inQuotes || depth > 0)) {
      const next = value[++at] ?? ''
      if (depth > 0) entry.comment += next
      else entry.text += next
    } else if (inQuotes) {
      if (sign === '"') inQuotes = false
      else if (inBracket) entry.bracket += sign
      else entry.text += sign
    } else if (depth > 0) {
      if (sign === '(') depth++
      if (sign === ')') depth--
      if (depth > 0) entry.comment += sign
    } else if (sign === '"' && at < lastQuote) inQuotes = true
    else if (sign === '(' && at < lastClose) {
      depth = 1
      entry.comment += entry.comment ? ' ' : ''
    } else if (inBracket) {
      if (sign === '>') inBracket = false
      else entry.bracket += sign
    } else if (sign === '<') {
      inBracket = true
      entry.bracket = ''
    } else if (sign === ':' && !entry.text.includes('@') && entry.bracket === null)
      entry = { text: '', bracket: null, comment: '', ended: false }
    else if (sign === ',') close(false)
    else if (sign === ';') close(true)
    else entry.text += sign
  }
  close(true)
  return entries
}

function readEntry(entry: Entry): { name: string; email: string; bracketed: boolean; ended: boolean } {
  const text = entry.text.replace(/\s+/g, ' ').trim()
  const comment = entry.comment.trim()
  const bracketed = entry.bracket !== null
  const inside = asAddress(entry.bracket ?? '')
  if (inside) return { name: text || comment, email: inside, bracketed, ended: entry.ended }
  const bare = asAddress(text.replace(/\s/g, '')) ?? asAddress(text)
  if (bare && !/\s\S+\s/.test(text)) return { name: comment, email: bare, bracketed: false, ended: entry.ended }
  const found = text.split(' ').find((word) => asAddress(word))
  const email = found ? (asAddress(found) ?? '') : ''
  const name = found ? text.replace(found, '').replace(/\s+/g, ' ').trim() : text
  return { name: name || comment, email, bracketed, ended: entry.ended }
}

function asAddress(text: string): string | null {
  const plain = cleanLine(decodeWords(text), 400)
    .replace(/^mailto:/i, '')
    .replace(/^['"[\s]+|['"\]\s.]+$/g, '')
    .replace(/\s*@\s*/, '@')
  // Old routes: <@relay,@other:user@host>
  const last = plain.startsWith('@') ? plain.slice(plain.lastIndexOf(':') + 1) : plain
  const whole = last.replace(/@{2,}/g, '@')
  return ADDRESS.test(whole) && whole.length <= 320 ? whole.toLowerCase() : null
}
