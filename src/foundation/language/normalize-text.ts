/** How does a text look to the rules, character for character at the same offsets? */

const REPLACED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\n': ' ',
  '\r': ' ',
  '\t': ' ',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
} satisfies Record<string, string>

/**
 * Straight quotes, plain spaces, plain dashes, lower case: one character for one character, so that an index found
 * in the result is an index of the text (plain toLowerCase lengthens some letters).
 */
export function normalizeText(text: string): string {
  const flat = text.replace(/[‘’ʼ`´“”„«»\u00a0\u202f\u2009\n\r\t‐‑–—]/g, (character) => REPLACED[character] ?? character)
  const lower = flat.toLowerCase()
  if (lower.length === flat.length) return lower
  return Array.from({ length: flat.length }, (_, at) => {
    const character = flat.charAt(at)
    const small = character.toLowerCase()
    return small.length === 1 ? small : character
  }).join('')
}
