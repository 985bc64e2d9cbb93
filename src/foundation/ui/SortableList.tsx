/** In which order do these stand? Dragged by the hand, or moved with the arrow keys on the handle of each. */
import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { dress } from './dress.ts'
import { IconButton } from './IconButton.tsx'
import { withDrag } from './load-drag.ts'

export interface SortableListProps<Row> {
  label: string
  rows: readonly Row[]
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
  render: (row: Row) => ReactNode
  /** Without it the list is only read. `before` is null at the end. */
  onMove?: (id: string, before: string | null) => void
}

export function SortableList<Row>({ label, rows, idOf, nameOf, render, onMove }: SortableListProps<Row>) {
  const [said, setSaid] = useState('')
  const ids = rows.map(idOf)
  const step = (row: Row, by: number) => {
    const at = ids.indexOf(idOf(row))
    const to = at + by
    if (!onMove || to < 0 || to >= ids.length) return
    setSaid(`${nameOf(row)} is number ${to + 1} of ${ids.length}`)
    onMove(idOf(row), ids[by > 0 ? to + 1 : to] ?? null)
  }
  return (
    <>
      <ol aria-label={label} className="m-0 list-none border-y border-line p-0">
        {rows.map((row) => (
          <SortableRow
            key={idOf(row)}
            id={idOf(row)}
            list={label}
            name={nameOf(row)}
            canMove={onMove !== undefined && rows.length > 1}
            onStep={(by) => step(row, by)}
            onDrop={(id, isBelow) => {
              const next = ids[ids.indexOf(idOf(row)) + 1] ?? null
              const before = isBelow ? next : idOf(row)
              if (before !== id && id !== idOf(row)) onMove?.(id, before)
            }}
          >
            {render(row)}
          </SortableRow>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

interface SortableRowProps {
  id: string
  list: string
  name: string
  canMove: boolean
  onStep: (by: number) => void
  onDrop: (id: string, isBelow: boolean) => void
  children: ReactNode
}

function SortableRow({ id, list, name, canMove, onStep, onDrop, children }: SortableRowProps) {
  const box = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const [over, setOver] = useState<'above' | 'below' | null>(null)
  const [dragged, setDragged] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const element = box.current
    if (!element || !canMove) return
    const isBelow = (y: number) => {
      const { top, height } = element.getBoundingClientRect()
      return y > top + height / 2
    }
    return withDrag(({ draggable, dropTargetForElements }) => {
      const stopDrag = draggable({
        element,
        ...(handle.current ? { dragHandle: handle.current } : {}),
        getInitialData: () => ({ sorted: id, list }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      })
      const stopDrop = dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.list === list && source.data.sorted !== id,
        onDrag: ({ location }) => setOver(isBelow(location.current.input.clientY) ? 'below' : 'above'),
        onDragLeave: () => setOver(null),
        onDrop: ({ source, location }) => {
          setOver(null)
          latest.current(String(source.data.sorted), isBelow(location.current.input.clientY))
        },
      })
      return () => {
        stopDrag()
        stopDrop()
      }
    })
  }, [id, list, canMove])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onStep(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      ref={box}
      className={dress(
        'relative flex min-h-(--row) items-center gap-2 border-t border-line py-1.5 first:border-t-0',
        dragged && 'opacity-40',
        over === 'above' && 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent',
        over === 'below' && 'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent',
      )}
    >
      {canMove && (
        <IconButton
          ref={handle}
          icon={GripVertical}
          size="small"
          label={`Move ${name} with the arrow keys`}
          title="Drag, or press the arrow keys"
          className="cursor-grab"
          onKeyDown={onKeyDown}
        />
      )}
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  )
}
