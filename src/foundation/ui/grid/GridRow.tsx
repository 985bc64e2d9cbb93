/** What does one line of a record grid show? A row of cells, or the head of a group. */
import { ChevronRight } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Checkbox } from '../Checkbox.tsx'
import { dress } from '../dress.ts'
import { Link } from '../Link.tsx'
import { type GridColumn, standsAtEnd } from './grid-column.ts'
import type { GridGroup } from './grid-lines.ts'

const lineLook = 'absolute inset-x-0 grid h-(--height) items-center border-b border-line/70 select-none'

export interface GridRowProps<Row> {
  gridId: string
  line: number
  top: number
  row: Row
  name: string
  href: string
  columns: readonly GridColumn<Row>[]
  isChosen: boolean
  /** The column of the cursor when it is on this line; -1 for the whole row. */
  cursor: number | null
  /** The columns of the chosen block on this line. */
  from: number
  to: number
  /** What somebody else has just changed here. */
  mark?: { by: string; columns: ReadonlySet<string> } | undefined
  isGone?: boolean | undefined
  /** The editor, and the column it stands in. */
  editor: ReactNode
  editorAt: number
}

function RowOf<Row extends object>(props: GridRowProps<Row>) {
  const { gridId, line, top, row, name, href, columns, isChosen, cursor, from, to, mark, isGone, editor, editorAt } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points here
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={isChosen}
      data-line={line}
      data-why-scope
      className={dress(
        lineLook,
        'group/row grid-cols-(--template)',
        isChosen ? 'bg-accent-wash' : 'bg-surface hover:bg-hover',
        cursor === -1 && !isChosen && 'group-focus/grid:bg-accent-wash',
        isGone && 'text-faint line-through',
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div
        role="gridcell"
        id={`${gridId}-${line}--1`}
        aria-colindex={1}
        data-column={-1}
        className={dress(
          'sticky left-0 z-1 flex h-full items-center justify-center bg-inherit',
          cursor === -1 &&
            'group-focus/grid:before:absolute group-focus/grid:before:inset-y-0 group-focus/grid:before:left-0 group-focus/grid:before:w-0.5 group-focus/grid:before:bg-accent',
        )}
      >
        <span className="pointer-events-none inline-flex">
          <Checkbox label={`Choose ${name}`} hideLabel checked={isChosen} onChange={() => {}} tabIndex={-1} />
        </span>
      </div>
      {columns.map((column, i) => {
        const isEdited = editorAt === i
        const isIn = i >= from && i <= to
        return (
          // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          <div
            key={column.id}
            role="gridcell"
            id={`${gridId}-${line}-${i}`}
            aria-colindex={i + 2}
            aria-readonly={!column.editable}
            aria-selected={isIn || undefined}
            data-column={i}
            {...(mark?.columns.has(column.id) ? { title: `Changed by ${mark.by}` } : {})}
            className={dress(
              'relative flex h-full min-w-0 cursor-default items-center',
              i === 0 && 'sticky left-9 z-1 bg-inherit font-medium',
              isIn && 'bg-accent-wash',
              'transition-colors duration-700',
              mark?.columns.has(column.id) && 'bg-ochre-wash!',
              cursor === i && 'z-2 outline-2 -outline-offset-2 outline-transparent group-focus/grid:outline-accent',
              isEdited && 'z-30',
            )}
          >
            {isEdited ? (
              editor
            ) : (
              <span className={dress('min-w-0 flex-1 truncate px-3', standsAtEnd(column.control) && 'num text-right')}>
                {i === 0 ? (
                  <Link href={href} look="quiet" tabIndex={-1} draggable={false} className="font-medium">
                    {column.text(row)}
                  </Link>
                ) : (
                  (column.look?.(row) ?? column.text(row))
                )}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}
export const GridRow = memo(RowOf) as typeof RowOf

interface GroupRowProps {
  gridId: string
  line: number
  top: number
  group: GridGroup
  isCurrent: boolean
  columns: number
}

export const GridGroupRow = memo(function GridGroupRow({ gridId, line, top, group, isCurrent, columns }: GroupRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points here
    <div
      role="row"
      aria-rowindex={line + 2}
      data-line={line}
      className={dress(lineLook, 'bg-sunken', isCurrent && 'group-focus/grid:bg-accent-wash')}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div
        role="gridcell"
        id={`${gridId}-${line}--1`}
        aria-colindex={1}
        aria-colspan={columns + 1}
        aria-expanded={group.isOpen}
        data-column={-1}
        data-group
        className="flex h-full items-center"
      >
        <span className="sticky left-0 flex min-w-0 items-center gap-2 pr-4 pl-2.5">
          <ChevronRight
            size={16}
            aria-hidden
            className={dress('shrink-0 text-soft transition-transform', group.isOpen && 'rotate-90')}
          />
          <span className="max-w-96 truncate font-medium text-ink">{group.title}</span>
          <span className="num flex gap-4 text-12 text-soft">{group.note}</span>
        </span>
      </div>
    </div>
  )
})

interface WaitingRowProps {
  line: number
  top: number
  columns: readonly { id: string }[]
}

/** A row on its way: its place, and no spinner. */
export const GridWaitingRow = memo(function GridWaitingRow({ line, top, columns }: WaitingRowProps) {
  return (
    <div
      role="presentation"
      aria-hidden
      className={dress(lineLook, 'grid-cols-(--template) bg-surface')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span />
      {columns.map((column, i) => (
        <span key={column.id} className="px-3">
          <span
            className="block h-2.5 animate-wait rounded-sm bg-line"
            style={{ width: `${45 + ((line * 7 + i * 23) % 40)}%` }}
          />
        </span>
      ))}
    </div>
  )
})
