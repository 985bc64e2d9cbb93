/** What would a good seller still have to ask after this document? */
import type { EvidenceSpan } from '#conversation/evidence/rules/evidence-span.ts'
import type { CanonicalNeed } from './analysis-input.ts'

const clip = (text: string, length = 90) => (text.length > length ? `${text.slice(0, length).replace(/\s\S*$/, '')} ...` : text)

/** At most six questions: open objections first, then what the needs leave open, then the frame of the purchase. */
export function askNext(needs: readonly CanonicalNeed[], evidence: readonly EvidenceSpan[], plain: string): string[] {
  const questions: string[] = []
  for (const span of evidence) {
    if (span.kind === 'objection' && span.confidence >= 0.4 && questions.length < 2)
      questions.push(`What would have to be true to settle this: "${clip(span.concern)}"?`)
  }
  for (const need of needs) {
    if (questions.length >= 4) break
    if (!need.explicit)
      questions.push(`What does this cost today, in hours or money: ${clip(need.need.split(': ').at(-1) ?? need.need)}?`)
    else if (
      !/\d/.test(need.need) &&
      (need.category === 'performance' || need.category === 'reliability' || need.category === 'scalability')
    )
      questions.push(`Which figure would be good enough for: ${clip(need.need)}?`)
    else if (need.priority === 'must' && questions.length < 3)
      questions.push(`How will they check that this is met: ${clip(need.need)}?`)
  }
  const rival = evidence.find((span) => span.kind === 'competitor')
  if (rival?.kind === 'competitor') questions.push(`What do they value in ${clip(rival.name, 40)}, and what is missing there?`)
  if (needs.length > 0 && !needs.some((need) => need.category === 'timeline'))
    questions.push('By when does it have to work, and what happens if it does not?')
  if (needs.length > 0 && !/\b(?:budget|sign(?:s|ed)? (?:it )?off|approv\w+|board|decides?|decision)\b/.test(plain))
    questions.push('Who decides, who has to agree, and is there a budget?')
  return questions.slice(0, 6)
}
