/** Are all of them shown that are meant? Said only when they are not. */
import type { ReactNode } from 'react'
import { formatNumber } from '#foundation/ui/format-number.ts'
import { mostShown } from './useDayRows.ts'

/** Stands over what is shown by day. @param total how many are meant, when they are more than are shown */
export const ShownOf = ({ total, children }: { total: number | null; children: ReactNode }) => (
  <div className="flex h-full flex-col">
    {total !== null && (
      <p role="status" className="m-0 px-4 pb-2 text-12 text-soft sm:px-8">
        The first {formatNumber(mostShown, 0)} of {formatNumber(total, 0)} are shown. Filter for fewer.
      </p>
    )}
    <div className="min-h-0 flex-1">{children}</div>
  </div>
)
