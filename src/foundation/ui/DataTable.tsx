/** Which records are there, in what order, and which are chosen? Tens of thousands of rows, one keyboard. */
import { useMemo, useState } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { TableFoot } from './TableFoot.tsx'
import { TableGrid } from './TableGrid.tsx'
import { TableList } from './TableList.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { type Sort, sortRows } from './table-column.ts'
import type { DataTableProps } from './table-props.ts'
import { usePhone } from './useMedia.ts'

export type { DataTableProps } from './table-props.ts'

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, sort, onSort, defaultSort, state = 'ready' } = props
  const phone = usePhone()
  const [ownSort, setOwnSort] = useState<Sort | null>(defaultSort ?? null)
  const shownSort = onSort ? (sort ?? null) : ownSort
  const [sizes, setSizes] = useState<Readonly<Record<string, number>>>({})
  const ordered = useMemo(
    () => (onSort || !shownSort ? rows : sortRows(rows, columns, shownSort)),
    [onSort, shownSort, rows, columns],
  )

  if (state === 'error') {
    return (
      <div className="px-4 py-6 sm:px-8">
        <ErrorState
          what={`${label} could not be loaded`}
          error={props.error}
          {...(props.onRetry ? { onRetry: props.onRetry } : {})}
        />
      </div>
    )
  }
  if (state === 'loading') return <TableSkeleton label={label} columns={columns} selectable={props.onSelect !== undefined} />
  if (rows.length === 0) return <div className="px-4 py-4 sm:px-8">{props.empty}</div>
  return (
    <div className="flex h-full min-h-0 flex-col">
      {phone ? (
        <TableList {...props} rows={ordered} />
      ) : (
        <TableGrid {...props} rows={ordered} sort={shownSort} onSort={onSort ?? setOwnSort} sizes={sizes} setSizes={setSizes} />
      )}
      <TableFoot {...props} />
    </div>
  )
}
