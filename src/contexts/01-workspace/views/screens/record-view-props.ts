/** What is every way to look at rows given? */
import type { ReactNode } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import type { FieldLooks } from './row-columns.ts'
import type { RowsAsked } from './useRows.ts'
import type { UsualView, ViewState } from './view-state.ts'

export interface RecordViewProps {
  object: RowObject
  state: ViewState
  usual: UsualView
  set: (patch: Partial<ViewState>) => void
  /** What is meant: the words and conditions. */
  asked: RowsAsked
  looks: FieldLooks
  hrefOf: (row: ShownRow) => string
  empty: ReactNode
  /** What else can be done with the rows that are marked, said by the page. */
  ofChosen?: ((ids: ReadonlySet<string>) => ReactNode) | undefined
}
