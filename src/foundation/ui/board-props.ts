/** What is a board told, and what does it tell? */
import type { ReactNode } from 'react'

export interface BoardColumn<Card> {
  id: string
  title: string
  cards: readonly Card[]
  /** At the right of the head: the sum of what stands here. */
  total?: ReactNode
  /** How many there are in all, when not all are given. */
  count?: number
}

export interface CardMove {
  cardId: string
  from: string
  to: string
  /** Stands before this card; null at the end. */
  before: string | null
}

/** Which card's menu is open, and where. */
export interface MoveMenu {
  cardId: string
  from: string
  anchor: HTMLElement
}

export interface BoardProps<Card> {
  label: string
  columns: readonly BoardColumn<Card>[]
  cardId: (card: Card) => string
  /** The title of the card and the name of its link. */
  cardName: (card: Card) => string
  /** What stands under the title. */
  renderCard: (card: Card) => ReactNode
  hrefOf?: (card: Card) => string
  /** Without it the board is read only. */
  onMove?: (move: CardMove) => void
  canDrop?: (cardId: string, to: string) => boolean
  /** Fetches more cards of a column of which not all are given. */
  onMore?: (column: string) => void
  /** Keeps the scroll position under this name. */
  place?: string
}
