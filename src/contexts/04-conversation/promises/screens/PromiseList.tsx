/** Who promised what by when, and how did it end? */
import { lazy, Suspense, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { relateDay } from '#foundation/ui/relate-time.ts'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { WhyLink } from '#foundation/ui/useWhy.tsx'
import { promises } from '../contract.ts'
import { type PromiseRow, promiseHref, promiseStanding, whyPromise } from './why-promise.ts'

const PromiseForm = lazy(() => import('./PromiseForm.tsx').then((m) => ({ default: m.PromiseForm })))

export function PromiseList({ rows, none }: { rows: readonly PromiseRow[]; none: string }) {
  const [correcting, setCorrecting] = useState<PromiseRow | null>(null)
  if (!rows.length) return <p className="m-0 py-2 text-13 text-faint">{none}</p>
  return (
    <>
      <ul className="m-0 list-none p-0">
        {rows.map((row) => (
          <PromiseItem key={row.id} promise={row} onCorrect={() => setCorrecting(row)} />
        ))}
      </ul>
      <Suspense>{correcting && <PromiseForm promise={correcting} onClose={() => setCorrecting(null)} />}</Suspense>
    </>
  )
}

function PromiseItem({ promise, onCorrect }: { promise: PromiseRow; onCorrect: () => void }) {
  const api = useClient(promises)
  const now = useNow()
  const close = useChange(api.close, (answer) => `Marked as ${answer.state}`)
  const confirm = useChange(api.confirm, 'Confirmed')
  const reject = useChange(api.reject, 'Marked as not a promise')
  const reopen = useChange(api.reopen, 'Open again')
  const today = now.toISOString().slice(0, 10)
  const standing = promiseStanding(promise, today)
  const why = {
    key: `promise:${promise.id}`,
    load: async () => {
      const fresh = await api.get({ id: promise.id })
      return whyPromise(fresh, {
        ...(fresh.confirmedAt ? {} : { confirm: () => confirm.mutateAsync({ id: promise.id }) }),
        correct: onCorrect,
        reject: () => reject.mutateAsync({ id: promise.id }),
      })
    },
  }
  const end = (state: 'kept' | 'late' | 'broken' | 'released') => () => close.mutate({ id: promise.id, state })
  return (
    <li data-why-scope className="border-t border-line py-3 first:border-t-0">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="m-0 text-14 font-medium wrap-anywhere text-ink first-letter:uppercase">{promise.what}</p>
          <p className="m-0 mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-faint">
            <StateBadge tone={standing.tone} word={standing.word} look="plain" />
            <span>{promise.dueOn ? `By ${relateDay(promise.dueOn, now)}` : 'No day named'}</span>
            <span>{promise.ownerName}</span>
            <WhyLink why={why} about={promise.what} />
          </p>
        </div>
        <div className="flex shrink-0 gap-1" data-print="no">
          {promise.state === 'open' ? (
            <>
              <Button look="plain" onClick={end('kept')}>
                Kept
              </Button>
              <Menu
                label={`More for: ${promise.what}`}
                items={[
                  { id: 'late', label: 'Kept late', run: end('late') },
                  { id: 'broken', label: 'Broken', run: end('broken') },
                  { id: 'released', label: 'Released: no longer wanted', run: end('released') },
                  { id: 'correct', label: 'Correct', run: onCorrect },
                  { id: 'reject', label: 'Not a promise', run: () => reject.mutate({ id: promise.id }) },
                ]}
              />
            </>
          ) : (
            <Button look="quiet" onClick={() => reopen.mutate({ id: promise.id })}>
              Open again
            </Button>
          )}
        </div>
      </div>
      <div className="mt-2">
        <Quote
          text={promise.quote}
          voice={promise.side === 'vendor' ? 'ours' : 'theirs'}
          who={promise.ownerName}
          when={promise.saidAt}
          href={promiseHref(promise)}
          size="small"
        />
      </div>
    </li>
  )
}
