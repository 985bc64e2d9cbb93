/** How is a record grid read and changed on a phone? As a list: a title, what matters at the right, the rest under it; a pencil opens all fields. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronRight, Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { dress } from '../dress.ts'
import { IconButton } from '../IconButton.tsx'
import { Link } from '../Link.tsx'
import { placeOf, usePlaceKept } from '../usePlaceKept.ts'
import { GridFoot } from './GridFoot.tsx'
import type { GridColumn } from './grid-column.ts'
import { useGridLines } from './grid-lines.ts'
import { isChosen, nothingChosen, type RecordGridProps } from './grid-props.ts'

export type GridListProps<Row extends object> = Pick<
  RecordGridProps<Row>,
  | 'label'
  | 'columns'
  | 'segments'
  | 'rowId'
  | 'rowName'
  | 'hrefOf'
  | 'total'
  | 'noun'
  | 'chosen'
  | 'onChoose'
  | 'chosenActions'
  | 'totals'
  | 'marks'
  | 'gone'
  | 'news'
  | 'place'
  | 'onToggleGroup'
> & {
  /** Opens a row's fields to be changed. */
  onEditRow: (row: Row) => void
}

export function GridList<Row extends object>(props: GridListProps<Row>) {
  const { label, columns, segments, rowId, total, chosen, onChoose, place, onToggleGroup } = props
  const box = useRef<HTMLElement>(null)
  const [choosing, setChoosing] = useState(false)
  const lines = useGridLines(segments)
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => box.current,
    estimateSize: () => 60,
    overscan: 8,
    initialOffset: () => placeOf(place),
  })
  usePlaceKept(box, place)
  const shown = virtual.getVirtualItems()
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]
  useEffect(() => lines.look(first, last), [lines, first, last])
  return (
    <div className="flex h-full min-h-0 flex-col">
      <section
        ref={box}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: virtual items are placed by hand */}
        <div role="list" className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const line = lines.at(item.index)
            const wiring = {
              role: 'listitem',
              'aria-setsize': total ?? -1,
              'aria-posinset': item.index + 1,
              'data-index': item.index,
              ref: virtual.measureElement,
              style: { transform: `translateY(${item.start}px)` },
            }
            if (line?.kind === 'group')
              return (
                <div key={item.index} {...wiring} className="absolute inset-x-0 border-b border-line bg-sunken">
                  <button
                    type="button"
                    aria-expanded={line.group.isOpen}
                    onClick={() => onToggleGroup?.(line.segment.id)}
                    className="flex min-h-11 w-full items-center gap-2 px-4 py-2 text-left text-14"
                  >
                    <ChevronRight
                      size={16}
                      aria-hidden
                      className={dress('shrink-0 text-soft', line.group.isOpen && 'rotate-90')}
                    />
                    <span className="min-w-0 truncate font-medium text-ink">{line.group.title}</span>
                    <span className="num ml-auto flex shrink-0 gap-3 text-12 text-soft">{line.group.note}</span>
                  </button>
                </div>
              )
            const row = line?.row
            return (
              <div
                key={item.index}
                {...wiring}
                className={dress(
                  'absolute inset-x-0 flex min-h-15 items-start gap-1 border-b border-line py-2 pr-1 pl-4',
                  'transition-colors duration-700',
                  row && isChosen(chosen, rowId(row)) && 'bg-accent-wash',
                  row && props.marks?.has(rowId(row)) && 'bg-ochre-wash!',
                  row && props.gone?.has(rowId(row)) && 'line-through opacity-60',
                )}
              >
                {row && choosing && (
                  <span className="-ml-3 flex size-11 shrink-0 items-center justify-center">
                    <Checkbox
                      label={`Choose ${props.rowName(row)}`}
                      hideLabel
                      checked={isChosen(chosen, rowId(row))}
                      onChange={() => {
                        const ids = new Set(chosen.ids)
                        if (!ids.delete(rowId(row))) ids.add(rowId(row))
                        onChoose({ all: chosen.all, ids })
                      }}
                    />
                  </span>
                )}
                {row ? (
                  <ListRow {...props} row={row} columns={columns} />
                ) : (
                  <span className="mt-2 h-3 w-3/5 animate-wait rounded-sm bg-line" />
                )}
              </div>
            )
          })}
        </div>
      </section>
      <GridFoot
        {...props}
        loaded={lines.loaded}
        isWhole={segments.every(({ group, rows }) => group !== null || rows?.state().ended === true)}
        range={null}
        more={
          <Button
            look="quiet"
            aria-pressed={choosing}
            onClick={() => {
              setChoosing(!choosing)
              onChoose(nothingChosen)
            }}
          >
            {choosing ? 'Done' : 'Choose'}
          </Button>
        }
      />
    </div>
  )
}

const at = <Row,>(columns: readonly GridColumn<Row>[], where: GridColumn<Row>['phone']) =>
  columns.filter((c) => c.phone === where)

function ListRow<Row extends object>({ columns, row, hrefOf, rowName, onEditRow }: GridListProps<Row> & { row: Row }) {
  const shownIn = (column: GridColumn<Row>) => column.look?.(row) ?? column.text(row)
  return (
    <>
      <span className="relative min-w-0 flex-1 py-0.5">
        <span className="flex items-baseline gap-3">
          <span className="line-clamp-2 min-w-0 flex-1 text-14 wrap-anywhere">
            <Link href={hrefOf(row)} look="bare" className="font-medium text-ink no-underline after:absolute after:inset-0">
              {rowName(row)}
            </Link>
          </span>
          {at(columns, 'aside').map((c) => (
            <span key={c.id} className="num max-w-[45%] shrink-0 truncate text-13 text-soft">
              {shownIn(c)}
            </span>
          ))}
        </span>
        <span className="mt-0.5 flex flex-wrap gap-x-3 text-13 text-faint">
          {at(columns, 'line')
            .filter((c) => c.text(row) !== '')
            .map((c) => (
              <span key={c.id} className="max-w-full truncate">
                {shownIn(c)}
              </span>
            ))}
        </span>
      </span>
      <IconButton icon={Pencil} label={`Edit ${rowName(row)}`} className="text-faint" onClick={() => onEditRow(row)} />
    </>
  )
}
