/** Which telephone numbers may be the same? The key is coarse on purpose: who finds a row by it compares the numbers then. */

/** The last seven figures without an extension, which every way to write a number keeps. Null for what is too short to tell. */
export function phoneKey(phone: string): string | null {
  const figures = phone.replace(/(?:x|ext|durchwahl).*$/i, '').replace(/\D/g, '')
  return figures.length < 7 ? null : figures.slice(-7)
}
