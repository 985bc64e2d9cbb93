/** Which files lie in a folder, in an order that never changes? */
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClosedFile, SourceFile } from './source-file.ts'

/** A file on disk as a source file. */
export function diskFile(file: string, path: string): SourceFile {
  return { path, reopens: true, open: async (from = 0) => createReadStream(file, { start: from, highWaterMark: 256 * 1024 }) }
}

/** Every entry below a folder, sorted; links and special files are named and not followed, unreadable folders are reported. */
export async function* walkFolder(folder: string, prefix = ''): AsyncGenerator<SourceFile | ClosedFile> {
  let entries: Awaited<ReturnType<typeof readEntries>>
  try {
    entries = await readEntries(folder)
  } catch (error) {
    yield { path: prefix || '.', closed: `The folder cannot be read: ${reasonOf(error)}` }
    return
  }
  for (const entry of entries) {
    const path = prefix ? `${prefix}/${entry.name}` : entry.name
    const file = join(folder, entry.name)
    if (entry.isDirectory()) yield* walkFolder(file, path)
    else if (entry.isFile()) yield diskFile(file, path)
    else
      yield {
        path,
        closed: entry.isSymbolicLink()
          ? 'A link to another place; links are not followed.'
          : 'Not a file (a device, pipe or socket).',
      }
  }
}

async function readEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The sentence an error carries. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
