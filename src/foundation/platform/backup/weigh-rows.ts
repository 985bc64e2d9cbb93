/** Do two tables hold the same rows, whatever their order? Each row's checksum is added up; the sums are compared. */
import { crc32 } from 'node:zlib'

/** A running sum over the rows of one table. */
export type Scale = { readonly add: (row: Buffer) => void; readonly sum: () => string }

const bound = 2 ** 48

/** Opens a scale. Two checksums per row, the second over the row behind its first: together as good as 64 bits for chance, not against forgery. */
export function openScale(): Scale {
  let [first, second] = [0, 0]
  return {
    add: (row) => {
      const once = crc32(row)
      first = (first + once) % bound
      second = (second + crc32(row, (once ^ 0x5bd1e995) >>> 0)) % bound
    },
    sum: () => `${first.toString(16).padStart(12, '0')}${second.toString(16).padStart(12, '0')}`,
  }
}
