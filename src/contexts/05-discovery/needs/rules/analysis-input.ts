/** What goes into the analysis of one piece of client communication, and what comes out? */
import type { EvidenceSpan, NeedCategory, NeedPriority, Side } from '#conversation/evidence/rules/evidence-span.ts'
import type { Part } from '#foundation/language/message-part.ts'

export type DocumentSource = 'email' | 'thread' | 'call'

export type Participant = {
  name: string
  email?: string
  side: Side
  title?: string
  /** Why this side, where it was guessed and not given. */
  sideBecause?: string
}

/** One message of a thread, or one turn of a speaker: [start, end) of the document's text. */
export type Utterance = {
  start: number
  end: number
  /** Name of the speaker or sender: a participant's name where he is known. */
  who: string
  side: Side
  /** The message's own date (YYYY-MM-DD): due dates resolve against it. */
  date: string
  /** An automatic reply promises nothing. */
  automatic?: boolean
}

/**
 * One document to read. `parts` cover `text` in order (segmentMessage, readTranscript, readMailText give them);
 * only 'written' parts are read for evidence. For one stored message: one utterance over the whole text.
 */
export type AnalysisInput = {
  id: string
  source: DocumentSource
  /** YYYY-MM-DD */
  date: string
  text: string
  participants: Participant[]
  utterances: Utterance[]
  parts: Part[]
}

/** A canonical need: said once or five times, in one or several spans. */
export type CanonicalNeed = {
  need: string
  category: NeedCategory
  priority: NeedPriority
  /** True when at least one span states it as such. */
  explicit: boolean
  /** Ids of the spans. */
  evidence: string[]
  /** 0..1: the chance that at least one of its spans holds. */
  confidence: number
}

/** The evidence file form, plus `confidence` and `rule` on every span. */
export type AnalyzedDocument = {
  id: string
  source: DocumentSource
  date: string
  text: string
  participants: Participant[]
  evidence: EvidenceSpan[]
  needs: CanonicalNeed[]
  /** What a good seller would still have to ask. */
  nextQuestions: string[]
}
