/** What stands in which stage, and how much is it together? Moved by hand, by keyboard or by a menu. */
import { ArrowRight } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { BoardColumnView } from './BoardColumn.tsx'
import type { BoardProps, CardMove, MoveMenu } from './board-props.ts'
import { withDrag } from './load-drag.ts'
import { MenuPopup } from './MenuPopup.tsx'
import { neighbourCard } from './neighbour-card.ts'
import { useShortcuts } from './useShortcuts.ts'

export type { BoardColumn, BoardProps, CardMove } from './board-props.ts'

const isMoveData = (data: Record<string | symbol, unknown>): data is { cardId: string; from: string } =>
  typeof data.cardId === 'string' && typeof data.from === 'string'

export function Board<Card>(props: BoardProps<Card>) {
  const { label, columns, cardId, cardName, onMove, canDrop } = props
  const box = useRef<HTMLElement>(null)
  const refocus = useRef<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [moved, setMoved] = useState<string | null>(null)
  const [menu, setMenu] = useState<MoveMenu | null>(null)

  const closeMenu = useCallback(() => setMenu(null), [])
  const move = (m: CardMove) => {
    if (!onMove || (m.from === m.to && m.before === m.cardId) || canDrop?.(m.cardId, m.to) === false) return
    const to = columns.find((c) => c.id === m.to)
    const card = columns.flatMap((c) => c.cards).find((c) => cardId(c) === m.cardId)
    if (to && card) setSaid(`${cardName(card)} moved to ${to.title}`)
    setMoved(m.cardId)
    onMove(m)
  }
  const latestMove = useRef(move)
  latestMove.current = move

  useEffect(
    () =>
      withDrag(({ monitorForElements }) =>
        monitorForElements({
          canMonitor: ({ source }) => isMoveData(source.data),
          onDrop: ({ source, location }) => {
            const { data } = source
            const [over] = location.current.dropTargets
            const target = over?.data ?? {}
            if (!isMoveData(data) || !over || typeof target.to !== 'string') return
            const before = typeof target.before === 'string' ? target.before : null
            if (before === data.cardId && target.to === data.from) return
            latestMove.current({ cardId: data.cardId, from: data.from, to: target.to, before })
          },
        }),
      ),
    [],
  )

  const focusCard = (id: string) => {
    setCurrent(id)
    const el = box.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    el?.focus()
    el?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  // A moved card is another element in another column: the focus goes with it.
  useEffect(() => {
    if (refocus.current === null) return
    const id = refocus.current
    const el = box.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    if (el && document.activeElement !== el) el.focus()
    refocus.current = null
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.card : undefined
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const ids = columns.map((c) => ({ id: c.id, cards: c.cards.map(cardId) }))
    const column = ids.findIndex((c) => c.cards.includes(id))
    if (event.shiftKey && /^Arrow(Left|Right)$/.test(event.key)) {
      const to = ids[column + (event.key === 'ArrowRight' ? 1 : -1)]
      const from = ids[column]
      if (!to || !from) return
      event.preventDefault()
      refocus.current = id
      move({ cardId: id, from: from.id, to: to.id, before: null })
      return
    }
    if (event.key === 'm' && onMove && ids[column] && event.target instanceof HTMLElement) {
      event.preventDefault()
      setMenu({ cardId: id, from: ids[column].id, anchor: event.target })
      return
    }
    const next = neighbourCard(ids, id, event.key)
    if (next === null) return
    event.preventDefault()
    focusCard(next)
  }
  const first = columns.flatMap((c) => c.cards).map(cardId)[0] ?? null
  const inBoard = columns.some((c) => c.cards.some((card) => cardId(card) === current))
  const tabStop = inBoard ? current : first
  useShortcuts(
    [
      {
        keys: 'j',
        says: 'Into the board, next card',
        group: 'On a board',
        run: () => (tabStop && !box.current?.contains(document.activeElement) ? focusCard(tabStop) : false),
      },
      { keys: 'm', says: 'Move the card to…', group: 'On a board', run: () => false },
      { keys: 'shift+ArrowRight', says: 'Move the card to the next column', group: 'On a board', run: () => false },
      { keys: 'shift+ArrowLeft', says: 'Move the card to the column before', group: 'On a board', run: () => false },
    ],
    first !== null,
  )
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an empty board scrolls too, and must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const id = event.target instanceof HTMLElement ? event.target.dataset.card : undefined
        if (id !== undefined) setCurrent(id)
      }}
      className="flex h-full snap-x snap-mandatory gap-3 overflow-x-auto overscroll-x-contain px-4 pb-4 sm:snap-none sm:px-8"
    >
      <p role="status" className="sr-only">
        {said}
      </p>
      {columns.map((column) => (
        <BoardColumnView
          key={column.id}
          {...props}
          column={column}
          moved={moved}
          tabStop={tabStop}
          openMenu={onMove ? setMenu : undefined}
        />
      ))}
      {menu && (
        <MenuPopup
          label="Move to"
          anchor={menu.anchor}
          onClose={closeMenu}
          items={columns
            .filter((c) => c.id !== menu.from && canDrop?.(menu.cardId, c.id) !== false)
            .map((c) => ({
              id: c.id,
              label: `Move to ${c.title}`,
              icon: ArrowRight,
              run: () => {
                refocus.current = menu.cardId
                move({ cardId: menu.cardId, from: menu.from, to: c.id, before: null })
              },
            }))}
        />
      )}
    </section>
  )
}
