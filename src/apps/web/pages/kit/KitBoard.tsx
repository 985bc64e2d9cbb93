/** How does a board of two thousand cards look and move? */
import { useMemo, useState } from 'react'
import { Board, type CardMove } from '#foundation/ui/Board.tsx'
import { formatMoney } from '#foundation/ui/format-number.ts'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import { type SampleRow, sampleRows, stages } from './sample.ts'

const sum = (cards: readonly SampleRow[]) =>
  formatMoney(
    cards.reduce((total, c) => total + (c.amount ?? 0), 0),
    'EUR',
    true,
  )

export function KitBoard() {
  const [cards, setCards] = useState(() => sampleRows(2_000))
  const columns = useMemo(
    () =>
      [...stages, 'Lost'].map((stage) => {
        const here = cards.filter((c) => c.stage === stage)
        return { id: stage, title: stage, cards: here, total: here.length > 0 ? sum(here) : undefined }
      }),
    [cards],
  )
  const move = ({ cardId, to, before }: CardMove) => {
    const old = cards
    setCards((all) => {
      const card = all.find((c) => c.id === cardId)
      if (!card) return all
      const rest = all.filter((c) => c !== card)
      const at = before === null ? rest.length : rest.findIndex((c) => c.id === before)
      return [...rest.slice(0, at), { ...card, stage: to as SampleRow['stage'] }, ...rest.slice(at)]
    })
    toast(`Moved to ${to}`, { undo: () => setCards(old) })
  }
  return (
    <Board
      label="Opportunities by stage"
      columns={columns}
      cardId={(c) => c.id}
      cardName={(c) => c.name}
      hrefOf={(c) => `/kit?part=Record&of=${c.id}`}
      onMove={move}
      renderCard={(c) => (
        <span className="mt-0.5 flex items-baseline justify-between gap-2">
          <span className="num">{c.amount === null ? 'No amount' : formatMoney(c.amount, 'EUR', true)}</span>
          <RelativeTime at={c.touched} className="truncate text-faint" />
        </span>
      )}
      place="kit-board"
    />
  )
}
