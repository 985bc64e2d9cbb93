/** How are rows read and changed on a phone? As a list, and one row at a time in a sheet. */
import { useState } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { GridList, type GridListProps } from '#foundation/ui/grid/GridList.tsx'
import type { CellEdit } from '#foundation/ui/grid/grid-column.ts'
import { EditSheet } from './EditSheet.tsx'

type PhoneTableProps = Omit<GridListProps<ShownRow>, 'onEditRow'> & {
  object: RowObject
  write: (edits: readonly CellEdit<ShownRow>[], says?: string, asForm?: boolean) => Promise<void>
}

export function PhoneTable({ object, write, ...list }: PhoneTableProps) {
  const [edited, setEdited] = useState<ShownRow | null>(null)
  return (
    <>
      <GridList {...list} onEditRow={setEdited} />
      {edited && (
        <EditSheet
          object={object}
          row={edited}
          columns={list.columns}
          onClose={() => setEdited(null)}
          write={(edits) => write(edits, 'Saved', true)}
        />
      )}
    </>
  )
}
