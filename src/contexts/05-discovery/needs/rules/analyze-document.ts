/** What evidence and which needs does one piece of client communication hold? */
import { checkQuote, type EvidenceSpan } from '#conversation/evidence/rules/evidence-span.ts'
import { findPromises } from '#conversation/promises/rules/find-promises.ts'
import type { FoundSpan } from '#foundation/language/find-spans.ts'
import { readClauses } from '#foundation/language/read-clauses.ts'
import { findCompetitors } from '#market/competitors/rules/find-competitors.ts'
import { findObjections } from '../../objections/rules/find-objections.ts'
import type { AnalysisInput, AnalyzedDocument } from './analysis-input.ts'
import { askNext } from './ask-next.ts'
import { readCustomerSigns } from './customer-signs.ts'
import { findExplicit } from './find-explicit.ts'
import { inferImplicit } from './infer-implicit.ts'
import { mergeNeeds, type NeedSpan } from './merge-needs.ts'
import { categorizeNeed, nameExplicitNeed, nameImplicitNeed, prioritizeNeed } from './name-need.ts'

/** A span that has no number yet. */
type Unnumbered = EvidenceSpan extends infer Span ? (Span extends EvidenceSpan ? Omit<Span, 'id'> : never) : never

const rounded = (share: number) => Math.round(share * 1000) / 1000

/**
 * Reads the written parts of the document and gives the evidence file form: spans in order of the text, each verbatim,
 * with a confidence and the rule that found it; needs merged; questions. Pure: the same input gives the same output.
 */
export function analyzeDocument(input: AnalysisInput): AnalyzedDocument {
  const { id, source, date, text, participants, utterances, parts } = input
  const clauses = readClauses(text, utterances, parts)
  const signed = clauses
    .filter((clause) => clause.side === 'customer' && !clause.automatic)
    .map((clause) => ({ clause, signs: readCustomerSigns(clause) }))
  const plainOf = (span: FoundSpan) => span.clauses.map((one) => one.clause.plain).join(' ')
  const said = ({ start, end, confidence, rule }: { start: number; end: number; confidence: number; rule: string }) => ({
    start,
    end,
    quote: text.slice(start, end),
    confidence: rounded(confidence),
    rule,
  })
  const spans: Unnumbered[] = []
  const speechOf = new Map<Unnumbered, number>()

  const explicit = findExplicit(signed)
  for (const span of explicit) {
    const { who, side, speech, sentence, asked } = span.clauses[0].clause
    const plain = plainOf(span)
    // "Yes, that's the law." takes its content from the question.
    const bare =
      /^(?:yes|yeah|ideally|definitely|correct|absolutely)\b/.test(plain) && plain.split(' ').length <= 6 && asked !== ''
    const need = bare ? nameExplicitNeed(asked.replace(/\?$/, '')) : nameExplicitNeed(text.slice(span.start, span.end))
    const found: Unnumbered = {
      kind: 'need.explicit',
      side,
      who,
      ...said(span),
      need,
      category: categorizeNeed(bare ? asked : plain),
      priority: prioritizeNeed(plain, sentence.ends === '?'),
      ...(span.withdrawn ? { withdrawn: true as const } : {}),
    }
    spans.push(found)
    speechOf.set(found, speech)
  }
  for (const span of inferImplicit(text, signed, explicit)) {
    const { who, side, speech } = span.clauses[0].clause
    const plain = plainOf(span)
    const found: Unnumbered = {
      kind: 'need.implicit',
      side,
      who,
      ...said(span),
      need: nameImplicitNeed(text.slice(span.start, span.end), span.rule),
      category: categorizeNeed(plain),
      priority: prioritizeNeed(plain, false),
      because: span.because,
    }
    spans.push(found)
    speechOf.set(found, speech)
  }
  for (const span of findObjections(text, signed)) {
    const { who, side } = span.clauses[0].clause
    spans.push({ kind: 'objection', side, who, ...said(span), type: span.type, concern: span.concern })
  }
  const people = clauses.filter((clause) => !clause.automatic)
  for (const found of findCompetitors(text, people, participants))
    spans.push({
      kind: 'competitor',
      side: found.side,
      who: found.who,
      ...said(found),
      name: found.name,
      polarity: found.polarity,
    })
  for (const found of findPromises(text, people))
    spans.push({
      kind: 'promise',
      side: found.side,
      who: found.owner,
      ...said(found),
      what: found.what,
      due: found.due,
      owner: found.owner,
    })

  const speech = new Map<string, number>()
  const evidence = spans
    .filter((span) => checkQuote(text, span) === null)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((span, at): EvidenceSpan => {
      const numbered = { id: `e${at + 1}`, ...span }
      speech.set(numbered.id, speechOf.get(span) ?? 0)
      return numbered
    })
  const needSpans = evidence.flatMap((span): NeedSpan[] => {
    if (span.kind !== 'need.explicit' && span.kind !== 'need.implicit') return []
    if (span.kind === 'need.explicit' && span.withdrawn) return []
    const { need, category, priority, confidence } = span
    return [
      {
        id: span.id,
        explicit: span.kind === 'need.explicit',
        need,
        category,
        priority,
        confidence,
        speech: speech.get(span.id) ?? 0,
        plain: span.quote,
      },
    ]
  })
  const needs = mergeNeeds(needSpans)
  return { id, source, date, text, participants, evidence, needs, nextQuestions: askNext(needs, evidence, text.toLowerCase()) }
}
