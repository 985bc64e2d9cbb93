/** Which cells of a sheet are merged, and how is a heading read that is written over several cells? */
import type { SourceFile } from '../intake/source-file.ts'
import { attributesOf, readElements } from './read-elements.ts'
import { columnOf, type ReadRow } from './read-sheet.ts'

/** Rows and columns of a merged block; rows as numbered in the workbook, columns from 0, both ends inside. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** Merged cells are said behind the rows. A sheet larger than this was written by a program, and programs do not merge. */
const mostBytes = 24 * 1024 * 1024

export async function mergesOf(file: SourceFile): Promise<Merge[]> {
  if (!file.size || file.size.unpacked > mostBytes) return []
  const found: Merge[] = []
  for await (const element of readElements(await file.open(), 'mergeCell')) {
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributesOf(element).ref ?? '') ?? []
    const [from, to] = [columnOf(left), columnOf(right)]
    if (from !== null && to !== null) found.push({ top: Number(top), bottom: Number(bottom), left: from, right: to })
  }
  return found
}

export interface SheetHead {
  headers: string[]
  /** The last line of the heading. */
  line: number
}

/**
 * The heading that begins at a row: a title merged over several columns stands before each of them ("Address" over "Street" and "City"),
 * one merged downwards counts once.
 */
export function joinHead(rows: readonly ReadRow[], first: ReadRow, merges: readonly Merge[], width: number): SheetHead {
  const inHead = merges.filter((m) => m.top === first.line)
  const deep = Math.max(first.line, ...inHead.map((m) => m.bottom))
  const bottom = deep === first.line && inHead.some((m) => m.right > m.left) ? first.line + 1 : deep
  const lines = rows.filter((r) => r.line >= first.line && r.line <= bottom)
  const at = (line: ReadRow, column: number): string => {
    const own = line.cells[column]?.trim() ?? ''
    if (own) return own
    const over = merges.find((m) => line.line >= m.top && line.line <= m.bottom && column >= m.left && column <= m.right)
    const from = over && rows.find((r) => r.line === over.top)
    return over && from ? (from.cells[over.left]?.trim() ?? '') : ''
  }
  const headers = Array.from({ length: width }, (_, column) =>
    [...new Set(lines.map((line) => at(line, column)))].filter(Boolean).join(' '),
  )
  return { headers, line: bottom }
}
