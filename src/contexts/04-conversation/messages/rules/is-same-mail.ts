/** Do two mails under one Message-ID say the same? Broken programs give one id to many mails; none of them may be lost. */

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Copies differ by a list's footer or a scanner's line, so one may contain the other; anything else is another mail. */
export function isSameMail(one: string, other: string): boolean {
  const [a, b] = [words(one), words(other)]
  return a === b || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)))
}
