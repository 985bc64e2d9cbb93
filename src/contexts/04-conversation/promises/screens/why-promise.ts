/** Why do we say that this was promised? */
import type { z } from 'zod'
import type { WhyContent } from '#foundation/ui/useWhy.tsx'
import type { PromiseShown } from '../contract.ts'

export type PromiseRow = z.output<typeof PromiseShown>

/** How a promise stands on a day: an open one past its day is overdue. */
export function promiseStanding(
  promise: PromiseRow,
  today: string,
): { tone: 'good' | 'warn' | 'bad' | 'active' | 'still'; word: string } {
  if (promise.state !== 'open') return closed[promise.state]
  if (promise.dueOn && promise.dueOn < today) return { tone: 'bad', word: 'Overdue' }
  return { tone: 'active', word: 'Open' }
}
const closed = {
  kept: { tone: 'good', word: 'Kept' },
  late: { tone: 'warn', word: 'Kept late' },
  broken: { tone: 'bad', word: 'Broken' },
  released: { tone: 'still', word: 'Released' },
  rejected: { tone: 'still', word: 'Not a promise' },
} as const

export const promiseHref = (p: PromiseRow): string => `/conversations/${p.threadId}?evidence=${p.evidenceId}`

export function whyPromise(p: PromiseRow, actions: NonNullable<WhyContent['actions']>): WhyContent {
  return {
    conclusion: `${p.ownerName} promised${p.accountName ? (p.side === 'vendor' ? ` ${p.accountName}` : '') : ''}: ${p.what}`,
    sure: { confidence: p.confidence, n: 1, unit: 'sentence' },
    standing:
      p.state === 'open'
        ? p.confirmedAt
          ? 'A person confirmed this.'
          : 'Nobody has looked at this yet.'
        : [closed[p.state].word, p.closeReason].filter(Boolean).join(': '),
    quotes: [{ id: p.evidenceId, text: p.quote, who: p.ownerName, when: p.saidAt, href: promiseHref(p) }],
    rule: {
      name: p.rule,
      says: p.dueOn
        ? `The words commit somebody to something that can be checked, by ${p.dueOn}.`
        : 'The words commit somebody to something that can be checked. No day was named.',
    },
    actions: p.state === 'open' ? actions : {},
  }
}
