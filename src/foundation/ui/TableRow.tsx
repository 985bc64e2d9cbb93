/** What does one row of a table show? */
import { type MouseEvent, memo } from 'react'
import { Checkbox } from './Checkbox.tsx'
import { dress } from './dress.ts'
import { Link } from './Link.tsx'
import type { Column } from './table-column.ts'

export interface TableRowProps<Row> {
  row: Row
  id: string
  domId: string
  index: number
  top: number
  columns: readonly Column<Row>[]
  href: string | undefined
  opens: boolean
  isCurrent: boolean
  isSelected: boolean
  onToggle: ((id: string) => void) | undefined
  onClick: (event: MouseEvent, row: Row, index: number) => void
}

function Row<Row extends object>(props: TableRowProps<Row>) {
  const { row, id, domId, index, top, columns, href, opens, isCurrent, isSelected, onToggle, onClick } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      role="row"
      id={domId}
      aria-rowindex={index + 2}
      aria-selected={onToggle ? isSelected : undefined}
      data-current={isCurrent}
      data-why-scope
      onClick={(event) => onClick(event, row, index)}
      className={dress(
        'absolute inset-x-0 grid h-(--height) grid-cols-(--template) items-center border-b border-line/70',
        isSelected ? 'bg-accent-wash' : 'hover:bg-hover',
        opens && 'cursor-default',
        isCurrent &&
          'group-focus/grid:bg-accent-wash/60 group-focus/grid:before:absolute group-focus/grid:before:inset-y-0 group-focus/grid:before:-left-1 group-focus/grid:before:w-0.5 group-focus/grid:before:rounded-full group-focus/grid:before:bg-accent',
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      {onToggle && (
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        <div role="gridcell" className="flex justify-center">
          <Checkbox label="Choose this row" hideLabel checked={isSelected} onChange={() => onToggle(id)} tabIndex={-1} />
        </div>
      )}
      {columns.map((c, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        <div
          key={c.id}
          role="gridcell"
          className={dress('min-w-0 truncate px-3', c.align === 'end' && 'num text-right', i === 0 && 'font-medium')}
        >
          {i === 0 && href !== undefined ? (
            <Link href={href} look="quiet" tabIndex={-1} className="font-medium">
              {c.cell(row)}
            </Link>
          ) : (
            c.cell(row)
          )}
        </div>
      ))}
    </div>
  )
}

export const TableRow = memo(Row) as typeof Row
