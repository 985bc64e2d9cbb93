/** What is a piece of evidence, and does its quote really stand in the text? */

/** Who said it: the buyer and its people, or the selling company. */
export type Side = 'customer' | 'vendor'

export const NEED_CATEGORIES = [
  'functionality',
  'integration',
  'data',
  'security',
  'compliance',
  'performance',
  'reliability',
  'usability',
  'support',
  'training',
  'deployment',
  'migration',
  'reporting',
  'automation',
  'cost',
  'timeline',
  'scalability',
  'contract',
] as const
export type NeedCategory = (typeof NEED_CATEGORIES)[number]

export const NEED_PRIORITIES = ['must', 'should', 'could'] as const
export type NeedPriority = (typeof NEED_PRIORITIES)[number]

export const OBJECTION_TYPES = [
  'price',
  'timing',
  'authority',
  'no-need',
  'trust',
  'status-quo',
  'competitor',
  'complexity',
  'security',
  'contract',
] as const
export type ObjectionType = (typeof OBJECTION_TYPES)[number]

export const POLARITIES = ['better', 'worse', 'neutral', 'using-now'] as const
export type Polarity = (typeof POLARITIES)[number]

/** The kinds found today. The list grows; readers must tolerate kinds they do not know. */
export const EVIDENCE_KINDS = ['need.explicit', 'need.implicit', 'objection', 'competitor', 'promise'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Where a span stands: [start, end) in JavaScript indices of the document's text, and the characters found there. */
export type TextSpan = { start: number; end: number; quote: string }

type Said = TextSpan & {
  /** "e1", "e2", ... unique in the document. */
  id: string
  side: Side
  /** The speaker's or sender's name. */
  who: string
  /** Calibrated chance, 0..1, that a careful reader would mark this span so. */
  confidence: number
  /** The rule that found it, e.g. "explicit.must". */
  rule: string
}

export type ExplicitNeedSpan = Said & {
  kind: 'need.explicit'
  need: string
  category: NeedCategory
  priority: NeedPriority
  /** Stated and taken back later in the same document: keeps its span, is left out of the needs. */
  withdrawn?: true
}
export type ImplicitNeedSpan = Said & {
  kind: 'need.implicit'
  need: string
  category: NeedCategory
  priority: NeedPriority
  /** One line: why the need follows. */
  because: string
}
export type ObjectionSpan = Said & { kind: 'objection'; type: ObjectionType; concern: string }
export type CompetitorSpan = Said & { kind: 'competitor'; name: string; polarity: Polarity }
export type PromiseSpan = Said & {
  kind: 'promise'
  what: string
  /** ISO date (YYYY-MM-DD), or null when no date can be told. */
  due: string | null
  owner: string
}

/** A found span in the form of the evidence file. Tell them apart by `kind`. */
export type EvidenceSpan = ExplicitNeedSpan | ImplicitNeedSpan | ObjectionSpan | CompetitorSpan | PromiseSpan

/** Why a quote is refused. */
export type QuoteFault = 'not-a-range' | 'empty' | 'quote-differs'

/**
 * Refuses an invented quote: null when `quote === text.slice(start, end)` and it says something, else the fault.
 * Checked on write, for machine, human and model alike.
 */
export function checkQuote(text: string, span: TextSpan): QuoteFault | null {
  const { start, end, quote } = span
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) return 'not-a-range'
  if (quote.trim() === '') return 'empty'
  return text.slice(start, end) === quote ? null : 'quote-differs'
}
