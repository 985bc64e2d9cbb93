/** How do stored files stay for as long as a backup reads them, though an undo may drop them meanwhile? By a second name on the same disk. */
import { createReadStream } from 'node:fs'
import { link, mkdir, opendir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { watchProcess } from '../postgres/watch-process.ts'

export type HeldFile = { readonly sha256: string; readonly byteCount: number; readonly read: () => AsyncIterable<Buffer> }
export type HeldFiles = {
  /** Takes hold of the files that are there now and were not yet held. */
  readonly holdNew: () => Promise<void>
  readonly all: () => AsyncGenerator<HeldFile>
  readonly letGo: () => Promise<void>
}

const heldForm = /^held-(\d+)$/

async function* namesIn(folder: string): AsyncGenerator<string> {
  const opened = await opendir(folder).catch(() => undefined)
  if (opened) for await (const { name } of opened) yield name
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = heldForm.exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !watchProcess(Number(pid))))
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Opens the hold on a file store's folder. Bytes never change under their name, so a second name is as good as a copy. */
export async function holdFiles(folder: string): Promise<HeldFiles> {
  await sweep(folder)
  const held = join(folder, `held-${process.pid}`)
  const prefixes = async () => (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()
  return {
    async holdNew() {
      for (const prefix of await prefixes()) {
        await mkdir(join(held, prefix), { recursive: true, mode: 0o700 })
        for await (const name of namesIn(join(folder, prefix)))
          await link(join(folder, prefix, name), join(held, prefix, name)).catch((error: NodeJS.ErrnoException) => {
            // Held already, or dropped just now by somebody whose undo is older than our snapshot.
            if (error.code !== 'EEXIST' && error.code !== 'ENOENT')
              throw new Error(
                `The folder ${folder} does not let one file have two names (${error.code}), which a backup of a running program needs.\n  Cure: put the data folder on a disk of this system (ext4, xfs, btrfs, apfs, zfs).`,
              )
          })
      }
    },
    async *all() {
      for (const prefix of (await readdir(held).catch(() => [])).sort())
        for await (const sha256 of namesIn(join(held, prefix))) {
          if (!/^[0-9a-f]{64}$/.test(sha256)) continue
          const path = join(held, prefix, sha256)
          const { size } = await stat(path)
          yield {
            sha256,
            byteCount: size,
            read: () => createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>,
          }
        }
    },
    letGo: () => rm(held, { recursive: true, force: true }),
  }
}
