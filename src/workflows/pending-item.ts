/** What is one thing of an import before it is stored? */
import type { Arrived } from '#conversation/messages/actions.ts'
import type { TableRecord } from '#workspace/imports/rules/header-synonyms.ts'
import type { Given } from '#workspace/imports/rules/read-row.ts'

/** One thing of an import, ready to be stored or known not to be. Rows carry their cells as they stood in the file. */
export type Pending =
  | { kind: 'message'; path: string; label: string; arrived: Arrived }
  | { kind: 'skipped'; path: string; label: string; reason: string; cells: string[] | null }
  | {
      kind: 'row'
      path: string
      label: string
      record: TableRecord
      by: ReadonlySet<string>
      given: Given
      /** Cells for fields that the workspace added, by their names. */
      own: Readonly<Record<string, string>>
      notes: string[]
      cells: string[]
    }
