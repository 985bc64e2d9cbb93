/** Where does the cursor stand, which block is chosen, and what does a key do there? */
import { type KeyboardEvent, useCallback, useState } from 'react'
import type { CellPlace, GridColumn } from './grid-column.ts'
import type { GridLines } from './grid-lines.ts'
import { isChosen, type RecordGridProps } from './grid-props.ts'
import type { Leave } from './leave-cell.ts'
import { afterEdit, type CellRange, moveCell, rangeOf } from './move-cell.ts'
import type { useGridEdits } from './useGridEdits.ts'

export interface Editing<Row> {
  place: CellPlace
  /** The row as it was when its cell was opened: whatever becomes of the list meanwhile, this row is meant, and this is what one began from. */
  row: Row
  start: string | null
}

interface KeysAsked<Row extends object> {
  props: RecordGridProps<Row>
  lines: GridLines<Row>
  edits: ReturnType<typeof useGridEdits<Row>>
  open: (row: Row) => void
  /** Lines in one screenful. */
  page: () => number
  /** Brings a cell into view. */
  show: (place: CellPlace) => void
  focus: () => void
}

export function useGridKeys<Row extends object>({ props, lines, edits, open, page, show, focus }: KeysAsked<Row>) {
  const { columns, rowId, chosen, onChoose, onToggleGroup, onUndo, onRedo } = props
  const [cursor, setCursor] = useState<CellPlace>({ line: -1, column: -1 })
  const [anchor, setAnchor] = useState<CellPlace | null>(null)
  const [editing, setEditing] = useState<Editing<Row> | null>(null)
  const [lastChosen, setLastChosen] = useState(-1)
  const here = lines.at(cursor.line)
  const row = here?.kind === 'row' ? here.row : undefined
  const column: GridColumn<Row> | undefined = columns[cursor.column]
  const range: CellRange | null = cursor.line < 0 || cursor.column < 0 ? null : rangeOf(anchor ?? cursor, cursor)

  const go = (to: CellPlace, extend = false) => {
    setAnchor(extend && to.column >= 0 && cursor.column >= 0 ? (anchor ?? cursor) : null)
    setCursor(to)
    show(to)
  }
  const toggle = (line: number, through: boolean) => {
    const [from, to] = through && lastChosen >= 0 ? [Math.min(lastChosen, line), Math.max(lastChosen, line)] : [line, line]
    const at = lines.at(line)
    const on = at?.kind === 'row' && at.row !== undefined && (through || !isChosen(chosen, rowId(at.row)))
    const ids = new Set(chosen.ids)
    for (let i = from; i <= to; i++) {
      const one = lines.at(i)
      if (one?.kind !== 'row' || one.row === undefined) continue
      if (on !== chosen.all) ids.add(rowId(one.row))
      else ids.delete(rowId(one.row))
    }
    setLastChosen(line)
    onChoose({ all: chosen.all, ids })
  }
  const edit = (start: string | null): boolean => {
    if (!row || !column?.editable) return false
    setAnchor(null)
    setEditing({ place: cursor, row, start })
    return true
  }
  const size = { lines: lines.known, columns: columns.length, page: page() }
  const keep = (value: unknown, text: string, leave: Leave) => {
    if (!editing) return
    const { place } = editing
    const edited = columns[place.column]
    setEditing(null)
    if (leave !== 'stay') {
      const key = leave === 'down' || leave === 'up' ? 'Enter' : 'Tab'
      go(afterEdit(place, key, leave === 'up' || leave === 'left', size) ?? place)
      focus()
    }
    if (value !== undefined && edited) void edits.write([{ row: editing.row, column: edited, value, text }])
  }
  const leave = () => {
    setEditing(null)
    focus()
  }

  const withMod = (event: KeyboardEvent): boolean => {
    switch (event.key.toLowerCase()) {
      case 'z':
        if (event.shiftKey ? !onRedo : !onUndo) return false
        if (event.shiftKey) onRedo?.()
        else onUndo?.()
        return true
      case 'y':
        onRedo?.()
        return onRedo !== undefined
      case 'a':
        setAnchor({ line: 0, column: 0 })
        setCursor({ line: lines.known - 1, column: columns.length - 1 })
        return true
      case 'd':
        if (range) void edits.fillDown(range)
        return range !== null
      case 'enter':
        if (row) open(row)
        return row !== undefined
      default:
        return false
    }
  }
  const onGroup = (key: string): boolean => {
    if (here?.kind !== 'group') return false
    const turns =
      key === 'Enter' || key === ' ' || (key === 'ArrowRight' && !here.group.isOpen) || (key === 'ArrowLeft' && here.group.isOpen)
    if (turns) onToggleGroup?.(here.segment.id)
    return turns
  }
  /** Letters are orders where nothing can be typed: on the edge of a row, and in cells that are only read. */
  const onOrder = (key: string): boolean => {
    if (key === 'j' || key === 'k')
      go(moveCell(cursor, { key: key === 'j' ? 'ArrowDown' : 'ArrowUp', ctrlKey: false, metaKey: false }, size) ?? cursor)
    else if (key === 'x' || key === ' ') toggle(cursor.line, false)
    else return false
    return true
  }
  const handle = (event: KeyboardEvent): boolean => {
    const { key } = event
    const mod = event.ctrlKey || event.metaKey
    if (mod && withMod(event)) return true
    if (onGroup(key)) return true
    const to = moveCell(cursor, event, size)
    if (to) {
      go(to, event.shiftKey)
      return true
    }
    if (mod || event.altKey) return false
    if (key === 'F2') return edit(null)
    if (key === 'Enter') {
      if (column?.editable) return edit(null)
      if (row) open(row)
      return row !== undefined
    }
    if (key === 'Escape') {
      if (anchor) setAnchor(null)
      else if (chosen.all || chosen.ids.size > 0) onChoose({ all: false, ids: new Set() })
      else return false
      return true
    }
    if ((key === 'Delete' || key === 'Backspace') && range) {
      void edits.empty(range)
      return true
    }
    if (key === ' ' && event.shiftKey) {
      toggle(cursor.line, false)
      return true
    }
    if (key.length !== 1) return false
    return column?.editable ? edit(key) : onOrder(key)
  }

  /** Other rows stand there now: the cursor begins anew. */
  const forget = useCallback(() => {
    setCursor({ line: -1, column: -1 })
    setAnchor(null)
    setEditing(null)
    setLastChosen(-1)
  }, [])

  return {
    cursor,
    forget,
    range,
    editing,
    go,
    setAnchorFrom: (to: CellPlace) => go(to, true),
    toggle,
    edit: (place: CellPlace) => {
      setCursor(place)
      const line = lines.at(place.line)
      if (line?.kind === 'row' && line.row && columns[place.column]?.editable) setEditing({ place, row: line.row, start: null })
    },
    keep,
    leave,
    onOrder,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
      if (cursor.line >= 0 && handle(event)) event.preventDefault()
    },
  }
}
