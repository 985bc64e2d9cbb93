/** Which one is this card, and where can it go? */
import { Ellipsis } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { dress } from './dress.ts'
import { IconButton } from './IconButton.tsx'
import { Link } from './Link.tsx'
import { withDrag } from './load-drag.ts'

interface BoardCardProps {
  id: string
  name: string
  href: string | undefined
  column: string
  isTabStop: boolean
  /** Opens the menu of places at this element. */
  onMenu: ((anchor: HTMLElement) => void) | undefined
  children: ReactNode
}

export function BoardCard({ id, name, href, column, isTabStop, onMenu, children }: BoardCardProps) {
  const box = useRef<HTMLLIElement>(null)
  const [dragged, setDragged] = useState(false)
  const [over, setOver] = useState(false)
  const canMove = onMenu !== undefined
  useEffect(() => {
    const element = box.current
    if (!element || !canMove) return
    return withDrag(({ draggable, dropTargetForElements }) => {
      const stopDrag = draggable({
        element,
        getInitialData: () => ({ cardId: id, from: column }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      })
      const stopDrop = dropTargetForElements({
        element,
        getData: () => ({ to: column, before: id }),
        canDrop: ({ source }) => typeof source.data.cardId === 'string' && source.data.cardId !== id,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      })
      return () => {
        stopDrag()
        stopDrop()
      }
    })
  }, [id, column, canMove])
  return (
    <li
      ref={box}
      data-why-scope
      className={dress(
        'group/card relative rounded-md border border-line bg-raised px-2.5 py-2 transition-[opacity,border-color] hover:border-edge/70 focus-within:border-edge/70',
        dragged && 'opacity-40',
        over && 'before:absolute before:inset-x-1 before:-top-1 before:h-0.5 before:rounded-full before:bg-accent',
      )}
    >
      <div>
        <h3 className={dress('m-0 text-13 font-medium text-ink', canMove && 'pr-6 pointer-coarse:pr-9')}>
          {href === undefined ? (
            <span data-card={id} tabIndex={isTabStop ? 0 : -1} className="line-clamp-2 rounded-sm">
              {name}
            </span>
          ) : (
            <Link
              href={href}
              look="quiet"
              data-card={id}
              tabIndex={isTabStop ? 0 : -1}
              draggable={false}
              className="line-clamp-2 py-0.5"
            >
              {name}
            </Link>
          )}
        </h3>
        {onMenu && (
          <span className="absolute top-1 right-1 opacity-0 transition-opacity group-focus-within/card:opacity-100 group-hover/card:opacity-100 pointer-coarse:top-0 pointer-coarse:right-0 pointer-coarse:opacity-100">
            <IconButton
              icon={Ellipsis}
              label={`Move ${name}`}
              size="small"
              aria-haspopup="menu"
              tabIndex={isTabStop ? 0 : -1}
              onClick={(event) => onMenu(event.currentTarget)}
            />
          </span>
        )}
      </div>
      <div className="text-12 text-soft">{children}</div>
    </li>
  )
}
