/** How many are there, and what can be done with the chosen ones? */
import { Button } from './Button.tsx'
import { countOf, formatNumber } from './format-number.ts'
import type { DataTableProps } from './table-props.ts'

export function TableFoot<Row extends object>(props: DataTableProps<Row>) {
  const { rows, total, noun = ['row', 'rows'], hasMore, loadingMore, selected, onSelect, selectedActions } = props
  const chosen = selected?.size ?? 0
  const loaded = formatNumber(rows.length, 0)
  const says = hasMore
    ? total != null
      ? `${loaded} of ${countOf(total, ...noun)} loaded`
      : `${loaded} ${noun[1]} loaded, more below`
    : countOf(rows.length, ...noun)
  return (
    <div
      data-print="no"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 text-12 text-faint sm:px-8"
    >
      {chosen > 0 ? (
        <>
          <span className="num font-medium text-ink" role="status">
            {formatNumber(chosen, 0)} chosen
          </span>
          {selectedActions}
          <Button look="quiet" onClick={() => onSelect?.(new Set())}>
            Clear
          </Button>
        </>
      ) : (
        <span className="num" aria-live="polite">
          {says}
          {loadingMore && ', loading more'}
        </span>
      )}
    </div>
  )
}
