/** Which clauses did people say in a document, each with what a rule must know of its surroundings? */
import type { Part } from './message-part.ts'
import { normalizeText } from './normalize-text.ts'
import { splitSentences, type TextRange } from './split-sentences.ts'

/** A message or a turn: whose clauses belong together. */
export type Speech = { start: number; end: number; who: string; side: 'customer' | 'vendor'; date: string; automatic?: boolean }

/** The smallest stretch that can be evidence. `plain` is the normalised text at the same offsets. */
export type Clause = TextRange & {
  plain: string
  /** Number of the speech it belongs to. */
  speech: number
  who: string
  side: 'customer' | 'vendor'
  date: string
  automatic: boolean
  /** The sentence it stands in. */
  sentence: TextRange & { plain: string; ends: '?' | '!' | '.' | '' }
  /** 0 for the first clause of its speech. */
  at: number
  /** The last thing the other side said before this speech, normalised; empty at the start. */
  asked: string
  /** The clauses of the same speech around it, normalised. */
  before: string
  after: string
  words: number
}

const countWords = (plain: string) => plain.match(/[\p{L}\p{N}]+(?:['.,][\p{L}\p{N}]+)*/gu)?.length ?? 0

function endOf(plain: string): '?' | '!' | '.' | '' {
  const last = /[?!.](?=["')\]\s]*$)/.exec(plain)?.[0]
  if (last === '?' || last === '!' || last === '.') return last
  // Typed and spoken questions often lack their mark.
  return /^(?:(?:and|so|but|or|well|ok|okay|hi|hello)[, ]+)?(?:can|could|do|does|did|is|are|will|would|what|how|when|which|who|where|why)\s+(?:you|it|we|they|there|that|this|i|is|are|do|does|the|your|somebody|someone)\b/.test(
    plain,
  )
    ? '?'
    : ''
}

/**
 * Reads the written parts of all speeches into clauses, in order of the text. What is quoted, signed, printed small or
 * said by the system is never read. Pure; offsets are those of `text`.
 */
export function readClauses(text: string, speeches: readonly Speech[], parts: readonly Part[]): Clause[] {
  const clauses: Clause[] = []
  const written = parts.filter((part) => part.kind === 'written')
  let lastOf: Record<'customer' | 'vendor', string> = { customer: '', vendor: '' }
  let from = 0
  for (const [speech, { start, end, who, side, date, automatic }] of speeches.entries()) {
    while (from < written.length && (written[from]?.end ?? 0) <= start) from++
    const own: Clause[] = []
    const asked = lastOf[side === 'customer' ? 'vendor' : 'customer']
    for (let n = from; n < written.length && (written[n]?.start ?? end) < end; n++) {
      const part = written[n]
      if (!part) continue
      for (const sentence of splitSentences(text, Math.max(part.start, start), Math.min(part.end, end))) {
        const sentencePlain = normalizeText(text.slice(sentence.start, sentence.end))
        const whole = { start: sentence.start, end: sentence.end, plain: sentencePlain, ends: endOf(sentencePlain) }
        for (const clause of sentence.clauses) {
          const plain = sentencePlain.slice(clause.start - sentence.start, clause.end - sentence.start)
          own.push({
            ...clause,
            plain,
            speech,
            who,
            side,
            date,
            automatic: automatic ?? false,
            sentence: whole,
            at: own.length,
            asked,
            before: '',
            after: '',
            words: countWords(plain),
          })
        }
      }
    }
    for (const [at, clause] of own.entries()) {
      clause.before = own[at - 1]?.plain ?? ''
      clause.after = own[at + 1]?.plain ?? ''
    }
    const last = own.at(-1)?.sentence.plain
    if (last) lastOf = { ...lastOf, [side]: last }
    clauses.push(...own)
  }
  return clauses
}
