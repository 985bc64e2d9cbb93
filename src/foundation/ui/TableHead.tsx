/** What is in each column, and by which are the rows ordered? */
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { Checkbox } from './Checkbox.tsx'
import { dress } from './dress.ts'
import { type Column, nextSort, type Sort } from './table-column.ts'
import type { TableGridProps } from './table-props.ts'

type TableHeadProps<Row extends object> = Pick<
  TableGridProps<Row>,
  'columns' | 'rows' | 'rowId' | 'selected' | 'onSelect' | 'sort' | 'onSort' | 'sizes' | 'setSizes'
>

export function TableHead<Row extends object>({
  columns,
  rows,
  rowId,
  selected,
  onSelect,
  sort,
  onSort,
  sizes,
  setSizes,
}: TableHeadProps<Row>) {
  const chosen = selected?.size ?? 0
  const setSize = (id: string, width: number | undefined) => {
    const { [id]: _old, ...rest } = sizes
    setSizes(width === undefined ? rest : { ...rest, [id]: width })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head row is not focused */}
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-(--height) grid-cols-(--template) items-center border-b border-line text-12 text-faint"
      >
        {onSelect && (
          // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
          // biome-ignore lint/a11y/useFocusableInteractive: the box inside has the focus
          <div role="columnheader" className="flex justify-center">
            <Checkbox
              label="Choose all loaded rows"
              hideLabel
              checked={chosen === 0 ? false : chosen >= rows.length ? true : 'some'}
              onChange={(all) => onSelect(new Set(all ? rows.map(rowId) : []))}
            />
          </div>
        )}
        {columns.map((column) => (
          <HeadCell
            key={column.id}
            column={column}
            isNumber={holdsNumbers(column, rows)}
            sort={sort?.column === column.id ? sort : null}
            onSort={onSort}
            setSize={(width) => setSize(column.id, width)}
          />
        ))}
      </div>
    </div>
  )
}

/** By the first row that has a value. */
function holdsNumbers<Row>({ value }: Column<Row>, rows: readonly Row[]): boolean {
  const first = value && rows.find((row) => value(row) != null)
  return first !== undefined && typeof value?.(first) === 'number'
}

interface HeadCellProps<Row> {
  column: Column<Row>
  isNumber: boolean
  sort: Sort | null
  onSort: (sort: Sort | null) => void
  setSize: (width: number | undefined) => void
}

/** How far Alt with an arrow moves a column's edge. */
const nudge = 16

function HeadCell<Row>({ column, isNumber, sort, onSort, setSize }: HeadCellProps<Row>) {
  const isEnd = column.align === 'end'
  const canSort = column.sortable ?? column.value !== undefined
  const Arrow = sort?.descending ? ArrowDown : ArrowUp
  const widthOf = (el: Element): number => el.closest('[role="columnheader"]')?.getBoundingClientRect().width ?? 0
  const clamp = (width: number) => Math.round(Math.max(column.minWidth ?? 56, width))
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !/^Arrow(Left|Right)$/.test(event.key)) return
    event.preventDefault()
    setSize(clamp(widthOf(event.currentTarget) + (event.key === 'ArrowRight' ? nudge : -nudge)))
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget
    const [from, width] = [event.clientX, widthOf(edge)]
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = (moved) => setSize(clamp(width + moved.clientX - from))
    edge.onlostpointercapture = () => {
      edge.onpointermove = null
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside has the focus
    <div
      role="columnheader"
      aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : canSort ? 'none' : undefined}
      className="group/head relative flex h-full min-w-0 items-center"
    >
      {canSort ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(column.id, isNumber, sort))}
          onKeyDown={onKeyDown}
          className={dress(
            'flex h-full w-full min-w-0 items-center gap-1 rounded-sm px-3 hover:text-ink focus-visible:-outline-offset-2',
            isEnd && 'flex-row-reverse',
            sort && 'font-medium text-ink',
          )}
        >
          <span className="truncate">{column.header}</span>
          <Arrow size={12} aria-hidden className={sort ? 'shrink-0' : 'shrink-0 opacity-0 group-hover/head:opacity-50'} />
        </button>
      ) : (
        <span className={dress('w-full truncate px-3', isEnd && 'text-right')}>{column.header}</span>
      )}
      <span
        aria-hidden
        onPointerDown={drag}
        onDoubleClick={() => setSize(undefined)}
        className="absolute inset-y-1 -right-1.5 z-10 w-3 cursor-col-resize touch-none select-none after:absolute after:inset-y-0 after:left-1/2 after:w-px group-hover/head:after:bg-line hover:after:bg-edge active:after:bg-accent"
      />
    </div>
  )
}
