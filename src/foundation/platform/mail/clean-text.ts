/** Which text can be stored: no NUL, no broken surrogate, one kind of line end? */

/** In unicode mode only halves without their partner match. */
const LONE = /\p{Cs}/u

/** The text with every lone surrogate replaced by U+FFFD, as String.prototype.toWellFormed does. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

/**
 * Makes any string storable. PostgreSQL text refuses U+0000, and a lone surrogate cannot be encoded as UTF-8, so both become U+FFFD.
 * Line ends become LF. `notes` says in plain words what was changed.
 */
export function cleanText(text: string): { text: string; notes: string[] } {
  const notes: string[] = []
  let clean = text
  if (clean.includes('\r')) clean = clean.replace(/\r\n?/g, '\n')
  if (clean.includes('\u0000')) {
    clean = clean.replaceAll('\u0000', '\uFFFD')
    notes.push('The text held NUL characters; each was replaced by a replacement sign.')
  }
  if (LONE.test(clean)) {
    clean = wellFormed(clean)
    notes.push('The text held half characters (lone surrogates); each was replaced by a replacement sign.')
  }
  return { text: clean, notes }
}

/** One storable line: cleaned, control characters and line ends become single spaces, trimmed, at most `max` UTF-16 units. */
export function cleanLine(text: string, max = 2000): string {
  const line = cleanText(text)
    .text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  return line.length > max ? wellFormed(line.slice(0, max)) : line
}
