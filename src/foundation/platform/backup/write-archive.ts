/** How does a backup come to be one file, whole or not at all? Part by part under another name; the right name comes last. */
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { watchProcess } from '../postgres/watch-process.ts'
import type { Part } from './manifest.ts'
import { endBytes, paddingOf, writeTarHeader } from './tar-header.ts'

/** A file that is being written. */
export type Archive = {
  /** Bytes written so far. */
  readonly size: () => number
  readonly add: (name: string, bytes: Buffer) => Promise<Part>
  /** Adds bytes whose number is known before. @throws Error when there are more or fewer */
  readonly addStream: (name: string, byteCount: number, bytes: AsyncIterable<Buffer>) => Promise<Part>
  /** Syncs to the disk and gives the file its name. */
  readonly finish: () => Promise<void>
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>
}

const draftForm = /\.partial-(\d+)$/

/** Removes what programs left behind that were killed while they wrote a backup into this folder. */
async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = draftForm.exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !watchProcess(Number(pid))))
      await rm(join(folder, name), { force: true, recursive: true })
  }
}

/** Begins a file. Only its user may read it: it holds everything. */
export async function writeArchive(file: string): Promise<Archive> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweepDrafts(folder)
  const draft = join(folder, `${basename(file)}.partial-${process.pid}`)
  const handle = await open(draft, 'wx', 0o600)
  let size = 0
  const write = async (bytes: Buffer) => {
    for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten
    size += bytes.length
  }
  const put = async (name: string, byteCount: number, bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Part> => {
    const hash = createHash('sha256')
    let seen = 0
    await write(writeTarHeader({ name, byteCount }))
    for await (const chunk of bytes) {
      seen += chunk.length
      hash.update(chunk)
      await write(chunk)
    }
    if (seen !== byteCount) throw new Error(`${name} has ${seen} bytes now, and had ${byteCount} a moment before.`)
    await write(Buffer.alloc(paddingOf(byteCount)))
    return { name, byteCount, sha256: hash.digest('hex') }
  }
  return {
    size: () => size,
    add: (name, bytes) => put(name, bytes.length, [bytes]),
    addStream: put,
    finish: async () => {
      await write(Buffer.alloc(endBytes))
      await handle.sync()
      await handle.close()
      await rename(draft, file)
      await syncFolder(folder)
    },
    abandon: async () => {
      await closed(handle)
      await rm(draft, { force: true })
    },
  }
}

const closed = (handle: FileHandle): Promise<void> => handle.close().catch(() => undefined)

/** A new name in a folder survives a power loss only when the folder is synced too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
