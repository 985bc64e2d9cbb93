/** Which mails, transcripts and tables does a file, folder, archive or upload hold? */
import { createWriteStream } from 'node:fs'
import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readMbox } from '../mail/read-mbox.ts'
import { openSheets } from './open-sheets.ts'
import { type OpenTable, openText } from './open-table.ts'
import { peekStream, readAll } from './peek-stream.ts'
import { openCalendar } from './read-calendar.ts'
import { openCards } from './read-cards.ts'
import { recogniseFile } from './recognise-file.ts'
import { type ClosedFile, comparePaths, isBehind, type SourceFile } from './source-file.ts'
import { diskFile, reasonOf, walkFolder } from './walk-folder.ts'
import { openZip, ZIP_LIMITS, type ZipLimits } from './walk-zip.ts'

export type SourceItem =
  /** One mail. `offset` is its first byte in the file at `path`, `position` counts from 1 there; `fromLine` is its mbox line. */
  | { kind: 'mail'; path: string; position: number; offset: number; raw: Buffer; fromLine: string | null }
  | { kind: 'transcript'; path: string; bytes: Buffer }
  /** Read it before asking for the next item: archives close behind it. */
  | { kind: 'table'; path: string; open: () => Promise<OpenTable> }
  | { kind: 'skipped'; path: string; position: number; offset: number; reason: string }

export type ResumePoint = { path: string; offset: number; position?: number }

export type SourceOptions = {
  /** Resume behind this item of an earlier run over the same bytes; with `position` a mailbox is not read again from its start. */
  after?: ResumePoint | null
  maxMailBytes?: number
  maxTranscriptBytes?: number
  zip?: ZipLimits
  /** The time zone of calendars that do not say theirs (IANA). */
  home?: string
  /** Which files are asked for; what it refuses is passed over unopened. Archives and workbooks are always looked into. */
  wants?: (path: string) => boolean
  /** Whether mail, mailboxes and transcripts are passed over as soon as they are recognised. */
  tablesOnly?: boolean
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
    home: options.home ?? 'UTC',
    wants: options.wants ?? (() => true),
    tablesOnly: options.tablesOnly ?? false,
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
    if (!reading.wants(file.path) && !/\.(?:zip|xl[st][xm])$/i.test(file.path)) continue
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
    if (reading.tablesOnly && ['mbox', 'mail', 'transcript', 'unread'].includes(found.kind)) return
    if (found.kind === 'mbox') {
      yield* readMailbox(file, rest, reading, progress)
      return
    }
    if (found.kind === 'workbook') {
      yield* readWorkbook(file, rest, reading, onDisk)
      return
    }
    if (reading.after?.path === path) return
    if (found.kind === 'unread') yield skipped(path, found.reason)
    else if (found.kind === 'table') yield { kind: 'table', path, open: () => openText(file, rest) }
    else if (found.kind === 'cards') yield { kind: 'table', path, open: () => openCards(file, rest) }
    else if (found.kind === 'calendar') yield { kind: 'table', path, open: () => openCalendar(file, reading.home, rest) }
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
  const { place, drop } = await onPlace(rest, onDisk)
  try {
    const { files, close } = await openZip(place, file.path, reading.zip)
    try {
      if (files.length === 0) yield skipped(file.path, 'The archive is empty.')
      yield* readEach(files, reading, depth + 1)
    } finally {
      close()
    }
  } finally {
    await drop()
  }
}

/** Each sheet is a table. Sheets come in the order of their paths, so that an import can go on where it stopped. */
async function* readWorkbook(
  file: SourceFile,
  rest: AsyncIterable<Buffer>,
  reading: Reading,
  onDisk: string | null,
): AsyncGenerator<SourceItem> {
  const { place, drop } = await onPlace(rest, onDisk)
  try {
    const { tables, close } = await openSheets(place, file.path)
    try {
      if (tables.length === 0) yield skipped(file.path, 'The workbook holds no sheet with rows.')
      for (const { path, open, reason } of tables.sort((a, b) => comparePaths(a.path, b.path))) {
        if (reading.after && comparePaths(path, reading.after.path) <= 0) continue
        if (!reading.wants(path)) continue
        yield open ? { kind: 'table', path, open } : skipped(path, reason)
      }
    } finally {
      close()
    }
  } finally {
    await drop()
  }
}

/** Where a file lies on disk: archives and workbooks are read from their end. One inside another is unpacked first. */
export async function onPlace(
  rest: AsyncIterable<Buffer>,
  onDisk: string | null,
): Promise<{ place: string; drop: () => Promise<void> }> {
  if (onDisk) return { place: onDisk, drop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'rapport-zip-'))
  const drop = () => rm(folder, { recursive: true, force: true })
  try {
    const place = join(folder, 'archive.zip')
    await pipeline(Readable.from(rest, { objectMode: false }), cutOff(MAX_INNER_ARCHIVE), createWriteStream(place))
    return { place, drop }
  } catch (error) {
    await drop()
    throw error
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
