/** Which mails, transcripts and tables does a file, folder, archive or upload hold? */
import { createWriteStream } from 'node:fs'
import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readMbox } from '../mail/read-mbox.ts'
import { peekStream, readAll, readLater } from './peek-stream.ts'
import { recogniseFile } from './recognise-file.ts'
import { type ClosedFile, isBehind, type SourceFile } from './source-file.ts'
import { diskFile, reasonOf, walkFolder } from './walk-folder.ts'
import { openZip, ZIP_LIMITS, type ZipLimits } from './walk-zip.ts'

export type SourceItem =
  /** One mail. `offset` is its first byte in the file at `path`, `position` counts from 1 there; `fromLine` is its mbox line. */
  | { kind: 'mail'; path: string; position: number; offset: number; raw: Buffer; fromLine: string | null }
  | { kind: 'transcript'; path: string; bytes: Buffer }
  /** Read `open()` before asking for the next item: archives close behind it. */
  | { kind: 'table'; path: string; open: () => Readable }
  | { kind: 'skipped'; path: string; position: number; offset: number; reason: string }

export type ResumePoint = { path: string; offset: number; position?: number }

export type SourceOptions = {
  /** Resume behind this item of an earlier run over the same bytes; with `position` a mailbox is not read again from its start. */
  after?: ResumePoint | null
  maxMailBytes?: number
  maxTranscriptBytes?: number
  zip?: ZipLimits
}

const MB = 1024 * 1024
const HEAD = 64 * 1024
/** Archives inside archives inside archives are how bombs are built; people need two levels. */
const MAX_ARCHIVE_DEPTH = 3
const MAX_INNER_ARCHIVE = 4096 * MB

type Reading = Required<Omit<SourceOptions, 'after'>> & { after: ResumePoint | null }

/**
 * Reads everything that an import can be given. Every file yields at least one item: what cannot be read is `skipped` with a reason in
 * plain words. The order is fixed by path, so the same source can be resumed with `after`. `name` is what the person called it, and
 * decides together with the content what a file is; paths of items begin with it, except in a folder, where they are relative to it.
 * Memory stays at about twice the largest mail. Throws only when the source itself does not exist.
 */
export async function* openSource(
  source: string | Readable,
  name?: string,
  options: SourceOptions = {},
): AsyncGenerator<SourceItem> {
  const reading: Reading = {
    maxMailBytes: options.maxMailBytes ?? 64 * MB,
    maxTranscriptBytes: options.maxTranscriptBytes ?? 10 * MB,
    zip: options.zip ?? ZIP_LIMITS,
    after: options.after ?? null,
  }
  if (typeof source !== 'string') {
    yield* readFileItems({ path: name ?? 'upload', open: once(source), reopens: false }, reading, 0)
    return
  }
  const about = await lstat(source)
  if (about.isDirectory()) yield* readEach(walkFolder(source), reading, 0)
  else if (about.isFile()) yield* readFileItems(diskFile(source, name ?? basename(source)), reading, 0, source)
  else
    yield skipped(
      name ?? basename(source),
      about.isSymbolicLink() ? 'A link to another place; links are not followed.' : 'Not a file or folder.',
    )
}

function once(stream: Readable): SourceFile['open'] {
  let used = false
  return async () => {
    if (used) throw new Error('An upload can be read only once')
    used = true
    return stream
  }
}

function skipped(path: string, reason: string, position = 1, offset = 0): SourceItem {
  return { kind: 'skipped', path, position, offset, reason }
}

async function* readEach(
  files: AsyncIterable<SourceFile | ClosedFile> | Iterable<SourceFile | ClosedFile>,
  reading: Reading,
  depth: number,
): AsyncGenerator<SourceItem> {
  for await (const file of files) {
    if (isBehind(file.path, reading.after?.path)) continue
    if ('open' in file) yield* readFileItems(file, reading, depth)
    else if (reading.after?.path !== file.path) yield skipped(file.path, file.closed)
  }
}

/** Everything one file holds. A failure while reading ends this file with a skipped item and leaves the others untouched. */
async function* readFileItems(
  file: SourceFile,
  reading: Reading,
  depth: number,
  onDisk: string | null = null,
): AsyncGenerator<SourceItem> {
  const progress = { position: 1, offset: 0 }
  try {
    yield* readOne(file, reading, depth, onDisk, progress)
  } catch (error) {
    yield skipped(file.path, `Reading stopped here: ${reasonOf(error)}`, progress.position, progress.offset)
  }
}

async function* readOne(
  file: SourceFile,
  reading: Reading,
  depth: number,
  onDisk: string | null,
  progress: { position: number; offset: number },
): AsyncGenerator<SourceItem> {
  const { path } = file
  const { head, rest, close } = await peekStream(await file.open(), HEAD)
  try {
    const found = recogniseFile(path, head)
    if (found.kind === 'zip') {
      yield* readZip(file, rest, reading, depth, onDisk)
      return
    }
    if (found.kind === 'mbox') {
      yield* readMailbox(file, rest, reading, progress)
      return
    }
    if (reading.after?.path === path) return
    if (found.kind === 'unread') yield skipped(path, found.reason)
    else if (found.kind === 'table') yield { kind: 'table', path, open: opener(file, rest) }
    else {
      const limit = found.kind === 'mail' ? reading.maxMailBytes : reading.maxTranscriptBytes
      const bytes = await readAll(rest, limit)
      if (!bytes)
        yield skipped(path, `The file is larger than ${Math.round(limit / MB)} MB, which is more than one ${found.kind} has.`)
      else if (found.kind === 'transcript') yield { kind: 'transcript', path, bytes }
      else yield { kind: 'mail', path, position: 1, offset: 0, raw: unwrapEmlx(path, bytes), fromLine: null }
    }
  } finally {
    await close()
  }
}

/** The first opening reads on from what was looked at; later ones open the file again. */
function opener(file: SourceFile, rest: AsyncIterable<Buffer>): () => Readable {
  let first = true
  return () => {
    const isFirst = first
    first = false
    return isFirst ? Readable.from(rest, { objectMode: false }) : readLater(() => file.open())
  }
}

async function* readMailbox(
  file: SourceFile,
  rest: AsyncIterable<Buffer>,
  reading: Reading,
  progress: { position: number; offset: number },
): AsyncGenerator<SourceItem> {
  const { path } = file
  const after = reading.after?.path === path ? reading.after : null
  const seek = after?.position !== undefined && file.reopens
  const from = seek && after ? { startOffset: after.offset, startPosition: after.position } : {}
  let count = 0
  for await (const message of readMbox(seek && after ? await file.open(after.offset) : rest, {
    maxBytes: reading.maxMailBytes,
    ...from,
  })) {
    count++
    progress.position = message.position
    progress.offset = message.offset
    if (after && message.offset <= after.offset) continue
    if ('raw' in message) yield { kind: 'mail', path, ...message }
    else
      yield skipped(
        path,
        `The message is ${Math.ceil(message.tooLarge / MB)} MB; the limit is ${Math.round(reading.maxMailBytes / MB)} MB.`,
        message.position,
        message.offset,
      )
  }
  if (count === 0) yield skipped(path, 'The mailbox holds no message.')
}

async function* readZip(
  file: SourceFile,
  rest: AsyncIterable<Buffer>,
  reading: Reading,
  depth: number,
  onDisk: string | null,
): AsyncGenerator<SourceItem> {
  if (depth >= MAX_ARCHIVE_DEPTH) {
    yield skipped(file.path, `Archives inside archives are read ${MAX_ARCHIVE_DEPTH} levels deep.`)
    return
  }
  const folder = onDisk ? null : await mkdtemp(join(tmpdir(), 'rapport-zip-'))
  try {
    const place = onDisk ?? join(folder ?? '', 'archive.zip')
    if (!onDisk) await pipeline(Readable.from(rest, { objectMode: false }), cutOff(MAX_INNER_ARCHIVE), createWriteStream(place))
    const { files, close } = await openZip(place, file.path, reading.zip)
    try {
      if (files.length === 0) yield skipped(file.path, 'The archive is empty.')
      yield* readEach(files, reading, depth + 1)
    } finally {
      close()
    }
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

function cutOff(most: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > most) done(new Error(`The archive is larger than ${most / MB} MB.`))
      else done(null, chunk)
    },
  })
}

/** Apple Mail puts the length of the message in the first line and a property list behind it. */
function unwrapEmlx(path: string, bytes: Buffer): Buffer {
  if (!path.toLowerCase().endsWith('.emlx')) return bytes
  const stated = /^\s*(\d+)\s*\n/.exec(bytes.toString('latin1', 0, 40))
  return stated ? bytes.subarray(stated[0].length, stated[0].length + Number(stated[1])) : bytes
}
