/** What did an erasure take away, what does it leave, and why? */
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import type { personalData } from '../contract.ts'

type Report = z.output<typeof personalData.erasure.returns>

/** The report as a text that can be sent to who asked for it. */
function writeReport({ id, createdAt, finishedAt, askedByName, erased, kept }: Report): string {
  return [
    `Erasure ${id}`,
    `Asked for on ${createdAt} by ${askedByName ?? 'the program'}`,
    `Finished on ${finishedAt ?? 'not yet'}`,
    '',
    'Erased',
    ...erased.map(({ what, count }) => `- ${what}: ${count}`),
    '',
    'Kept',
    ...kept.map(({ what, count, why }) => `- ${what}: ${count}. ${why}`),
    '',
  ].join('\n')
}

function save(report: Report) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([writeReport(report)], { type: 'text/plain;charset=utf-8' }))
  link.download = `erasure-${report.id}.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}

export function ErasureReport({ report }: { report: Report }) {
  const { state, createdAt, askedByName, erased, kept, problem } = report
  return (
    <li className="border-b border-line py-4 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-13 font-medium text-ink">
          Asked for by {askedByName ?? 'the program'}, <RelativeTime at={createdAt} className="font-normal text-faint" />
        </span>
        <StateBadge tone={state === 'finished' ? 'good' : 'active'} word={state === 'finished' ? 'Erased' : 'Under way'} />
        <span className="flex-1" />
        {state === 'finished' && (
          <Button look="quiet" onClick={() => save(report)}>
            Save the report
          </Button>
        )}
      </div>
      {problem && <p className="m-0 mt-1 text-13 text-bad">{problem}</p>}
      {erased.length > 0 && (
        <>
          <h3 className="m-0 mt-3 text-12 font-medium text-faint">Erased</h3>
          <ul className="m-0 list-none p-0">
            {erased.map(({ what, count }) => (
              <li key={what} className="flex gap-3 py-0.5 text-13 text-ink">
                <span className="num w-10 shrink-0 text-right text-soft">{count}</span>
                {what}
              </li>
            ))}
          </ul>
        </>
      )}
      {kept.length > 0 && (
        <>
          <h3 className="m-0 mt-3 text-12 font-medium text-faint">Kept</h3>
          <ul className="m-0 list-none p-0">
            {kept.map(({ what, count, why }) => (
              <li key={what} className="flex gap-3 py-0.5 text-13 text-ink">
                <span className="num w-10 shrink-0 text-right text-soft">{count}</span>
                <span>
                  {what}
                  <span className="block text-12 text-soft">{why}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}
