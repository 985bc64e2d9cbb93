/** Which table files does an upload hold, without reading the rest of it? */
import { peekStream } from './peek-stream.ts'
import { recogniseFile } from './recognise-file.ts'
import { type SniffedTable, sniffTable } from './sniff-table.ts'
import type { SourceFile } from './source-file.ts'
import { diskFile } from './walk-folder.ts'
import { openZip } from './walk-zip.ts'

const HEAD = 256 * 1024

export interface FoundTable {
  path: string
  table: SniffedTable
}

/** The tables of a file, or of an archive's first level: their columns and first rows. What cannot be opened holds none. */
export async function* findTables(place: string, name: string): AsyncGenerator<FoundTable> {
  const found = await look(diskFile(place, name))
  if (found === 'zip') yield* tablesOfZip(place, name)
  else if (found) yield found
}

async function* tablesOfZip(place: string, name: string): AsyncGenerator<FoundTable> {
  const zip = await openZip(place, name).catch(() => null)
  if (!zip) return
  try {
    for (const file of zip.files) {
      const found = 'open' in file ? await look(file).catch(() => null) : null
      if (found && found !== 'zip') yield found
    }
  } finally {
    zip.close()
  }
}

async function look(file: SourceFile): Promise<FoundTable | 'zip' | null> {
  const { head, close } = await peekStream(await file.open(), HEAD)
  try {
    const { kind } = recogniseFile(file.path, head.subarray(0, 64 * 1024))
    if (kind === 'zip') return 'zip'
    return kind === 'table' ? { path: file.path, table: sniffTable(head, head.length < HEAD) } : null
  } finally {
    await close()
  }
}
