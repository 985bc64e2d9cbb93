/** What does an import hold, in batches small enough for one transaction, from wherever it stopped? */
import type { Arrived } from '#conversation/messages/actions.ts'
import type { Row } from '#foundation/contract/record.ts'
import type { FileStore } from '#foundation/platform/file-store.ts'
import { openSource, type ResumePoint, type SourceItem } from '#foundation/platform/intake/open-source.ts'
import { peekStream } from '#foundation/platform/intake/peek-stream.ts'
import { readTable } from '#foundation/platform/intake/read-table.ts'
import { sniffTable } from '#foundation/platform/intake/sniff-table.ts'
import type { Import, ImportSource } from '#workspace/imports/contract.ts'
import { guessMapping } from '#workspace/imports/rules/guess-mapping.ts'
import type { TableRecord } from '#workspace/imports/rules/header-synonyms.ts'
import { orderSources } from '#workspace/imports/rules/order-sources.ts'
import { type Given, readColumns, readRow } from '#workspace/imports/rules/read-row.ts'
import { targets } from '#workspace/imports/rules/target-fields.ts'
import { arriveMail, arriveTranscript } from './arrive-items.ts'

/** One thing of an import, ready to be stored or known not to be. */
export type Pending =
  | { kind: 'message'; path: string; label: string; arrived: Arrived }
  | { kind: 'skipped'; path: string; label: string; reason: string }
  | { kind: 'row'; path: string; label: string; record: TableRecord; given: Given; notes: string[] }
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
const sampledBytes = 256 * 1024

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

/** Reads on behind the import's cursor. Messages are parsed here, so that parsing goes on while the former batch is being stored. */
export async function* readImportBatches(
  row: Row<typeof Import>,
  given: readonly Row<typeof ImportSource>[],
  files: FileStore,
  currency: string,
): AsyncGenerator<Batch> {
  const sources = orderSources(given, (path) => row.mapping?.[path]?.record ?? null)
  const start = readCursorOf(row)
  const at: Cursor = { ...start }
  const sizeBefore = (index: number) => sources.slice(0, index).reduce((sum, s) => sum + s.byteCount, 0)
  const holding = { items: [] as Pending[], group: '', weight: 0 }
  const cut = (): Batch => {
    at.batch++
    const inSource = Math.min(at.after?.offset ?? 0, sources[at.source]?.byteCount ?? 0)
    const batch = { items: holding.items, cursor: { ...at }, bytesDone: sizeBefore(at.source) + inSource }
    Object.assign(holding, { items: [], group: '', weight: 0 })
    return batch
  }
  for (let index = start.source; index < sources.length; index++) {
    const source = sources[index]
    if (!source) break
    const resumed = index === start.source
    const after = resumed ? start.after : null
    for await (const item of openSource(files.pathOf(source.sha256), source.path, { after })) {
      if (item.kind === 'table') {
        const done = resumed && start.table === item.path ? start.rows : 0
        let count = 0
        for await (const pending of rowsOf(item, row, currency)) {
          count++
          if (count <= done) continue
          const group = pending.kind === 'row' ? pending.record : 'other'
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
  if (item.kind === 'skipped')
    return { kind: 'skipped', path, label: item.position > 1 ? `Message ${item.position}` : path, reason: item.reason }
  const read = item.kind === 'mail' ? await arriveMail(item, importId) : arriveTranscript(item, importId)
  return 'reason' in read ? { kind: 'skipped', path, ...read } : { kind: 'message', path, ...read }
}

/** The rows of a table as its mapping, or a guess, has them; a table about nothing of ours is one skipped thing. */
async function* rowsOf(
  item: Extract<SourceItem, { kind: 'table' }>,
  row: Row<typeof Import>,
  currency: string,
): AsyncGenerator<Pending> {
  const { path } = item
  try {
    const { head, rest, close } = await peekStream(item.open(), sampledBytes)
    const table = sniffTable(head, head.length < sampledBytes)
    const mapping = row.mapping?.[path] ?? guessed(table, path)
    if (!mapping) {
      await close()
      yield {
        kind: 'skipped',
        path,
        label: path,
        reason: 'A table whose rows are neither accounts, people nor opportunities; none was read.',
      }
      return
    }
    const { record, fields } = mapping
    const columns = readColumns(record, table.headers, fields, table.sampleRows, currency)
    let count = 0
    for await (const { line, cells, ragged } of readTable(rest, table)) {
      count++
      const read = readRow(columns, cells)
      const notes =
        ragged > 0 ? [...read.notes, `The row has ${ragged} more cells than the header; they were left out.`] : read.notes
      yield { kind: 'row', path, label: labelOf(line, read.given), record, given: read.given, notes }
    }
    if (!count) yield { kind: 'skipped', path, label: path, reason: 'The table has a header but no row.' }
  } catch (error) {
    yield {
      kind: 'skipped',
      path,
      label: path,
      reason: `Reading stopped here: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

function guessed(table: ReturnType<typeof sniffTable>, path: string) {
  const guess = guessMapping(table.headers, table.sampleRows, targets, path)
  if (!guess.record) return null
  return { record: guess.record, fields: Object.fromEntries(guess.columns.map((c) => [c.header, c.field])) }
}

const labelOf = (line: number, given: Given): string => {
  const words = [
    given.name ?? ([given.firstName, given.lastName].filter(Boolean).join(' ') || given.email),
    given.accountName,
    given.product,
    given.externalId,
  ]
  return `Line ${line}: ${words.filter(Boolean).slice(0, 3).join(', ') || 'without a name'}`
}
