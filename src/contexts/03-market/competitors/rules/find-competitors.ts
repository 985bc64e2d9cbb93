/** Which rival, incumbent or home-made means is named as an alternative, and how is it seen? */
import { type FoundSpan, findSpans, type SignedClause } from '#foundation/language/find-spans.ts'
import type { Clause } from '#foundation/language/read-clauses.ts'
import { COMPETITOR_CUES } from './competitor-cues.ts'
import { readCompetitorSigns } from './competitor-signs.ts'
import { COMPETITOR_WEIGHTS } from './competitor-weights.ts'
import { knownWords, readNames } from './read-names.ts'

export type CompetitorPolarity = 'better' | 'worse' | 'neutral' | 'using-now'

/** A found alternative: [start, end) of the text, its name in the words used. */
export type FoundCompetitor = {
  start: number
  end: number
  confidence: number
  rule: string
  name: string
  polarity: CompetitorPolarity
  who: string
  side: 'customer' | 'vendor'
}

const BETTER =
  /\b(?:cheaper|better|quieter|faster|nicer|easier|smaller|lighter|for (?:nothing|free|less|half)|less|quoted|offer(?:s|ed|ing)|go with|trust|prefers?|no machine|simpler|more (?:modern|reliable|flexible|features)|tempting|half the price|lower)\b/
const WORSE =
  /\b(?:but|crash\w*|dead|died|fail\w*|slow\w*|unreliable|worse|terrible|awful|bad|hopeless|useless|complain\w*|let (?:us|me) down|told them no|waiting|late|lock\w*|wanted (?:\w+ )?years|too (?:expensive|big|slow|old|complex|slick|dear)|expensive|error\w*|mistakes?|lost|broke\w*|not (?:covering|helpful|good)|never|slick|rude|pushy|insolvent|disappoint\w*)\b/
const USING =
  /\b(?:current(?:ly)?|existing|present|use[sd]?|using|have|has|with (?:a|the|our)|keep(?:s)?|run(?:s)?|does (?:that|it)|do (?:it|that)|right now|today|at the moment|our|own|in-house|been with|looks after|in (?:a|his|her|my|their))\b/

/** As the speaker sees it in the span's own words. */
export function readPolarity(plain: string): CompetitorPolarity {
  const using = USING.test(plain)
  if (
    /\b(?:current(?:ly)?|existing|in-house|our own|own|in (?:his|her|my|their) head|using|uses?|does that|right now|keeps?)\b/.test(
      plain,
    )
  )
    return 'using-now'
  if (WORSE.test(plain)) return 'worse'
  if (BETTER.test(plain)) return 'better'
  return using ? 'using-now' : 'neutral'
}

const formOf = (rule: string) => COMPETITOR_CUES.find((cue) => cue.rule === rule)?.form

const MEANS = ['competitor.means', 'competitor.incumbent'] as const
const OTHERS = ['competitor.doer', 'competitor.do-ourselves', 'competitor.rival-word'] as const

function wordsOf(text: string, span: FoundSpan, rules: readonly string[]): string | null {
  for (const rule of rules) {
    for (const { clause } of span.clauses) {
      const found = formOf(rule)?.exec(clause.plain)
      if (found)
        return text
          .slice(clause.start + found.index, clause.start + found.index + found[0].length)
          .replace(/\s+/g, ' ')
          .replace(/^(?:our|my|the|an?|his|her|their)\s+/i, '')
    }
  }
  return null
}

/** The words that name the means ("spreadsheet", "current provider"), a proper name in the span or its sentence, else the first words. */
function nameOf(text: string, span: FoundSpan, known: ReadonlySet<string>): string {
  const means = wordsOf(text, span, MEANS)
  if (means) return means
  for (const { clause } of span.clauses) {
    const name = readNames(text, clause, known)[0] ?? readNames(text, { ...clause, ...clause.sentence }, known)[0]
    if (name) return name.name
  }
  return wordsOf(text, span, OTHERS) ?? text.slice(span.start, span.end).replace(/\s+/g, ' ').split(' ').slice(0, 6).join(' ')
}

/** Alternatives in clauses of both sides. Names of the participants, their companies and mail domains are never rivals. */
export function findCompetitors(
  text: string,
  clauses: readonly Clause[],
  participants: readonly { name: string; email?: string; title?: string }[],
): FoundCompetitor[] {
  const known = knownWords(participants)
  const signed = clauses.map(
    (clause): SignedClause => ({ clause, signs: readCompetitorSigns(clause, readNames(text, clause, known).length > 0) }),
  )
  return findSpans(signed, COMPETITOR_WEIGHTS, 'competitor.').map((span) => {
    const { who, side } = span.clauses[0].clause
    const plain = span.clauses.map(({ clause }) => clause.plain).join(' ')
    return {
      start: span.start,
      end: span.end,
      confidence: span.confidence,
      rule: span.rule,
      name: nameOf(text, span, known),
      polarity: readPolarity(plain),
      who,
      side,
    }
  })
}
