/** Where do bytes lie? In the data folder, under their SHA-256, written whole or not at all. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Kept {
  sha256: string
  byteCount: number
}
export interface FileStore {
  /** Keeps bytes; the same bytes are kept once. @throws RangeError past `most` bytes, with nothing left behind. */
  keep: (bytes: Readable | Buffer, most?: number) => Promise<Kept>
  open: (sha256: string, from?: number) => Readable
  pathOf: (sha256: string) => string
  drop: (sha256: string) => Promise<void>
  /** Adds a line to a list that lies beside the bytes and not in the database: it outlives a restored backup. */
  note: (list: 'erasures', line: string) => Promise<void>
  notes: (list: 'erasures') => Promise<string[]>
}

/** A store below a folder. Bytes are synced to disk before their name appears, so a kept file survives a power loss. */
export function fileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('A file is named by 64 hexadecimal digits')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    pathOf,
    open: (sha256, from = 0) => createReadStream(pathOf(sha256), { start: from }),
    drop: (sha256) => rm(pathOf(sha256), { force: true }),
    async note(list, line) {
      await mkdir(folder, { recursive: true })
      const path = join(folder, `${list}.jsonl`)
      await appendFile(path, `${line}\n`, { mode: 0o600 })
      await sync(path)
    },
    async notes(list) {
      const text = await readFile(join(folder, `${list}.jsonl`), 'utf8').catch(() => '')
      return text.split('\n').filter(Boolean)
    },
    async keep(bytes, most = Number.POSITIVE_INFINITY) {
      await mkdir(join(folder, 'arriving'), { recursive: true })
      const arriving = join(folder, 'arriving', randomUUID())
      const hash = createHash('sha256')
      let byteCount = 0
      try {
        const source = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes
        await pipeline(
          source,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              byteCount += chunk.length
              if (byteCount > most) throw new RangeError(`The file is larger than ${most} bytes`)
              hash.update(chunk)
              yield chunk
            }
          },
          createWriteStream(arriving, { flags: 'wx', mode: 0o600 }),
        )
        const sha256 = hash.digest('hex')
        const path = pathOf(sha256)
        if (!(await stat(path).catch(() => undefined))) {
          await sync(arriving)
          await mkdir(dirname(path), { recursive: true })
          await rename(arriving, path)
          await sync(dirname(path))
        }
        return { sha256, byteCount }
      } finally {
        await rm(arriving, { force: true })
      }
    },
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
