/** Is this an address, and how is it kept? */

/** The address in small letters; null for what no mail could reach or no column could keep. */
export function cleanEmail(typed: string): string | null {
  const email = typed.trim().toLowerCase()
  return email.length >= 3 && email.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null
}
