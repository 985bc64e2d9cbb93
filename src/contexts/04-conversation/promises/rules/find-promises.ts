/** Who committed to do what by when? */
import { contentStems } from '#foundation/language/content-words.ts'
import { type FoundSpan, findSpans } from '#foundation/language/find-spans.ts'
import type { Clause } from '#foundation/language/read-clauses.ts'
import { resolveDueDate } from '#foundation/language/resolve-due-date.ts'
import { readPromiseSigns } from './promise-signs.ts'
import { PROMISE_WEIGHTS } from './promise-weights.ts'

/** A found promise: [start, end) of the text. `due` is an ISO date or null, `owner` the speaker. */
export type FoundPromise = {
  start: number
  end: number
  confidence: number
  rule: string
  what: string
  due: string | null
  owner: string
  side: 'customer' | 'vendor'
}

/** "I'll send you the plan tomorrow." -> "send the plan". */
export function namePromise(quote: string, dueWords: string): string {
  let what = quote.replace(/\s+/g, ' ')
  if (dueWords) what = what.replace(dueWords, ' ')
  what = what
    .replace(
      /^.*?\b(?:(?:i|we)(?:['’]ll| will| shall| can|['’]m| am|['’]re| are)?|let me|you(?:['’]ll| will))\s+(?=\w)/i,
      (lead) => (/you/i.test(lead.slice(-12)) ? 'you will ' : ''),
    )
    .replace(/^(?:going to|also|then|just|gladly|definitely|be sure to|make sure to|go ahead and)\s+/i, '')
    .replace(/\b(?:by|on|until|before|at|in|this|for)\s*(?=[,.]|$)/gi, ' ')
    .replace(/\s+([,.])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.;:!-]+$/, '')
    .trim()
  return (what || quote.trim()).slice(0, 140)
}

const ARRANGES = /\b(?:set (?:it |that |this )?up|schedul\w+|arrang\w+|book|reserve|pencil|fix|meet|call|come|visit|be there)\b/
/** "I'll call you then", "Great, I'll set that up": the day stands in what the other side said last. */
const POINTS_BACK = /(?<!\bby )\bthen\b(?! i| we|,)|\b(?:set|put|book|schedule|arrange|fix)\w* (?:that|it|this)\b/

/**
 * The due day: named behind "I'll", else anywhere in the span, its sentence, or a fragment right behind it, else in the
 * words it points back to. "An invite for Thursday" names the day of the meeting, not of the sending.
 */
function dueOf(text: string, span: FoundSpan): { due: string | null; words: string } {
  const last = (span.clauses.at(-1) ?? span.clauses[0]).clause
  const quote = text.slice(span.start, span.end)
  const lead = /\b(?:i|we|you|it)(?:['’]ll| will)\b/i.exec(quote)?.index ?? 0
  const fragment = last.after.split(/\s+/).length <= 5 ? last.after : ''
  const sentence = text.slice(last.sentence.start, last.sentence.end)
  const alone = (sentence.match(/\b(?:i|we)(?:['’]ll| will)\b/gi) ?? []).length <= 1
  const places = [quote.slice(lead), quote, alone ? sentence : '', fragment]
  if (POINTS_BACK.test(last.plain)) places.push(last.asked)
  for (const place of places) {
    const found = place ? resolveDueDate(place, last.date) : null
    const words = found ? place.slice(found.start, found.end) : ''
    const ofSomethingElse =
      found !== null &&
      /\bfor\s*(?:the|this|next)?\s*$|\bfor\b/i.test(`${place.slice(0, found.start).slice(-9)}${words.slice(0, 4)}`) &&
      !ARRANGES.test(last.plain)
    if (ofSomethingElse) return { due: null, words: '' }
    if (found) return { due: found.due, words }
  }
  return { due: null, words: '' }
}

type Stemmed = { promise: FoundPromise; stems: ReadonlySet<string> }

/** Two wordings of one commitment: same owner, most content words shared. */
function isSaidAgain({ promise: a, stems: first }: Stemmed, { promise: b, stems: second }: Stemmed): boolean {
  if (a.owner !== b.owner || (a.due !== b.due && a.due !== null && b.due !== null)) return false
  let shared = 0
  for (const stem of first) if (second.has(stem)) shared++
  return shared >= 2 && shared / Math.min(first.size, second.size) >= 0.67
}

/**
 * The promises in clauses of both sides. Automatic replies promise nothing; a commitment said again is one promise, the
 * clearest span. `due` is resolved against the date of its own message.
 */
export function findPromises(text: string, clauses: readonly Clause[]): FoundPromise[] {
  const signed = clauses.filter((clause) => !clause.automatic).map((clause) => ({ clause, signs: readPromiseSigns(clause) }))
  const bothDue = (a: { clause: Clause }, b: { clause: Clause }) =>
    /\b(?:i|we)(?:'ll| will)\b/.test(a.clause.plain) && /\b(?:i|we)(?:'ll| will)\b/.test(b.clause.plain)
  const found = findSpans(signed, PROMISE_WEIGHTS, 'promise.', bothDue).map((span): FoundPromise => {
    const { due, words } = dueOf(text, span)
    const { who, side } = span.clauses[0].clause
    return {
      start: span.start,
      end: span.end,
      confidence: span.confidence,
      rule: span.rule,
      what: namePromise(text.slice(span.start, span.end), words),
      due,
      owner: who,
      side,
    }
  })
  const kept: Stemmed[] = []
  for (const promise of found) {
    const one = { promise, stems: new Set(contentStems(text.slice(promise.start, promise.end))) }
    const again = kept.findIndex((other) => isSaidAgain(one, other))
    const other = kept[again]?.promise
    if (!other) kept.push(one)
    else if (
      (promise.due !== null && other.due === null) ||
      (promise.confidence > other.confidence && (promise.due !== null || other.due === null))
    )
      kept[again] = one
  }
  return kept.map((one) => one.promise).sort((a, b) => a.start - b.start)
}
