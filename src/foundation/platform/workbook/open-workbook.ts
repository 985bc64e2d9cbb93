/** Which sheets does an Excel workbook hold, and how are they read row by row? (ECMA-376, transitional and strict) */

import type { SourceFile } from '../intake/source-file.ts'
import { openZip } from '../intake/walk-zip.ts'
import { type KeptStrings, keepStrings } from './keep-strings.ts'
import { type Merge, mergesOf } from './merge-cells.ts'
import { attributesOf, readElements, textOfRuns } from './read-elements.ts'
import { type ReadRow, readSheet } from './read-sheet.ts'
import { lookOfFormat, type NumberLook } from './show-cell.ts'

export interface Sheet {
  name: string
  isHidden: boolean
  /** What the rows take of the workbook's own size, in bytes. */
  byteCount: number
  merges: () => Promise<Merge[]>
  /** @param onBytes told how many bytes of the workbook were read so far */
  rows: (onBytes?: (read: number) => void) => AsyncGenerator<ReadRow>
}
export interface Workbook {
  sheets: Sheet[]
  close: () => void
}

/** Sheets are XML of many equal tags: a thousand to one happens in honest ones. */
const limits = { entries: 20_000, totalBytes: 64 * 1024 ** 3, entryRatio: 1100, freeBytes: 64 * 1024 ** 2 }

/** Opens the workbook at a place on disk. Close it when its sheets are read. @throws Error in plain words when it cannot be read */
export async function openWorkbook(place: string): Promise<Workbook> {
  const zip = await openZip(place, '', limits)
  const parts = new Map(zip.files.flatMap((f) => ('open' in f ? [[f.path.replace(/^\/+/, '').toLowerCase(), f] as const] : [])))
  const part = (path: string): SourceFile | undefined => parts.get(path.replace(/^\/+/, '').toLowerCase())
  let strings: Promise<KeptStrings> | null = null
  const close = () => {
    void strings?.then((kept) => kept.close()).catch(() => undefined)
    zip.close()
  }
  try {
    const root =
      (await targets(part('_rels/.rels'), '')).find((t) => t.type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml'
    const book = part(root)
    if (!book) throw new Error('The file holds no workbook.')
    const folder = root.replace(/[^/]*$/, '')
    const links = await targets(part(`${folder}_rels/${root.slice(folder.length)}.rels`), folder)
    const of = (type: string) => part(links.find((l) => l.type.endsWith(`/${type}`))?.path ?? '')
    const looks = await looksOf(of('styles'))
    const from1904 = (await all(book, 'workbookPr')).some((e) => /^(?:1|true)$/.test(attributesOf(e).date1904 ?? ''))
    const stringAt = async () => {
      strings ??= keepStrings(stringsOf(of('sharedStrings')))
      return (await strings).at
    }
    const sheets = (await all(book, 'sheet')).flatMap((element): Sheet[] => {
      const { name = '', state = 'visible', ...rest } = attributesOf(element)
      const id = Object.entries(rest).find(([key]) => /(?:^|:)id$/.test(key) && key !== 'sheetId')?.[1]
      const link = links.find((l) => l.id === id)
      const file = link?.type.endsWith('/worksheet') ? part(link.path) : undefined
      if (!file) return []
      const scale = file.size ? file.size.packed / Math.max(1, file.size.unpacked) : 0
      return [
        {
          name,
          isHidden: state !== 'visible',
          byteCount: file.size?.packed ?? 0,
          merges: () => mergesOf(file),
          rows: (onBytes) => readSheet(file, { looks, from1904, stringAt }, (read) => onBytes?.(Math.round(read * scale))),
        },
      ]
    })
    return { sheets, close }
  } catch (error) {
    close()
    throw error
  }
}

async function all(file: SourceFile, name: string): Promise<string[]> {
  const found: string[] = []
  for await (const element of readElements(await file.open(), name)) found.push(element)
  return found
}

async function targets(file: SourceFile | undefined, folder: string) {
  if (!file) return []
  return (await all(file, 'Relationship')).map((element) => {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributesOf(element)
    return { id, type, path: target.startsWith('/') ? target.slice(1) : resolved(`${folder}${target}`) }
  })
}

const resolved = (path: string): string => {
  const out: string[] = []
  for (const piece of path.split('/')) {
    if (piece === '..') out.pop()
    else if (piece !== '.') out.push(piece)
  }
  return out.join('/')
}

async function* stringsOf(file: SourceFile | undefined): AsyncGenerator<string> {
  if (file) for await (const element of readElements(await file.open(), 'si')) yield textOfRuns(element)
}

/** How numbers look, by the style of their cell. */
async function looksOf(file: SourceFile | undefined): Promise<NumberLook[]> {
  if (!file) return []
  const codes = new Map(
    (await all(file, 'numFmt')).map((e) => {
      const { numFmtId, formatCode } = attributesOf(e)
      return [Number(numFmtId), formatCode ?? ''] as const
    }),
  )
  const [styles = ''] = await all(file, 'cellXfs')
  return [...styles.matchAll(/<(?:[\w.-]+:)?xf(?=[\s/>])[^>]*>/g)].map(([xf]) => {
    const id = Number(attributesOf(xf).numFmtId ?? 0)
    return lookOfFormat(id, codes.get(id))
  })
}
