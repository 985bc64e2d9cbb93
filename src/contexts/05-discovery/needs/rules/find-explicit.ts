/** Where does a customer state a requirement as such? */
import { contentStems } from '#foundation/language/content-words.ts'
import { type FoundSpan, findSpans, type SignedClause } from '#foundation/language/find-spans.ts'
import { EXPLICIT_WEIGHTS } from './explicit-weights.ts'

/** A found requirement; `withdrawn` when the customer takes it back later in the same document. */
export type FoundExplicit = FoundSpan & { withdrawn: boolean }

/** "forget the scanners", "we don't need X any more after all". */
const TAKES_BACK =
  /\b(?:forget (?:about )?(?:the|my|our|that|what)|scrap (?:that|the)|never mind|on second thoughts?|changed (?:my|our) minds?|no longer (?:need|want|require)|(?:don't|do not|doesn't) need .{0,60}(?:any ?more|any longer|after all|now)|(?:can|could|please) (?:drop|skip|strike|remove) (?:the|that|my|our)|take that back|without the .{1,40} after all)\b/

/** Requirements in the customer's clauses, in order of the text. */
export function findExplicit(signed: readonly SignedClause[]): FoundExplicit[] {
  const spans = findSpans(
    signed,
    EXPLICIT_WEIGHTS,
    'explicit.',
    (a, b) => a.signs.includes('explicit.must') && b.signs.includes('explicit.must'),
  )
  const taken = signed
    .filter(({ clause }) => TAKES_BACK.test(clause.plain))
    .map(({ clause }) => ({ start: clause.start, stems: contentStems(clause.plain) }))
  return spans
    .filter((span) => !taken.some((one) => one.start === span.start))
    .map((span) => {
      const stems = new Set(contentStems(span.clauses.map((one) => one.clause.plain).join(' ')))
      const withdrawn = taken.some(
        (one) => one.start > span.start && one.stems.filter((stem) => stems.has(stem)).length >= 1 && one.stems.length <= 8,
      )
      return { ...span, withdrawn }
    })
}
