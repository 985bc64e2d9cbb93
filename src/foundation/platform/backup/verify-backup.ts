/** Is a backup file whole and unchanged? Every byte is read: sizes, SHA-256 of each part, and the rows of each table counted and weighed. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { About, fileOfPart, Manifest, type Part, partNames, tableOfPart } from './manifest.ts'
import { type ArchivePart, bytesOf, damaged, readArchive } from './read-archive.ts'
import { openScale, type Scale } from './weigh-rows.ts'

const unpack = promisify(gunzip)

/** The rows in a part, as COPY writes them. */
export const rowsOf = async (part: ArchivePart): Promise<Buffer> => unpack(await bytesOf(part, 2_000_000_000))

const newline = 10

/** Calls for each row, its line end included. Inside a value COPY never writes one. */
export function eachRow(rows: Buffer, row: (bytes: Buffer) => void): number {
  let count = 0
  for (let at = 0; at < rows.length; count += 1) {
    const end = rows.indexOf(newline, at) + 1 || rows.length
    row(rows.subarray(at, end))
    at = end
  }
  return count
}

type Seen = {
  readonly parts: Part[]
  readonly tables: Map<string, { rowCount: number; scale: Scale }>
  readonly files: Part[]
  fileCount: number
  fileBytes: number
  manifest?: Buffer
  seal?: string
}

async function weigh(part: ArchivePart, seen: Seen): Promise<void> {
  const { name, byteCount } = part
  const hash = createHash('sha256')
  const pieces: Buffer[] = []
  const isFile = fileOfPart(name)
  for await (const piece of part.bytes) {
    hash.update(piece)
    if (!isFile) pieces.push(piece)
  }
  const line = { name, byteCount, sha256: hash.digest('hex') }
  if (isFile) {
    seen.fileCount += 1
    seen.fileBytes += byteCount
    if (line.sha256 !== isFile) seen.files.push(line)
    return
  }
  const bytes = Buffer.concat(pieces)
  if (name === partNames.manifest) seen.manifest = bytes
  else if (name === partNames.seal) seen.seal = bytes.toString('latin1').trim()
  else seen.parts.push(line)
  const table = tableOfPart(name)
  if (!table) return
  const of = seen.tables.get(table) ?? { rowCount: 0, scale: openScale() }
  seen.tables.set(table, of)
  of.rowCount += eachRow(await unpack(bytes), of.scale.add)
}

/**
 * Checks a backup and answers what it says about itself.
 * @throws Error that says what is wrong with it
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const seen: Seen = { parts: [], tables: new Map(), files: [], fileCount: 0, fileBytes: 0 }
  for await (const part of readArchive(file))
    await weigh(part, seen).catch((error: Error) => Promise.reject(nameFault(file, part.name, error)))
  if (!seen.manifest || createHash('sha256').update(seen.manifest).digest('hex') !== seen.seal)
    throw damaged(file, 'the list of what must be in it was changed, or is missing')
  const said = Manifest.safeParse(JSON.parse(seen.manifest.toString('utf8')))
  if (!said.success)
    throw new Error(
      `${file} is whole, but of a form that this Rapport does not know.\n  Cure: restore it with the version of Rapport that made it, or a newer one.`,
    )
  const manifest = said.data
  const asWritten = JSON.stringify(manifest.parts) === JSON.stringify(seen.parts)
  if (!asWritten) throw damaged(file, `${differingPart(manifest.parts, seen.parts)} was changed or is missing`)
  const { fileCount, byteCount, damaged: before } = manifest.files
  if (JSON.stringify(before) !== JSON.stringify(seen.files) || fileCount !== seen.fileCount || byteCount !== seen.fileBytes)
    throw damaged(file, 'a stored file in it was changed or is missing')
  for (const { name, rowCount, sum } of manifest.tables) {
    const found = seen.tables.get(name)
    if ((found?.rowCount ?? 0) !== rowCount || (found?.scale.sum() ?? openScale().sum()) !== sum)
      throw damaged(file, `the rows of ${name} are not those that were saved`)
  }
  return manifest
}

const nameFault = (file: string, part: string, error: Error): Error =>
  error.message.includes('Cure:') ? error : damaged(file, `${part} was changed`)

const differingPart = (listed: readonly Part[], found: readonly Part[]): string =>
  listed.find((part, i) => part.sha256 !== found[i]?.sha256)?.name ?? 'a part'

/** What a backup says of itself at its beginning, without reading the rest. @throws Error when it is no backup */
export async function readAboutOf(file: string): Promise<About> {
  for await (const part of readArchive(file)) {
    const said = part.name === partNames.about ? About.safeParse(JSON.parse((await bytesOf(part)).toString('utf8'))) : undefined
    if (said?.success) return said.data
    break
  }
  throw damaged(file, 'it is another kind of file')
}
