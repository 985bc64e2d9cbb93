/** Which tables does an upload hold, without reading the rest of it? */
import { openSource } from './open-source.ts'

export interface FoundTable {
  path: string
  headers: string[]
  sampleRows: string[][]
}

/** The tables of a file, of a workbook's sheets, or of an archive: their columns and first rows. What cannot be opened holds none. */
export async function* findTables(place: string, name: string, home: string): AsyncGenerator<FoundTable> {
  for await (const item of openSource(place, name, { home, tablesOnly: true })) {
    if (item.kind !== 'table') continue
    const table = await item.open().catch(() => null)
    if (!table) continue
    await table.close()
    yield { path: item.path, headers: table.headers, sampleRows: table.sampleRows }
  }
}
