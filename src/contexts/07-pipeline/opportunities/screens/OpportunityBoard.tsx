/** Where does everything stand? A column per stage with its exact total; a card moves in one write. */

import { useQueries } from '@tanstack/react-query'
import { Board } from '#foundation/ui/Board.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { formatMoney } from '#foundation/ui/format-number.ts'
import { relateDay } from '#foundation/ui/relate-time.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { opportunities } from '../contract.ts'
import type { OpportunityRow } from './OpportunityForm.tsx'

const perColumn = 60

export function OpportunityBoard() {
  const api = useClient(opportunities)
  const now = useNow()
  const stages = useAsk(api.stages, {})
  const totals = useAsk(api.totals, {})
  const columns = useQueries({
    queries: (stages.data ?? []).map((stage) => ({
      queryKey: ['board', stage.id],
      queryFn: () =>
        api.list({
          stageId: stage.id,
          limit: perColumn,
          sort: stage.kind === 'open' ? ('closeOn' as const) : ('-closeOn' as const),
        }),
    })),
  })
  const move = useChange(api.move, (answer) => `Moved to ${answer.stageName}`)
  const failed = stages.error ?? totals.error ?? columns.find((c) => c.error)?.error
  if (failed) return <ErrorState what="The board could not be loaded" error={failed} onRetry={() => void stages.refetch()} />
  if (!stages.data || !totals.data || columns.some((c) => c.isPending))
    return <Skeleton shape="cards" lines={6} label="Laying out the board" />
  const moving = move.isPending ? move.variables : null
  const cardsAt = (stageId: string, at: number): OpportunityRow[] => {
    const here = (columns[at]?.data?.rows ?? []).filter((c) => c.id !== moving?.id)
    const arriving =
      moving?.stageId === stageId ? columns.flatMap((c) => c.data?.rows ?? []).filter((c) => c.id === moving.id) : []
    return [...arriving, ...here]
  }
  return (
    <Board<OpportunityRow>
      label="Opportunities by stage"
      place="opportunities"
      cardId={(card) => card.id}
      cardName={(card) => card.name}
      hrefOf={(card) => `/opportunities/${card.id}`}
      onMove={({ cardId, to }) => move.mutate({ id: cardId, stageId: to })}
      columns={stages.data.map((stage, at) => {
        const total = totals.data.find((t) => t.stageId === stage.id)
        return {
          id: stage.id,
          title: stage.name,
          cards: cardsAt(stage.id, at),
          count: total?.count ?? 0,
          total: total?.amounts.map((a) => formatMoney(a.amountMinor, a.currency)).join(' + ') || 'No amount',
        }
      })}
      renderCard={(card) => (
        <>
          {card.accountName && card.accountName !== card.name && (
            <p className="m-0 truncate text-12 text-faint">{card.accountName}</p>
          )}
          <p className="m-0 mt-1 flex justify-between gap-2 text-12 text-soft">
            <span className="num">{card.amountMinor === null ? 'No amount' : formatMoney(card.amountMinor, card.currency)}</span>
            {card.closeOn && <span className="text-faint">{relateDay(card.closeOn, now)}</span>}
          </p>
        </>
      )}
    />
  )
}
