/** How do several files become one archive that every system opens? Stored as they are, each with its checksum, streamed. (ZIP, APPNOTE 6.3) */
import { crc32 } from 'node:zlib'

export interface Entry {
  name: string
  bytes: Buffer
}

/** DOS has no day before 1980; moments inside an archive say nothing anyway. */
const day = 0x0021
const utf8Names = 0x0800

const head = (signature: number, fields: readonly [number, 2 | 4][]): Buffer => {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [, size]) => sum + size, 0))
  bytes.writeUInt32LE(signature, 0)
  let at = 4
  for (const [value, size] of fields) {
    if (size === 2) bytes.writeUInt16LE(value, at)
    else bytes.writeUInt32LE(value, at)
    at += size
  }
  return bytes
}

/** The archive in pieces. Each file is held in memory once, while it is written; at most 65,000 files and 4 GB. */
export async function* writeZip(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let at = 0
  for await (const { name, bytes } of entries) {
    const named = Buffer.from(name, 'utf8')
    const facts: [number, 2 | 4][] = [
      [20, 2],
      [utf8Names, 2],
      [0, 2],
      [0, 2],
      [day, 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [named.length, 2],
      [0, 2],
    ]
    const local = head(0x04034b50, facts)
    yield Buffer.concat([local, named, bytes])
    directory.push(head(0x02014b50, [[20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), named)
    at += local.length + named.length + bytes.length
  }
  const all = Buffer.concat(directory)
  const count = directory.length / 2
  yield Buffer.concat([
    all,
    head(0x06054b50, [
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [all.length, 4],
      [at, 4],
      [0, 2],
    ]),
  ])
}
