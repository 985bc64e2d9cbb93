/** How is a record named so that names sort by birth? (UUID version 7, RFC 9562) */

/**
 * Makes a UUID v7 from a moment and ten random bytes.
 * @param atMs milliseconds since 1970, 0 .. 2^48-1
 * @param random at least 10 bytes; the caller owns chance, so that a seeded world has seeded names
 */
export function makeId(atMs: number, random: Uint8Array): string {
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0')
  const byte = (i: number) => random[i] ?? 0
  const rest = Array.from({ length: 6 }, (_, i) => hex(byte(4 + i), 2)).join('')
  const time = hex(Math.floor(atMs), 12)
  const version = hex(0x7000 | (((byte(0) << 8) | byte(1)) & 0x0fff), 4)
  const variant = hex(0x8000 | (((byte(2) << 8) | byte(3)) & 0x3fff), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`
}

/** Whether a text has the form of a UUID; every id that reaches SQL literally has passed here. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
