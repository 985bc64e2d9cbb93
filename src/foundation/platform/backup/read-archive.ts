/** What is in a backup file, part after part? Every byte is looked at; where one is not as written, the reading stops. */
import { createReadStream, existsSync } from 'node:fs'
import { blockBytes, endBytes, paddingOf, readTarHeader } from './tar-header.ts'

/** One part. Its bytes are read once, in order; what the reader leaves is skipped. */
export type ArchivePart = { readonly name: string; readonly byteCount: number; readonly bytes: AsyncIterable<Buffer> }

/** Says that a file is not a whole, unchanged backup, and what to do now. */
export const damaged = (file: string, what: string): Error =>
  new Error(
    `${file} is not a whole backup: ${what}.\n  Cure: use another backup. "rapport backup list" shows those in the data folder.`,
  )

/** Reads ahead in a stream by numbers of bytes. */
function openReader(file: string) {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const source = createReadStream(file, { highWaterMark: 1 << 20 })[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let rest: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const next = await source.next()
    if (next.done) return false
    rest = next.value
    return true
  }
  const some = async (most: number): Promise<Buffer> => {
    if (rest.length === 0 && !(await more())) throw damaged(file, 'it ends in the middle')
    const taken = rest.subarray(0, most)
    rest = rest.subarray(taken.length)
    return taken
  }
  const exactly = async (count: number): Promise<Buffer> => {
    const pieces: Buffer[] = []
    for (let left = count; left > 0; ) {
      const piece = await some(left)
      pieces.push(piece)
      left -= piece.length
    }
    return Buffer.concat(pieces)
  }
  const isOver = async (): Promise<boolean> => rest.length === 0 && !(await more())
  return { some, exactly, isOver, close: async () => void (await source.return?.()) }
}

/**
 * The parts of a backup file.
 * @throws Error that says where the file is broken
 */
export async function* readArchive(file: string): AsyncGenerator<ArchivePart> {
  const reader = openReader(file)
  const zeros = async (count: number) => {
    if ((await reader.exactly(count)).some((byte) => byte !== 0)) throw damaged(file, 'bytes between its parts were changed')
  }
  try {
    for (;;) {
      const block = await reader.exactly(blockBytes)
      const header = headerIn(file, block)
      if (!header) break
      let left = header.byteCount
      const bytes = (async function* () {
        while (left > 0) {
          const piece = await reader.some(left)
          left -= piece.length
          yield piece
        }
      })()
      yield { ...header, bytes }
      while (left > 0) left -= (await reader.some(left)).length
      await zeros(paddingOf(header.byteCount))
    }
    await zeros(endBytes - blockBytes)
    if (!(await reader.isOver())) throw damaged(file, 'something follows its end')
  } finally {
    await reader.close()
  }
}

function headerIn(file: string, block: Buffer) {
  try {
    return readTarHeader(block)
  } catch {
    throw damaged(file, 'the beginning of a part was changed, or it is another kind of file')
  }
}

/** All bytes of a part that is known to be small enough. @throws Error when it is not */
export async function bytesOf({ name, byteCount, bytes }: ArchivePart, most = 64_000_000): Promise<Buffer> {
  if (byteCount > most) throw new Error(`${name} has ${byteCount} bytes; at most ${most} were expected.`)
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}
