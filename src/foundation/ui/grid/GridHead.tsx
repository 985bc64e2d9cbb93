/** What is in each column, and by which are the rows ordered? Heads sort, move, grow, and open their menu: by mouse and by keyboard. */
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { Checkbox } from '../Checkbox.tsx'
import { dress } from '../dress.ts'
import { withDrag } from '../load-drag.ts'
import { MenuPopup } from '../MenuPopup.tsx'
import { nextSort, type Sort } from '../table-column.ts'
import { type GridColumn, standsAtEnd } from './grid-column.ts'
import type { RecordGridProps } from './grid-props.ts'

type HeadProps<Row extends object> = Pick<
  RecordGridProps<Row>,
  'columns' | 'sort' | 'onSort' | 'onSize' | 'onOrder' | 'columnMenu' | 'label'
> & { allChosen: boolean | 'some'; onChooseAll: (all: boolean) => void }

export function GridHead<Row extends object>(props: HeadProps<Row>) {
  const { columns, allChosen, onChooseAll, label } = props
  const row = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const [menu, setMenu] = useState<{ column: GridColumn<Row>; anchor: HTMLElement } | null>(null)
  const focusHead = (at: number) => {
    const to = Math.max(0, Math.min(columns.length - 1, at))
    setStop(to)
    row.current?.querySelectorAll<HTMLElement>('[data-head]')[to]?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    <div role="rowgroup" className="sticky top-0 z-20 bg-surface">
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head row is not focused */}
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className="grid h-(--height) grid-cols-(--template) items-center border-b border-line bg-surface text-12 text-faint"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the box inside has the focus */}
        <div
          role="columnheader"
          aria-colindex={1}
          className="sticky left-0 z-10 flex h-full items-center justify-center bg-inherit"
        >
          <Checkbox
            label={`Choose all ${label.toLowerCase()} that are loaded`}
            hideLabel
            checked={allChosen}
            onChange={onChooseAll}
          />
        </div>
        {columns.map((column, i) => (
          <HeadCell
            key={column.id}
            {...props}
            column={column}
            index={i}
            isStop={i === Math.min(stop, columns.length - 1)}
            onFocusAt={focusHead}
            onMenu={(anchor) => setMenu({ column, anchor })}
          />
        ))}
      </div>
      {menu && (
        <MenuPopup
          label={`Column ${menu.column.header}`}
          anchor={menu.anchor}
          onClose={() => setMenu(null)}
          items={props.columnMenu?.(menu.column) ?? []}
        />
      )}
    </div>
  )
}

interface HeadCellProps<Row extends object> extends HeadProps<Row> {
  column: GridColumn<Row>
  index: number
  isStop: boolean
  onFocusAt: (index: number) => void
  onMenu: (anchor: HTMLElement) => void
}

/** How far Alt with an arrow moves a column's edge. */
const nudge = 16
const narrowest = 64

function HeadCell<Row extends object>(props: HeadCellProps<Row>) {
  const { column, columns, index, sort, onSort, onSize, onOrder, isStop, onFocusAt, onMenu, columnMenu } = props
  const cell = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const own: Sort | null = sort?.column === column.id ? sort : null
  const isEnd = standsAtEnd(column.control)
  const Arrow = own?.descending ? ArrowDown : ArrowUp
  const width = () => cell.current?.getBoundingClientRect().width ?? 0
  const clamp = (to: number) => Math.round(Math.max(narrowest, to))
  const latest = useRef(onOrder)
  latest.current = onOrder

  useEffect(() => {
    const element = cell.current
    if (!element) return
    return withDrag(({ draggable, dropTargetForElements }) => {
      const stops = [
        draggable({
          element,
          getInitialData: () => ({ gridColumn: column.id }),
          canDrag: ({ input }) => !onEdge(element, input.clientX),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => typeof source.data.gridColumn === 'string' && source.data.gridColumn !== column.id,
          onDragEnter: () => setOver(true),
          onDragLeave: () => setOver(false),
          onDrop: ({ source }) => {
            setOver(false)
            latest.current(String(source.data.gridColumn), column.id)
          },
        }),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    })
  }, [column.id])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step !== undefined && event.altKey && event.shiftKey) {
      const to = step < 0 ? columns[index - 1]?.id : (columns[index + 2]?.id ?? null)
      if (to !== undefined && !(step > 0 && index === columns.length - 1)) onOrder(column.id, to)
      // The column keeps the focus where it goes.
      requestAnimationFrame(() => onFocusAt(index + step))
    } else if (step !== undefined && event.altKey) onSize(column.id, clamp(width() + step * nudge))
    else if (step !== undefined) onFocusAt(index + step)
    else if (event.key === 'Home' || event.key === 'End') onFocusAt(event.key === 'Home' ? 0 : columns.length - 1)
    else if ((event.key === 'ArrowDown' || event.key === 'ContextMenu') && columnMenu) onMenu(event.currentTarget as HTMLElement)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget
    const [from, before] = [event.clientX, width()]
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = (moved) => onSize(column.id, clamp(before + moved.clientX - from))
    edge.onlostpointercapture = () => {
      edge.onpointermove = null
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside has the focus
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={own ? (own.descending ? 'descending' : 'ascending') : column.sortable ? 'none' : undefined}
      onContextMenu={(event) => {
        if (!columnMenu) return
        event.preventDefault()
        onMenu(event.currentTarget)
      }}
      className={dress(
        'group/head relative flex h-full min-w-0 items-center bg-inherit',
        index === 0 && 'sticky left-9 z-10',
        over && 'before:absolute before:inset-y-1 before:left-0 before:w-0.5 before:bg-accent',
      )}
    >
      <button
        type="button"
        data-head
        tabIndex={isStop ? 0 : -1}
        aria-haspopup={columnMenu ? 'menu' : undefined}
        onClick={(event) => {
          if (column.sortable) onSort(nextSort(column.id, isEnd, own))
          else onMenu(event.currentTarget)
        }}
        onKeyDown={onKeyDown}
        className={dress(
          'flex h-full w-full min-w-0 items-center gap-1 rounded-sm px-3 hover:text-ink focus-visible:-outline-offset-2',
          isEnd && 'flex-row-reverse',
          own && 'font-medium text-ink',
        )}
      >
        <span className="truncate">{column.header}</span>
        {column.sortable && (
          <Arrow size={12} aria-hidden className={own ? 'shrink-0' : 'shrink-0 opacity-0 group-hover/head:opacity-50'} />
        )}
      </button>
      {columnMenu && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`More for ${column.header}`}
          onClick={(event) => onMenu(event.currentTarget)}
          className={dress(
            'absolute inset-y-1 inline-flex w-6 items-center justify-center rounded-sm bg-hover text-soft opacity-0 hover:text-ink focus-visible:opacity-100 group-hover/head:opacity-100',
            isEnd ? 'left-0.5' : 'right-1.5',
          )}
        >
          <ChevronDown size={14} aria-hidden />
        </button>
      )}
      <span
        aria-hidden
        data-edge
        onPointerDown={drag}
        onDoubleClick={() => onSize(column.id, undefined)}
        className="absolute inset-y-1 -right-1.5 z-10 w-3 cursor-col-resize touch-none select-none after:absolute after:inset-y-0 after:left-1/2 after:w-px group-hover/head:after:bg-line hover:after:bg-edge active:after:bg-accent"
      />
    </div>
  )
}

/** The last pixels of a head are its edge: they make it wider, they do not carry it off. */
const onEdge = (head: Element, x: number): boolean => x > head.getBoundingClientRect().right - 8
