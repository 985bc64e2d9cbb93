/** How many are there, how many of them are here, and what can be done with the chosen ones? */
import type { ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { countOf, formatNumber } from '../format-number.ts'
import { countChosen, nothingChosen, type RecordGridProps } from './grid-props.ts'
import type { CellRange } from './move-cell.ts'

type FootProps<Row extends object> = Pick<
  RecordGridProps<Row>,
  'total' | 'noun' | 'chosen' | 'onChoose' | 'chosenActions' | 'totals' | 'news'
> & {
  loaded: number
  isWhole: boolean
  range: CellRange | null
  /** At the very end. */
  more?: ReactNode
}

export function GridFoot<Row extends object>(props: FootProps<Row>) {
  const { total, noun, chosen, onChoose, chosenActions, totals, news, loaded, isWhole, range, more } = props
  const count = countChosen(chosen, total)
  const cells = range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 0
  return (
    <div
      data-print="no"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 text-12 text-soft sm:px-8"
    >
      {count > 0 ? (
        <>
          <span className="num font-medium text-ink" role="status">
            {countOf(count, ...noun)} chosen
          </span>
          {!chosen.all && total !== null && total > count && count >= loaded && (
            <Button look="quiet" onClick={() => onChoose({ all: true, ids: new Set() })}>
              Choose all {formatNumber(total, 0)}
            </Button>
          )}
          {chosenActions}
          <Button look="quiet" onClick={() => onChoose(nothingChosen)}>
            Clear
          </Button>
        </>
      ) : (
        <span className="num" aria-live="polite">
          {total === null ? `${formatNumber(loaded, 0)} ${noun[1]}` : countOf(total, ...noun)}
          {!isWhole && total !== null && loaded < total && (
            <span className="text-faint"> · {formatNumber(loaded, 0)} loaded</span>
          )}
        </span>
      )}
      {news}
      <span className="num ml-auto flex flex-wrap gap-x-4">
        {cells > 1 && <span>{countOf(cells, 'cell')} marked</span>}
        {totals}
      </span>
      {more}
    </div>
  )
}
