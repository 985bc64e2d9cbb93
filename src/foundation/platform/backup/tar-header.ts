/** How does one entry of a tar file say its name and size? The header of POSIX ustar, and nothing else of tar. */

export const blockBytes = 512
/** Two empty blocks close a tar file. */
export const endBytes = 2 * blockBytes
const largestOctal = 8 ** 11 - 1

/** An entry's name and how many bytes follow it. */
export type TarHeader = { readonly name: string; readonly byteCount: number }

/** How many zeros fill the last block of an entry. */
export const paddingOf = (byteCount: number): number => (blockBytes - (byteCount % blockBytes)) % blockBytes

const sumOf = (block: Buffer): number => {
  let sum = 8 * 32
  for (let i = 0; i < blockBytes; i += 1) sum += i >= 148 && i < 156 ? 0 : (block[i] ?? 0)
  return sum
}

/** The header block. The same name and size give the same bytes. @throws RangeError for a name that is too long for it */
export function writeTarHeader({ name, byteCount }: TarHeader): Buffer {
  if (!/^[\x21-\x7e]{1,99}$/.test(name)) throw new RangeError(`Not a name for a part of a backup: ${JSON.stringify(name)}`)
  const block = Buffer.alloc(blockBytes)
  block.write(name, 0, 'latin1')
  for (const [text, at] of [
    ['0000600\0', 100],
    ['0000000\0', 108],
    ['0000000\0', 116],
    ['00000000000\0', 136],
    ['0ustar\0', 156],
    ['00', 263],
  ] as const)
    block.write(text, at, 'latin1')
  if (byteCount <= largestOctal) block.write(`${byteCount.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  else {
    // Beyond 8 GB, as GNU tar writes it: a set first bit, then the number itself.
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(byteCount), 128)
  }
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

/** Reads a header block; undefined for the empty block that closes the file. @throws RangeError when any bit of it is not as we write it */
export function readTarHeader(block: Buffer): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  const name = block.toString('latin1', 0, block.indexOf(0))
  const byteCount =
    block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(block.toString('latin1', 124, 135), 8)
  if (!Number.isSafeInteger(byteCount) || !writeTarHeader({ name, byteCount }).equals(block))
    throw new RangeError('Not a header that Rapport writes')
  return { name, byteCount }
}
