/** How are records worked on like a spreadsheet? An ARIA grid of virtual lines: cells have the cursor, rows come page by page. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type CSSProperties, type MouseEvent, useCallback, useEffect, useId, useRef } from 'react'
import { useGo } from '../Link.tsx'
import { toast } from '../Toasts.tsx'
import { templateOf } from '../table-column.ts'
import { useMedia } from '../useMedia.ts'
import { placeOf, usePlaceKept } from '../usePlaceKept.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { CellEditor } from './CellEditor.tsx'
import { blockAsHtml, blockAsText } from './cell-block.ts'
import { GridFaults } from './GridFaults.tsx'
import { GridFoot } from './GridFoot.tsx'
import { GridHead } from './GridHead.tsx'
import { GridGroupRow, GridRow, GridWaitingRow } from './GridRow.tsx'
import type { CellPlace } from './grid-column.ts'
import { useGridLines } from './grid-lines.ts'
import { isChosen, type RecordGridProps } from './grid-props.ts'
import { useGridEdits } from './useGridEdits.ts'
import { useGridKeys } from './useGridKeys.ts'

/** The place of the cell under the mouse. */
function placeAt(target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const line = cell?.closest<HTMLElement>('[data-line]')
  return cell && line ? { line: Number(line.dataset.line), column: Number(cell.dataset.column) } : null
}
const inControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a,button,input,textarea,[role="listbox"]') !== null

export function RecordGrid<Row extends object>(props: RecordGridProps<Row>) {
  const { label, columns, segments, rowId, rowName, hrefOf, total, sizes, chosen, onChoose, onToggleGroup, ask, place, today } =
    props
  const box = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const { go: goTo } = useGo()
  const lines = useGridLines(segments)
  const coarse = useMedia('(pointer: coarse)')
  const height = coarse ? 44 : 32
  const pinned = useRef<readonly number[]>([])
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 10,
    initialOffset: () => placeOf(place),
    // The head is stuck at the top; a row scrolled to must not hide under it.
    scrollPaddingStart: height,
    scrollMargin: height,
    // The line of the cursor stays in the page: the grid points at it, and an open editor keeps its text.
    rangeExtractor: useCallback((range: Range) => {
      const shown = defaultRangeExtractor(range)
      const more = pinned.current.filter((line) => line >= 0 && line < range.count && !shown.includes(line))
      return [...shown, ...more].sort((a, b) => a - b)
    }, []),
  })
  usePlaceKept(box, place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height must be measured again
  useEffect(() => virtual.measure(), [height])

  const open = useCallback((row: Row) => goTo(hrefOf(row)), [goTo, hrefOf])
  const edits = useGridEdits(props, lines)
  const focus = () => box.current?.focus({ preventScroll: true })
  const keys = useGridKeys({
    props,
    lines,
    edits,
    open,
    page: () => Math.max(1, Math.floor((box.current?.clientHeight ?? 320) / height) - 2),
    show: ({ line, column }) => {
      virtual.scrollToIndex(line)
      // Columns are all there: the one of the cursor is brought in sideways.
      requestAnimationFrame(() =>
        document.getElementById(`${gridId}-${line}-${column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
      )
    },
    focus,
  })
  const { cursor, range, editing, forget } = keys
  const asked = useRef(place)
  useEffect(() => {
    if (asked.current === place) return
    asked.current = place
    forget()
    if (box.current) box.current.scrollTop = placeOf(place)
  }, [place, forget])
  pinned.current = [cursor.line]

  const shown = virtual.getVirtualItems()
  const inView = virtual.range
  const [firstSeen, lastSeen] = [inView?.startIndex ?? 0, inView?.endIndex ?? 0]
  useEffect(() => lines.look(firstSeen, lastSeen), [lines, firstSeen, lastSeen])

  useShortcuts(
    [
      { keys: 'j', says: 'Next row', group: 'In a table', run: () => focusAnd('j') },
      { keys: 'k', says: 'Row before', group: 'In a table', run: () => focusAnd('k') },
      { keys: 'x', says: 'Choose the row', group: 'In a table', run: () => focusAnd('x') },
      { keys: 'Enter', says: 'Change the cell, or open the row from its edge', group: 'In a table', run: () => false },
      { keys: 'mod+Enter', says: 'Open the row', group: 'In a table', run: () => false },
      { keys: 'mod+d', says: 'Fill the block down', group: 'In a table', run: () => false },
    ],
    lines.count > 0,
  )
  const focusAnd = (key: string): boolean => {
    if (document.activeElement === box.current) return false
    focus()
    if (cursor.line < 0) keys.go({ line: firstSeen, column: -1 })
    else keys.onOrder(key)
    return true
  }

  const onMouseDown = (event: MouseEvent) => {
    const at = placeAt(event.target)
    if (!at || event.button !== 0 || inControl(event.target)) return
    const line = lines.at(at.line)
    if (line?.kind === 'group') onToggleGroup?.(line.segment.id)
    if (line?.kind === 'row' && at.column < 0) keys.toggle(at.line, event.shiftKey)
    if (event.shiftKey && at.column >= 0) keys.setAnchorFrom(at)
    else keys.go(at)
  }
  const onMouseMove = (event: MouseEvent) => {
    if (event.buttons !== 1 || cursor.column < 0 || editing) return
    const at = placeAt(event.target)
    if (at && at.column >= 0 && (at.line !== cursor.line || at.column !== cursor.column)) keys.setAnchorFrom(at)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== box.current || !range) return
    const block = edits.read(range)
    event.preventDefault()
    if (!block)
      return void toast('Not copied: some of these rows are no longer loaded. Choose fewer, or export the table.', {
        tone: 'failed',
      })
    event.clipboardData.setData('text/plain', blockAsText(block))
    event.clipboardData.setData('text/html', blockAsHtml(block))
    if (event.type === 'cut') void edits.empty(range)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (event.target !== box.current || !range || text === '') return
    event.preventDefault()
    void edits.paste(text, range)
  }

  const template = templateOf(
    columns.map((c) => ({ id: c.id, width: c.width, grow: c.grow ?? false })),
    sizes,
    true,
  )
  const isEmpty = chosen.ids.size === 0
  const current = lines.at(cursor.line)
  return (
    <div className="flex h-full min-h-0 flex-col">
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
      <div
        ref={box}
        role="grid"
        aria-label={label}
        aria-rowcount={(total === null ? lines.count : Math.max(total, lines.known)) + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-busy={edits.busy || undefined}
        aria-activedescendant={current ? `${gridId}-${cursor.line}-${current.kind === 'group' ? -1 : cursor.column}` : undefined}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && cursor.line < 0) keys.go({ line: firstSeen, column: -1 })
        }}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onDoubleClick={(event) => {
          const at = placeAt(event.target)
          if (at && at.column >= 0 && !inControl(event.target)) keys.edit(at)
        }}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        className="group/grid relative min-h-0 flex-1 overflow-auto overscroll-contain px-1 text-13 outline-none sm:px-5 print:overflow-visible"
      >
        <div className="w-max min-w-full" style={{ '--template': template, '--height': `${height}px` } as CSSProperties}>
          <GridHead
            {...props}
            allChosen={chosen.all ? (isEmpty ? true : 'some') : isEmpty ? false : chosen.ids.size >= lines.loaded ? true : 'some'}
            onChooseAll={(all) => onChoose({ all: false, ids: all ? loadedIds(lines, rowId) : new Set() })}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element */}
          <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
            {shown.map((item) => {
              const line = lines.at(item.index)
              const top = item.start - height
              const isCurrent = item.index === cursor.line
              const at = { line: item.index, top, columns }
              if (line?.kind === 'group')
                return (
                  <GridGroupRow
                    key={item.index}
                    {...at}
                    gridId={gridId}
                    group={line.group}
                    isCurrent={isCurrent}
                    columns={columns.length}
                  />
                )
              const row = line?.row
              if (row === undefined) return <GridWaitingRow key={item.index} {...at} />
              const isIn =
                range !== null &&
                item.index >= range.top &&
                item.index <= range.bottom &&
                range.top + range.left !== range.bottom + range.right
              const edited = editing?.place.line === item.index ? columns[editing.place.column] : undefined
              return (
                <GridRow
                  key={item.index}
                  {...at}
                  gridId={gridId}
                  row={row}
                  name={rowName(row)}
                  href={hrefOf(row)}
                  isChosen={isChosen(chosen, rowId(row))}
                  mark={props.marks?.get(rowId(row))}
                  isGone={props.gone?.has(rowId(row))}
                  cursor={isCurrent ? cursor.column : null}
                  from={isIn ? range.left : -1}
                  to={isIn ? range.right : -2}
                  editorAt={edited && editing ? editing.place.column : -1}
                  editor={
                    edited && editing ? (
                      <CellEditor
                        column={edited}
                        row={row}
                        start={editing.start}
                        today={today}
                        ask={(text) => ask(edited, text)}
                        onKeep={keys.keep}
                        onLeave={keys.leave}
                      />
                    ) : null
                  }
                />
              )
            })}
          </div>
        </div>
      </div>
      <p role="status" className="sr-only">
        {editing ? `Editing ${columns[editing.place.column]?.header ?? ''}. Enter keeps, Escape takes back.` : ''}
      </p>
      {edits.faults.length > 0 && (
        <GridFaults
          faults={edits.faults}
          onGo={(to) => {
            focus()
            keys.go(to)
          }}
          onClose={edits.forget}
        />
      )}
      <GridFoot
        {...props}
        loaded={lines.loaded}
        isWhole={segments.every(({ group, rows }) => group !== null || rows?.state().ended === true)}
        range={range}
      />
    </div>
  )
}

/** The ids of all rows that are here. */
function loadedIds<Row>(
  lines: { known: number; at: (line: number) => ReturnType<ReturnType<typeof useGridLines<Row>>['at']> },
  rowId: (row: Row) => string,
) {
  const ids = new Set<string>()
  for (let i = 0; i < lines.known; i++) {
    const line = lines.at(i)
    if (line?.kind === 'row' && line.row !== undefined) ids.add(rowId(line.row))
  }
  return ids
}
