/** What do they need, and which words show it? */
import { Check, Pencil, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { countOf } from '#foundation/ui/format-number.ts'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { WhyLink } from '#foundation/ui/useWhy.tsx'
import { needs } from '../contract.ts'
import { type NeedRow, needStates, spanHref, whyNeed } from './why-need.ts'

const priorities = { must: 'Must', should: 'Should', could: 'Could' } as const

const NeedForm = lazy(() => import('./NeedForm.tsx').then((m) => ({ default: m.NeedForm })))

export function NeedList({ rows }: { rows: readonly NeedRow[] }) {
  const [correcting, setCorrecting] = useState<NeedRow | null>(null)
  if (!rows.length)
    return (
      <p className="m-0 py-2 text-13 text-faint">
        No need found yet. When they say what they require, or describe a trouble, it appears here with their words.
      </p>
    )
  return (
    <>
      <ul className="m-0 list-none p-0">
        {rows.map((need) => (
          <NeedItem key={need.id} need={need} onCorrect={() => setCorrecting(need)} />
        ))}
      </ul>
      <Suspense>{correcting && <NeedForm need={correcting} onClose={() => setCorrecting(null)} />}</Suspense>
    </>
  )
}

function NeedItem({ need, onCorrect }: { need: NeedRow; onCorrect: () => void }) {
  const api = useClient(needs)
  const confirm = useChange(api.confirm, 'Confirmed')
  const reject = useChange(api.reject, 'Marked as not a need')
  const latest = need.spans.at(-1)
  const open = need.state === 'found' || need.state === 'confirmed'
  const why = {
    key: `need:${need.id}`,
    load: async () => {
      const fresh = await api.get({ id: need.id })
      return whyNeed(fresh, {
        ...(fresh.state === 'found' ? { confirm: () => confirm.mutateAsync({ id: need.id }) } : {}),
        correct: onCorrect,
        reject: () => reject.mutateAsync({ id: need.id }),
      })
    },
  }
  return (
    <li data-why-scope className="border-t border-line py-3 first:border-t-0">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="m-0 text-14 font-medium wrap-anywhere text-ink first-letter:uppercase">{need.statement}</p>
          <p className="m-0 mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-faint">
            <StateBadge tone={needStates[need.state].tone} word={needStates[need.state].word} look="plain" />
            <span>{priorities[need.priority]}</span>
            <span>{need.kind === 'explicit' ? 'Said outright' : 'Follows from what was said'}</span>
            <span className="first-letter:uppercase">{need.category}</span>
            {need.spanCount > 1 && <span className="num">Said {countOf(need.spanCount, 'time')}</span>}
            <WhyLink why={why} about={need.statement} />
          </p>
        </div>
        {open && (
          <div className="flex shrink-0 gap-0.5" data-print="no">
            {need.state === 'found' && (
              <IconButton icon={Check} label={`Confirm: ${need.statement}`} onClick={() => confirm.mutate({ id: need.id })} />
            )}
            <IconButton icon={Pencil} label={`Correct: ${need.statement}`} onClick={onCorrect} />
            <IconButton icon={X} label={`Not a need: ${need.statement}`} onClick={() => reject.mutate({ id: need.id })} />
          </div>
        )}
      </div>
      {latest && (
        <div className="mt-2">
          <Quote
            text={latest.quote}
            who={latest.who}
            when={latest.saidAt}
            where={latest.subject}
            href={spanHref(latest)}
            size="small"
          />
        </div>
      )}
    </li>
  )
}
