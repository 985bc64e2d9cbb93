/** How is a table read on a phone? As a list: a title, what matters at the right, the rest in one line under it. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useEffect, useRef } from 'react'
import { Checkbox } from './Checkbox.tsx'
import { Link } from './Link.tsx'
import type { Column } from './table-column.ts'
import type { DataTableProps } from './table-props.ts'
import { placeOf, usePlaceKept } from './usePlaceKept.ts'

const placed = <Row,>(columns: readonly Column<Row>[], where: 'title' | 'line' | 'aside') =>
  columns.filter((c, i) => (c.phone ?? (i === 0 ? 'title' : i < 3 ? 'line' : 'hide')) === where)

export function TableList<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, hrefOf, onOpen, hasMore, onMore, selected, onSelect, place, total } = props
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 60,
    overscan: 8,
    initialOffset: () => placeOf(place),
  })
  usePlaceKept(box, place)
  const shown = virtual.getVirtualItems()
  const lastShown = shown[shown.length - 1]?.index ?? 0
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - 20) onMore?.()
  }, [hasMore, lastShown, rows.length, onMore])
  const [title, line, aside] = [placed(columns, 'title'), placed(columns, 'line'), placed(columns, 'aside')]
  return (
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
          const row = rows[item.index]
          if (!row) return null
          const id = rowId(row)
          const href = hrefOf?.(row)
          const head = title.map((c) => <Fragment key={c.id}>{c.cell(row)}</Fragment>)
          const cover = 'font-medium text-ink no-underline after:absolute after:inset-0 text-left'
          return (
            // biome-ignore lint/a11y/useSemanticElements: virtual items are placed by hand
            <div
              key={id}
              role="listitem"
              aria-setsize={total ?? (hasMore ? -1 : rows.length)}
              aria-posinset={item.index + 1}
              data-index={item.index}
              ref={virtual.measureElement}
              className={`absolute inset-x-0 flex items-start gap-2 border-b border-line px-4 py-2.5 ${selected?.has(id) ? 'bg-accent-wash' : ''}`}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {onSelect && (
                <span className="relative z-10 -ml-2 flex size-11 shrink-0 items-center justify-center">
                  <Checkbox
                    label="Choose this row"
                    hideLabel
                    checked={selected?.has(id) ?? false}
                    onChange={(on) => {
                      const next = new Set(selected)
                      if (on) next.add(id)
                      else next.delete(id)
                      onSelect(next)
                    }}
                  />
                </span>
              )}
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline gap-3">
                  <span className="line-clamp-2 min-w-0 flex-1 text-14 wrap-anywhere">
                    {href !== undefined ? (
                      <Link href={href} look="bare" className={cover}>
                        {head}
                      </Link>
                    ) : onOpen ? (
                      <button type="button" className={cover} onClick={() => onOpen(row)}>
                        {head}
                      </button>
                    ) : (
                      <span className="font-medium">{head}</span>
                    )}
                  </span>
                  {aside.map((c) => (
                    <span key={c.id} className="num shrink-0 text-13 text-soft">
                      {c.cell(row)}
                    </span>
                  ))}
                </span>
                <span className="mt-0.5 flex flex-wrap gap-x-3 text-13 text-faint">
                  {line.map((c) => (
                    <span key={c.id} className="max-w-full truncate">
                      {c.cell(row)}
                    </span>
                  ))}
                </span>
              </span>
            </div>
          )
        })}
      </div>
    </section>
  )
}
