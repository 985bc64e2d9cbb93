/** Why do we say that they need this? The need as the Why panel tells it. */
import type { z } from 'zod'
import type { WhyContent } from '#foundation/ui/useWhy.tsx'
import type { NeedShown } from '../contract.ts'

export type NeedRow = z.output<typeof NeedShown>

/** Where a span stands: its conversation, scrolled to and lit. */
export const spanHref = (span: { threadId: string; evidenceId: string }): string =>
  `/conversations/${span.threadId}?evidence=${span.evidenceId}`

export const needStates = {
  found: { tone: 'still', word: 'Found' },
  confirmed: { tone: 'good', word: 'Confirmed' },
  rejected: { tone: 'bad', word: 'Not a need' },
  withdrawn: { tone: 'warn', word: 'Withdrawn' },
  met: { tone: 'good', word: 'Met' },
} as const satisfies Record<NeedRow['state'], { tone: 'still' | 'good' | 'bad' | 'warn'; word: string }>

/** The panel's content, with what a person can do. */
export function whyNeed(need: NeedRow, actions: NonNullable<WhyContent['actions']>): WhyContent {
  const how = need.kind === 'explicit' ? 'said so' : 'described something from which it follows'
  const rules = [...new Set(need.spans.map((s) => s.rule))]
  return {
    conclusion: `${need.accountName ?? need.who} needs: ${need.statement}`,
    sure: { confidence: need.confidence, n: need.spanCount, unit: 'sentence' },
    standing:
      need.state === 'found'
        ? 'Nobody has looked at this yet.'
        : [needStates[need.state].word, need.stateReason].filter(Boolean).join(': '),
    quotes: need.spans.map((s) => ({
      id: s.evidenceId,
      text: s.quote,
      who: s.who,
      when: s.saidAt,
      where: s.subject,
      href: spanHref(s),
    })),
    rule: { name: rules.join(', ') || 'Written down by a person', says: need.because ?? `${need.who} ${how}.` },
    actions: need.state === 'found' || need.state === 'confirmed' ? actions : {},
  }
}
