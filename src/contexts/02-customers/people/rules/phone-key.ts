/** Which phone numbers are the same, however they are written? */

/** The last nine figures without leading zeros and extension: "+49 30 1234567" and "030/1234567" agree. Null for what is too short to tell. */
export function phoneKey(phone: string): string | null {
  const figures = phone
    .replace(/(?:x|ext).*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
  return figures.length < 7 ? null : figures.slice(-9)
}
