/** What stands in this column? A head with its sum, cards below, more on request. */
import { useEffect, useRef, useState } from 'react'
import { BoardCard } from './BoardCard.tsx'
import { Button } from './Button.tsx'
import type { BoardColumn, BoardProps, MoveMenu } from './board-props.ts'
import { dress } from './dress.ts'
import { countOf, formatNumber } from './format-number.ts'
import { withDrag } from './load-drag.ts'
import { usePlaceKept } from './usePlaceKept.ts'

/** Cards drawn at first and added at each request: a column stays quick to draw whatever it holds. */
const portion = 40

interface BoardColumnViewProps<Card> extends BoardProps<Card> {
  column: BoardColumn<Card>
  tabStop: string | null
  /** The card moved last: drawn even where it stands beyond the portion, so that nobody loses sight of it. */
  moved: string | null
  openMenu: ((menu: MoveMenu) => void) | undefined
}

export function BoardColumnView<Card>(props: BoardColumnViewProps<Card>) {
  const { column, cardId, cardName, renderCard, hrefOf, canDrop, tabStop, moved, openMenu, onMore, place } = props
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [over, setOver] = useState(false)
  const [shown, setShown] = useState(portion)
  usePlaceKept(list, place === undefined ? undefined : `${place}/${column.id}`)
  const count = column.count ?? column.cards.length
  const first = column.cards.slice(0, shown)
  const hidden = moved === null ? undefined : column.cards.slice(shown).find((card) => cardId(card) === moved)
  const cards = hidden === undefined ? first : [hidden, ...first]
  const canMove = openMenu !== undefined

  useEffect(() => {
    const element = box.current
    if (!element || !canMove) return
    return withDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        getData: () => ({ to: column.id }),
        canDrop: ({ source }) => typeof source.data.cardId === 'string' && canDrop?.(source.data.cardId, column.id) !== false,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
    )
  }, [column.id, canDrop, canMove])

  return (
    <div
      ref={box}
      className={dress(
        'flex max-h-full w-[82vw] shrink-0 snap-center flex-col rounded-md bg-sunken transition-shadow sm:w-64',
        over && 'ring-2 ring-accent/60',
      )}
    >
      <header className="shrink-0 px-3 pt-2.5 pb-2">
        <h2 className="m-0 flex items-baseline gap-2 text-13 font-semibold text-ink">
          <span className="min-w-0 truncate">{column.title}</span>
          <span className="num text-12 font-normal text-faint">{formatNumber(count, 0)}</span>
        </h2>
        {column.total !== undefined && <p className="num m-0 text-12 text-soft">{column.total}</p>}
      </header>
      <ul
        ref={list}
        className="m-0 flex min-h-16 flex-1 list-none flex-col gap-1.5 overflow-y-auto overscroll-y-contain p-0 px-1.5 pb-1.5"
      >
        {cards.map((card) => {
          const id = cardId(card)
          return (
            <BoardCard
              key={id}
              id={id}
              name={cardName(card)}
              href={hrefOf?.(card)}
              column={column.id}
              isTabStop={id === tabStop}
              onMenu={openMenu ? (anchor) => openMenu({ cardId: id, from: column.id, anchor }) : undefined}
            >
              {renderCard(card)}
            </BoardCard>
          )
        })}
        {cards.length === 0 && <li className="px-2 py-3 text-12 text-faint">Nothing stands here</li>}
        {(column.cards.length > shown || count > column.cards.length) && (
          <li className="flex flex-wrap items-center gap-x-2 px-2 py-1 text-12 text-faint">
            <span className="num">
              {formatNumber(cards.length, 0)} of {countOf(count, 'card')} shown
            </span>
            {(column.cards.length > shown || onMore) && (
              <Button
                look="quiet"
                onClick={() => {
                  setShown(shown + portion)
                  onMore?.(column.id)
                }}
              >
                Show {formatNumber(Math.min(portion, count - cards.length), 0)} more
              </Button>
            )}
          </li>
        )}
      </ul>
    </div>
  )
}
