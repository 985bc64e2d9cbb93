/** Which files lie in a zip archive, without being led outside of it or flooded by it? */
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { skipBytes } from './peek-stream.ts'
import { type ClosedFile, comparePaths, type SourceFile } from './source-file.ts'
import { reasonOf } from './walk-folder.ts'

/** How much one archive may hold. Ratios are unpacked to packed bytes; deflate reaches 1,032 at most, real mail 2 to 20. */
export type ZipLimits = { entries: number; totalBytes: number; entryRatio: number; freeBytes: number }
export const ZIP_LIMITS: ZipLimits = { entries: 200_000, totalBytes: 50 * 1024 ** 3, entryRatio: 250, freeBytes: 16 * 1024 ** 2 }

/**
 * Every file of an archive, sorted by path. Entries with a dangerous name, an impossible ratio, a password or an unknown packing are
 * answered as closed, with the reason. yauzl checks while reading that an entry is not longer than it says. Throws when the archive's
 * directory cannot be read. `close` the result when done.
 */
export async function openZip(
  file: string,
  prefix: string,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<{ files: (SourceFile | ClosedFile)[]; close: () => void }> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true })
  const files: (SourceFile | ClosedFile)[] = []
  let total = 0
  let count = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      count++
      if (count > limits.entries) {
        files.push({ path: `${prefix}/~`, closed: `The archive holds more than ${limits.entries} files; the rest was left out.` })
        break
      }
      const path = `${prefix}/${safeName(name) ?? `entry ${count}`}`
      const refusal = refuse(entry, name, limits)
      if (refusal) {
        files.push({ path, closed: refusal })
        continue
      }
      total += entry.uncompressedSize
      files.push(
        total > limits.totalBytes
          ? {
              path,
              closed: `The archive unpacks to more than ${Math.round(limits.totalBytes / 1024 ** 2)} MB; this file was left out.`,
            }
          : zipFile(zip, entry, path),
      )
    }
  } catch (error) {
    if (files.length === 0) {
      zip.close()
      throw error
    }
    files.push({ path: `${prefix}/~`, closed: `The archive's directory breaks off: ${reasonOf(error)}` })
  }
  return { files: numberRepeats(files.sort((a, b) => comparePaths(a.path, b.path))), close: () => zip.close() }
}

function zipFile(zip: ZipFile, entry: Entry, path: string): SourceFile {
  return {
    path,
    reopens: true,
    size: { packed: entry.compressedSize, unpacked: entry.uncompressedSize },
    open: async (from = 0) => {
      const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
      return from > 0 ? skipBytes(stream, from) : stream
    },
  }
}

function nameOf(entry: Entry): string {
  const raw = Buffer.isBuffer(entry.fileName) ? entry.fileName : entry.fileNameRaw
  const text = entry.generalPurposeBitFlag & 0x800 || isUtf8(raw) ? raw.toString('utf8') : iconv.decode(raw, 'cp437')
  return text.replaceAll('\\', '/').replaceAll('\0', '\uFFFD')
}

function safeName(name: string): string | null {
  const pieces = name.split('/').filter((piece) => piece !== '' && piece !== '.')
  return pieces.length === 0 ? null : pieces.map((piece) => (piece === '..' ? '(up)' : piece)).join('/')
}

function refuse(entry: Entry, name: string, limits: ZipLimits): string | null {
  if (/^\/|^[a-zA-Z]:|(^|\/)\.\.(\/|$)/.test(name)) return 'Its name points outside the archive.'
  if (entry.isEncrypted()) return 'The file is locked with a password.'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return 'The file is packed in a way that is not read; use ordinary zip.'
  if (entry.uncompressedSize > limits.freeBytes && entry.uncompressedSize > entry.compressedSize * limits.entryRatio) {
    return `The file would unpack to ${Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize))} times its size, which real files do not.`
  }
  return null
}

/** An archive may hold one name twice; each keeps a path of its own. */
function numberRepeats(files: (SourceFile | ClosedFile)[]): (SourceFile | ClosedFile)[] {
  const seen = new Map<string, number>()
  return files.map((file) => {
    const times = (seen.get(file.path) ?? 0) + 1
    seen.set(file.path, times)
    return times === 1 ? file : { ...file, path: `${file.path} (${times})` }
  })
}
