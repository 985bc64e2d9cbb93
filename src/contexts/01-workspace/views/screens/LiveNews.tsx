/** What came and went while the reader looked? Said in the foot, and shown when they want it: a list never moves by itself. */
import { ArrowDownToLine } from 'lucide-react'
import { Button } from '#foundation/ui/Button.tsx'
import { formatNumber } from '#foundation/ui/format-number.ts'
import type { useLiveRows } from './useLiveRows.ts'

export function LiveNews({ live }: { live: ReturnType<typeof useLiveRows> }) {
  const { freshCount, goneCount, isMore, show } = live
  const parts = [
    freshCount > 0 ? `${formatNumber(freshCount, 0)} new` : '',
    goneCount > 0 ? `${formatNumber(goneCount, 0)} no longer here` : '',
  ].filter((part) => part !== '')
  const says = parts.length > 0 ? parts.join(', ') : isMore ? 'Many rows changed' : ''
  return (
    <span role="status">
      {says !== '' && (
        <Button look="quiet" icon={ArrowDownToLine} onClick={show} className="text-accent-deep">
          {says}. Show
        </Button>
      )}
    </span>
  )
}
