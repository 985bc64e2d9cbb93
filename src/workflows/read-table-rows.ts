/** What does each row of a table say, once it is known what its columns mean? */

import type { z } from 'zod'
import type { SourceItem } from '#foundation/platform/intake/open-source.ts'
import type { OpenTable } from '#foundation/platform/intake/open-table.ts'
import { usualKeys } from '#workspace/imports/rules/dedupe-keys.ts'
import { guessMapping } from '#workspace/imports/rules/guess-mapping.ts'
import type { Mapping } from '#workspace/imports/rules/mapping.ts'
import { type Given, readColumns, readRow } from '#workspace/imports/rules/read-row.ts'
import { type KnownExport, openRowFlags, recogniseExport, wholeSalesforceId } from '#workspace/imports/rules/recognise-export.ts'
import { targets } from '#workspace/imports/rules/target-fields.ts'
import type { Pending } from './pending-item.ts'
import type { Owners } from './read-owners.ts'
import { ownCells } from './store-own-values.ts'

type Mapped = z.output<typeof Mapping>[string]
export interface ReadingTables {
  currency: string
  timeZone: string
  owners: Owners
}
/** How far the table that is read has come, in bytes of its file. */
export interface Progress {
  readBytes: number
}

/** The rows as the mapping, or a guess, has them. A table about nothing of ours is one skipped thing; what we keep no record of, a skipped row each. */
export async function* readTableRows(
  { path, open }: Extract<SourceItem, { kind: 'table' }>,
  chosen: Mapped | null,
  reading: ReadingTables,
  progress: Progress,
): AsyncGenerator<Pending> {
  let table: OpenTable | null = null
  const skip = (reason: string): Pending => ({ kind: 'skipped', path, label: path, reason, cells: null })
  try {
    table = await open()
    const known = recogniseExport(table.headers)
    const mapping = chosen ?? (known?.refusal ? null : guessed(table, path, known))
    if (!mapping && !known?.refusal) {
      yield skip('A table whose rows are neither accounts, people, opportunities nor meetings; none was read.')
      return
    }
    const flagOf = openRowFlags(table.headers, known?.system ?? null)
    const columns = mapping && readColumns(mapping.record, table.headers, mapping.fields, table.sampleRows, reading.currency)
    const by = new Set<string>(mapping?.keys ?? (mapping ? usualKeys(mapping.record) : []))
    let count = 0
    for await (const { line, cells, ragged, refusal } of table.rows) {
      count++
      progress.readBytes = table.readBytes()
      const read = columns ? readRow(columns, cells) : { given: {}, notes: [] }
      const given = tidyGiven(read.given, known, reading.owners)
      const label = labelOf(line, given)
      const reason = refusal ?? (mapping ? flagOf(cells) : (known?.refusal ?? null))
      if (reason || !mapping) yield { kind: 'skipped', path, label, reason: reason ?? '', cells: mapping ? cells : null }
      else {
        const notes =
          ragged > 0 ? [...read.notes, `The row has ${ragged} more cells than the header; they were left out.`] : read.notes
        yield {
          kind: 'row',
          path,
          label,
          record: mapping.record,
          by,
          given,
          own: ownCells(mapping.fields, table.headers, cells),
          notes,
          cells,
        }
      }
    }
    if (!count) yield skip('The table has a header but no row.')
  } catch (error) {
    yield skip(`Reading stopped here: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await table?.close()
  }
}

function guessed(table: OpenTable, path: string, known: KnownExport | null): Mapped | null {
  const own = targets.filter((t) => t.record === known?.record)
  const guess = guessMapping(table.headers, table.sampleRows, own.length ? own : targets, path)
  if (!guess.record) return null
  return { record: guess.record, fields: Object.fromEntries(guess.columns.map((c) => [c.header, c.field])) }
}

/** What a row gives, with ids in the one form that Salesforce writes them, and owners by their names. */
export function tidyGiven(given: Given, known: KnownExport | null, owners: Owners): Given {
  const own = { ...given }
  if (known?.system === 'Salesforce')
    for (const field of ['externalId', 'accountExternalId'])
      if (typeof own[field] === 'string') own[field] = wholeSalesforceId(String(own[field]))
  const owner = typeof own.ownerName === 'string' ? owners.get(wholeSalesforceId(own.ownerName)) : undefined
  if (owner) own.ownerName = owner.name
  return own
}

const labelOf = (line: number, given: Given): string => {
  const words = [
    given.name ?? given.title ?? ([given.firstName, given.lastName].filter(Boolean).join(' ') || given.email),
    given.accountName,
    given.product,
    given.externalId,
  ]
  return `Line ${line}: ${words.filter(Boolean).slice(0, 3).join(', ') || 'without a name'}`
}
