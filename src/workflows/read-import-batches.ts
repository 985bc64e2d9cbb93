/** What does an import hold, in batches small enough for one transaction, from wherever it stopped? */
import type { Row } from '#foundation/contract/record.ts'
import type { FileStore } from '#foundation/platform/file-store.ts'
import { openSource, type ResumePoint, type SourceItem } from '#foundation/platform/intake/open-source.ts'
import type { Import, ImportSource } from '#workspace/imports/contract.ts'
import { orderSources } from '#workspace/imports/rules/order-sources.ts'
import { arriveMail, arriveTranscript } from './arrive-items.ts'
import type { Pending } from './pending-item.ts'
import { type Progress, type ReadingTables, readTableRows } from './read-table-rows.ts'

/** Everything up to here is stored. `rows`: of the table at `table`, which is not read to its end. `batch` counts. */
export interface Cursor {
  batch: number
  source: number
  after: ResumePoint | null
  table: string | null
  rows: number
}
export interface Batch {
  items: Pending[]
  cursor: Cursor
  bytesDone: number
}

const mostMessages = 200
const mostBytes = 4 * 1024 * 1024
const mostRows = 500

export const readCursorOf = (row: Row<typeof Import>): Cursor => {
  const r = row.resumeAfter
  if (!r) return { batch: 0, source: 0, after: null, table: null, rows: 0 }
  const after = r.after as ResumePoint | null
  return {
    batch: Number(r.batch),
    source: Number(r.source),
    after,
    table: r.table === null ? null : String(r.table),
    rows: Number(r.rows),
  }
}

/** How an import is read: in which currency and time zone, whose ids its owners are, and whether mail and calls are passed over. */
export interface Reading extends ReadingTables {
  tablesOnly?: boolean
}

/** Reads on behind the import's cursor. Messages are parsed here, so that parsing goes on while the former batch is being stored. */
export async function* readImportBatches(
  row: Row<typeof Import>,
  given: readonly Row<typeof ImportSource>[],
  files: FileStore,
  reading: Reading,
): AsyncGenerator<Batch> {
  const readings = orderSources(given, row.mapping ?? {})
  const sizes = readings.map(({ source }) => source.byteCount / readings.filter((r) => r.source === source).length)
  const start = readCursorOf(row)
  const at: Cursor = { ...start }
  const progress: Progress = { readBytes: 0 }
  const sizeBefore = (index: number) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0)
  const holding = { items: [] as Pending[], group: '', weight: 0 }
  const cut = (): Batch => {
    at.batch++
    const inSource = Math.min(Math.max(at.after?.offset ?? 0, at.table ? progress.readBytes : 0), sizes[at.source] ?? 0)
    const batch = { items: holding.items, cursor: { ...at }, bytesDone: Math.round(sizeBefore(at.source) + inSource) }
    Object.assign(holding, { items: [], group: '', weight: 0 })
    return batch
  }
  for (let index = start.source; index < readings.length; index++) {
    const next = readings[index]
    if (!next) break
    const { source, wants } = next
    const resumed = index === start.source
    const options = {
      after: resumed ? start.after : null,
      wants,
      home: reading.timeZone,
      tablesOnly: reading.tablesOnly ?? false,
    }
    for await (const item of openSource(files.pathOf(source.sha256), source.path, options)) {
      if (item.kind === 'table') {
        const done = resumed && start.table === item.path ? start.rows : 0
        let count = 0
        for await (const pending of readTableRows(item, row.mapping?.[item.path] ?? null, reading, progress)) {
          count++
          if (count <= done) continue
          const group = pending.kind === 'row' ? `${pending.record} ${pending.path}` : 'other'
          if (holding.items.length && (holding.group !== group || holding.items.length >= mostRows)) yield cut()
          holding.group = group
          holding.items.push(pending)
          Object.assign(at, { source: index, table: item.path, rows: count })
        }
        if (holding.items.length) yield cut()
        Object.assign(at, { source: index, after: { path: item.path, offset: 0 }, table: null, rows: 0 })
        continue
      }
      if (
        holding.items.length &&
        (holding.group !== 'message' || holding.items.length >= mostMessages || holding.weight >= mostBytes)
      )
        yield cut()
      holding.group = 'message'
      holding.items.push(await pendingOf(item, row.id))
      holding.weight += 'raw' in item ? item.raw.length : 'bytes' in item ? item.bytes.length : 0
      const position = 'position' in item ? { position: item.position } : {}
      Object.assign(at, {
        source: index,
        after: { path: item.path, offset: 'offset' in item ? item.offset : 0, ...position },
        table: null,
        rows: 0,
      })
      // Parsing must not keep requests waiting.
      await new Promise((turn) => setImmediate(turn))
    }
    Object.assign(at, { source: index + 1, after: null, table: null, rows: 0 })
  }
  if (holding.items.length) yield cut()
}

async function pendingOf(item: Exclude<SourceItem, { kind: 'table' }>, importId: string): Promise<Pending> {
  const { path } = item
  if (item.kind === 'skipped') {
    const label = item.position > 1 ? `Message ${item.position}` : path
    return { kind: 'skipped', path, label, reason: item.reason, cells: null }
  }
  const read = item.kind === 'mail' ? await arriveMail(item, importId) : arriveTranscript(item, importId)
  return 'reason' in read ? { kind: 'skipped', path, ...read, cells: null } : { kind: 'message', path, ...read }
}
