/** Which card is next to this one in the direction of a key? */

export interface ColumnIds {
  id: string
  cards: readonly string[]
}

/** Up and down (k, j) within a column; left and right (h, l) to the nearest column that has cards, at the same height. Null: nowhere. */
export function neighbourCard(columns: readonly ColumnIds[], from: string, key: string): string | null {
  const column = columns.findIndex((c) => c.cards.includes(from))
  const cards = columns[column]?.cards ?? []
  const row = cards.indexOf(from)
  const beside = (step: 1 | -1): string | null => {
    for (let i = column + step; i >= 0 && i < columns.length; i += step) {
      const there = columns[i]?.cards ?? []
      if (there.length > 0) return there[Math.min(row, there.length - 1)] ?? null
    }
    return null
  }
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return cards[row + 1] ?? null
    case 'ArrowUp':
    case 'k':
      return cards[row - 1] ?? null
    case 'ArrowRight':
    case 'l':
      return beside(1)
    case 'ArrowLeft':
    case 'h':
      return beside(-1)
    case 'Home':
      return cards[0] ?? null
    case 'End':
      return cards[cards.length - 1] ?? null
    default:
      return null
  }
}
