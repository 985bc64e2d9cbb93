/** Which rows does a sheet hold, each cell as the text that a person sees in it? */
import type { SourceFile } from '../intake/source-file.ts'
import { plainText, readElements, textOfRuns } from './read-elements.ts'
import { type NumberLook, showNumber } from './show-cell.ts'

export interface ReadRow {
  /** The number beside the row in the workbook. */
  line: number
  cells: string[]
}
interface Known {
  looks: readonly NumberLook[]
  from1904: boolean
  stringAt: () => Promise<(index: number) => string>
}

/** What Excel itself can hold (XFD). */
const mostColumns = 16_384
const CELL = /<((?:[\w.-]+:)?c)(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g
const VALUE = /<((?:[\w.-]+:)?v)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/
const plain: NumberLook = { kind: 'number', currency: '' }

/** Rows in order, without those that hold nothing. Of a formula the value that was kept beside it is taken; faults (#N/A) are nothing. */
export async function* readSheet(file: SourceFile, known: Known, onBytes: (read: number) => void): AsyncGenerator<ReadRow> {
  const source = await file.open()
  async function* counted(): AsyncGenerator<Buffer> {
    let read = 0
    for await (const piece of source) {
      read += piece.length
      onBytes(read)
      yield piece
    }
  }
  const stringAt = await known.stringAt()
  let line = 0
  for await (const row of readElements(counted(), 'row')) {
    line = Number(/^<[^>]*?\sr="(\d+)"/.exec(row)?.[1] ?? line + 1)
    const cells: string[] = []
    let at = 0
    for (const [, , head = '', body = ''] of row.matchAll(CELL)) {
      at = columnOf(/\sr="([A-Z]+)\d*"/.exec(head)?.[1]) ?? at
      if (at < mostColumns) {
        const text = body ? textOfCell(head, body, known, stringAt) : ''
        while (text !== '' && cells.length < at) cells.push('')
        if (text !== '') cells[at] = text
      }
      at++
    }
    if (cells.length) yield { line, cells }
  }
}

function textOfCell(head: string, body: string, known: Known, stringAt: (index: number) => string): string {
  const type = /\st="(\w+)"/.exec(head)?.[1] ?? 'n'
  if (type === 'inlineStr') return textOfRuns(body)
  const value = VALUE.exec(body)?.[2] ?? ''
  if (value === '' || type === 'e') return ''
  if (type === 's') return stringAt(Number(value))
  if (type === 'str') return plainText(value)
  if (type === 'b') return value.trim() === '1' ? 'true' : 'false'
  if (type === 'd') return plainText(value).replace(/^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z?$/, '$1')
  return showNumber(Number(value), known.looks[Number(/\ss="(\d+)"/.exec(head)?.[1] ?? 0)] ?? plain, known.from1904)
}

/** 0 for A, 26 for AA. */
export function columnOf(letters: string | undefined): number | null {
  if (!letters) return null
  let at = 0
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64
  return at - 1
}
