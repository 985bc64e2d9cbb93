/** How is a table drawn on a desk? An ARIA grid of virtual rows; the focus stays on the grid and points at a row. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useGo } from './Link.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { stepTo, templateOf } from './table-column.ts'
import type { TableGridProps } from './table-props.ts'
import { useMedia } from './useMedia.ts'
import { placeOf, usePlaceKept } from './usePlaceKept.ts'
import { useShortcuts } from './useShortcuts.ts'

export function TableGrid<Row extends object>(props: TableGridProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowId,
    hrefOf,
    onOpen,
    total,
    hasMore,
    onMore,
    selected,
    onSelect,
    density = 'normal',
    place,
    keys = true,
    sort,
    onSort,
    sizes,
    setSizes,
  } = props
  const box = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const { go } = useGo()
  const [current, setCurrent] = useState(-1)
  const coarse = useMedia('(pointer: coarse)')
  const height = coarse ? 44 : density === 'compact' ? 28 : 32
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: () => placeOf(place),
    // The head is stuck at the top; a row scrolled to must not hide under it.
    scrollPaddingStart: height,
    scrollMargin: height,
  })
  usePlaceKept(box, place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height must be measured again
  useEffect(() => virtual.measure(), [height])
  const shown = virtual.getVirtualItems()
  const lastShown = shown[shown.length - 1]?.index ?? 0
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - 30) onMore?.()
  }, [hasMore, lastShown, rows.length, onMore])

  const open = useCallback(
    (row: Row) => {
      if (onOpen) onOpen(row)
      else if (hrefOf) go(hrefOf(row))
    },
    [onOpen, hrefOf, go],
  )
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      onSelect?.(next)
    },
    [selected, onSelect],
  )
  const move = (key: string): boolean => {
    const next = stepTo(key, current, rows.length, Math.max(1, Math.floor((box.current?.clientHeight ?? 320) / height) - 2))
    if (next === null) return false
    setCurrent(next)
    virtual.scrollToIndex(next)
    return true
  }
  const openCurrent = (): boolean => {
    const row = rows[current]
    if (row) open(row)
    return row !== undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[current]
    if (onSelect && row && (event.key === ' ' || event.key === 'x')) {
      event.preventDefault()
      toggle(rowId(row))
    } else if (event.key === 'Enter' ? openCurrent() : move(event.key)) event.preventDefault()
  }
  const focusAndMove = (key: string) => {
    box.current?.focus({ preventScroll: true })
    return move(key)
  }
  useShortcuts(
    [
      { keys: 'j', says: 'Next row', group: 'In a list', run: () => focusAndMove('j') },
      { keys: 'k', says: 'Row before', group: 'In a list', run: () => focusAndMove('k') },
      {
        keys: 'Enter',
        says: 'Open the row',
        group: 'In a list',
        run: () => (document.activeElement === document.body ? openCurrent() : false),
      },
      ...(onSelect ? [{ keys: 'x', says: 'Choose the row', group: 'In a list', run: () => false }] : []),
    ],
    keys && rows.length > 0,
  )
  const onRowClick = useCallback(
    (event: MouseEvent, row: Row, index: number) => {
      setCurrent(index)
      const isControl = event.target instanceof Element && event.target.closest('a,button,input,label,select') !== null
      if (isControl || String(getSelection()) !== '') return
      if (event.ctrlKey || event.metaKey) {
        if (hrefOf) window.open(hrefOf(row), '_blank', 'noopener')
      } else open(row)
    },
    [open, hrefOf],
  )

  const selectable = onSelect !== undefined
  const template = templateOf(
    columns.map((c) => ({ id: c.id, width: c.width ?? 140, grow: c.grow ?? false })),
    sizes,
    selectable,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    <div
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? (hasMore ? -2 : rows.length)) + 1}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable || undefined}
      // A row that is scrolled away is not in the page.
      aria-activedescendant={shown.some((item) => item.index === current) ? `${gridId}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && current < 0) setCurrent(shown[0]?.index ?? 0)
      }}
      className="peer group/grid relative min-h-0 flex-1 overflow-auto overscroll-contain px-1 text-13 outline-none sm:px-5 print:overflow-visible"
    >
      <div className="w-max min-w-full" style={{ '--template': template, '--height': `${height}px` } as CSSProperties}>
        <TableHead
          columns={columns}
          rows={rows}
          rowId={rowId}
          selected={selected}
          onSelect={onSelect}
          sort={sort}
          onSort={onSort}
          sizes={sizes}
          setSizes={setSizes}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const row = rows[item.index]
            if (!row) return null
            const id = rowId(row)
            return (
              <TableRow
                key={id}
                domId={`${gridId}-${item.index}`}
                row={row}
                id={id}
                index={item.index}
                top={item.start - height}
                columns={columns}
                href={hrefOf?.(row)}
                opens={onOpen !== undefined || hrefOf !== undefined}
                isCurrent={item.index === current}
                isSelected={selected?.has(id) ?? false}
                onToggle={selectable ? toggle : undefined}
                onClick={onRowClick}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
