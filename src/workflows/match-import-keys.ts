/** By which key would the rows of a table be taken for rows that are there? Asked of each key alone, over the first rows. */
import { keyOlderNames, openAccountBook } from '#customers/accounts/actions.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import { recentRows } from '#foundation/kernel/recent-rows.ts'
import { tryChanges } from '#foundation/platform/changes/try-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { sampleTable } from '#workspace/imports/actions-inspect.ts'
import type { imports } from '#workspace/imports/contract.ts'
import { dedupeKeys } from '#workspace/imports/rules/dedupe-keys.ts'
import { readColumns, readRow } from '#workspace/imports/rules/read-row.ts'
import { recogniseExport } from '#workspace/imports/rules/recognise-export.ts'
import { tidyGiven } from './read-table-rows.ts'
import { storeRows } from './store-import-batch.ts'

const mostRemembered = 1000

/** The operations of imports as people meet them: with what needs the capabilities downstream. */
export const importsOperations = {
  ...importsActions,

  async match(ctx, { id, path, record, fields }) {
    await importsActions.get(ctx, { id })
    const table = await sampleTable(ctx, id, path)
    if (!table) throw notFound('table')
    const known = recogniseExport(table.headers)
    for (let keyed = false; !keyed; ) keyed = await keyOlderNames(ctx)
    const columns = readColumns(record, table.headers, fields, table.sampleRows, table.currency)
    const owners = new Map<string, { name: string; email: string | null }>()
    const rows = table.sampleRows.map((cells) => tidyGiven(readRow(columns, cells).given, known, owners))
    const keys = []
    for (const { key, label, fields: told } of dedupeKeys[record]) {
      const by = new Set([key])
      const filled = rows.filter((given) => told.some((field) => given[field] !== undefined))
      const pending = filled.map((given) => ({
        kind: 'row' as const,
        path,
        label: '',
        record,
        by,
        given,
        own: {},
        notes: [],
        cells: [],
      }))
      const tried = tryChanges(ctx)
      const around = { ownDomains: table.domains, book: openAccountBook(recentRows(mostRemembered)), begun: ctx.now, owners }
      const ended = await storeRows(tried.ctx, pending, around)
      const made = new Set(tried.changes.flatMap((c) => (c.deed === 'created' ? [c.id] : [])))
      const found = ended.filter(({ outcome, rowId }) => outcome !== 'skipped' && rowId !== null && !made.has(rowId)).length
      keys.push({ key, label, filled: filled.length, found })
    }
    return { rows: rows.length, keys }
  },
} satisfies Actions<typeof imports, Ctx>
