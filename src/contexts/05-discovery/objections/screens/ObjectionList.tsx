/** What holds them back, in their words, and where does it stand? */
import type { z } from 'zod'
import { Menu } from '#foundation/ui/Menu.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { WhyLink } from '#foundation/ui/useWhy.tsx'
import { type ObjectionShown, objections } from '../contract.ts'
import { maySettleObjection } from '../rules/may-settle-objection.ts'

export type ObjectionRow = z.output<typeof ObjectionShown>

const states = {
  open: { tone: 'warn', word: 'Open' },
  acknowledged: { tone: 'active', word: 'Acknowledged' },
  answered: { tone: 'active', word: 'Answered' },
  confirmed: { tone: 'good', word: 'Settled in their words' },
  rejected: { tone: 'still', word: 'Not an objection' },
} as const satisfies Record<ObjectionRow['state'], { tone: 'warn' | 'active' | 'good' | 'still'; word: string }>

const choices = [
  { id: 'acknowledged', label: 'Acknowledged' },
  { id: 'answered', label: 'Answered' },
  { id: 'confirmed', label: 'Settled in their words' },
  { id: 'open', label: 'Open again' },
  { id: 'rejected', label: 'Not an objection' },
] as const

export function ObjectionList({ rows }: { rows: readonly ObjectionRow[] }) {
  const settle = useChange(useClient(objections).settle, (answer) => states[answer.state].word)
  return (
    <ul className="m-0 list-none p-0">
      {rows.map((row) => {
        const href = `/conversations/${row.threadId}?evidence=${row.evidenceId}`
        const to = (state: ObjectionRow['state']) => () => settle.mutate({ id: row.id, state })
        const why = {
          key: `objection:${row.id}`,
          load: () => ({
            conclusion: `${row.who} objects: ${row.concern}`,
            sure: { confidence: row.confidence, n: 1, unit: 'sentence' },
            standing: states[row.state].word,
            quotes: [{ id: row.evidenceId, text: row.quote, who: row.who, when: row.saidAt, href }],
            rule: { name: row.rule, says: `The words resist on ${row.type.replace('-', ' ')}.` },
            actions: row.state === 'rejected' ? {} : { reject: () => settle.mutateAsync({ id: row.id, state: 'rejected' }) },
          }),
        }
        return (
          <li key={row.id} data-why-scope className="border-t border-line py-3 first:border-t-0">
            <div className="flex items-start gap-3">
              <div className="min-w-0 flex-1">
                <p className="m-0 text-14 font-medium wrap-anywhere text-ink first-letter:uppercase">{row.concern}</p>
                <p className="m-0 mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-faint">
                  <StateBadge tone={states[row.state].tone} word={states[row.state].word} look="plain" />
                  <span className="first-letter:uppercase">{row.type.replace('-', ' ')}</span>
                  <WhyLink why={why} about={row.concern} />
                </p>
              </div>
              <Menu
                label={`More for: ${row.concern}`}
                items={choices
                  .filter(({ id }) => maySettleObjection(row.state, id).may)
                  .map(({ id, label }) => ({ id, label, run: to(id) }))}
              />
            </div>
            <div className="mt-2">
              <Quote text={row.quote} who={row.who} when={row.saidAt} href={href} size="small" />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
