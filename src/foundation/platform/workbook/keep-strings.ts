/** Where do a workbook's shared strings lie while its sheets are read? On disk: there may be millions. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface KeptStrings {
  at: (index: number) => string
  close: () => void
}

const blockSize = 64 * 1024
const mostBlocks = 64

/** Keeps strings in a file of their own, in order. Memory: eight bytes for each string, and four megabytes of what was read last. */
export async function keepStrings(strings: AsyncIterable<string>): Promise<KeptStrings> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-strings-'))
  const file = openSync(join(folder, 'strings'), 'w+')
  const close = () => {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
  let ends = new Float64Array(1024)
  let [count, size, waiting, held] = [0, 0, [] as Buffer[], 0]
  const write = () => {
    if (held) writeSync(file, Buffer.concat(waiting))
    ;[waiting, held] = [[], 0]
  }
  try {
    for await (const text of strings) {
      const bytes = Buffer.from(text)
      waiting.push(bytes)
      size += bytes.length
      held += bytes.length
      if (count === ends.length) ends = grown(ends)
      ends[count++] = size
      if (held > 1024 * 1024) write()
    }
    write()
  } catch (error) {
    close()
    throw error
  }
  const blocks = new Map<number, Buffer>()
  const block = (nth: number): Buffer => {
    const known = blocks.get(nth)
    if (known) return known
    const bytes = Buffer.alloc(Math.max(0, Math.min(blockSize, size - nth * blockSize)))
    readSync(file, bytes, 0, bytes.length, nth * blockSize)
    const oldest = blocks.keys().next().value
    if (blocks.size >= mostBlocks && oldest !== undefined) blocks.delete(oldest)
    blocks.set(nth, bytes)
    return bytes
  }
  const at = (index: number): string => {
    if (!(index >= 0 && index < count)) return ''
    const [from, to] = [index === 0 ? 0 : (ends[index - 1] ?? 0), ends[index] ?? 0]
    const nth = Math.floor(from / blockSize)
    const inside = from - nth * blockSize
    if (to - nth * blockSize <= blockSize) return block(nth).toString('utf8', inside, inside + to - from)
    const bytes = Buffer.alloc(to - from)
    readSync(file, bytes, 0, bytes.length, from)
    return bytes.toString('utf8')
  }
  return { at, close }
}

function grown(of: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(of.length * 2)
  more.set(of)
  return more
}
