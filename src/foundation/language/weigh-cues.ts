/** Which cues fire on a clause, and how likely do they make the kind they speak for? */
import type { Clause } from './read-clauses.ts'

/** A wording that speaks for (or against) a kind of evidence. */
export type Cue = {
  /** "explicit.must": kind, then what is seen. */
  rule: string
  /** Tested on the normalised text: lower case, straight quotes. */
  form: RegExp
  /** Where the form is tested; the clause itself unless said. */
  on?: 'clause' | 'sentence' | 'asked' | 'before' | 'after'
  /** Only in a question, a statement, or the first words after the other side's question. */
  where?: 'question' | 'statement' | 'answer'
  /** Not when this matches the clause. */
  unless?: RegExp
  /** Log-odds it adds before any data is seen: what the literature and common sense give it. */
  prior: number
}

/**
 * Log-odds per cue and the bias, fitted on annotated documents with the priors as centre, and the chance from which a
 * clause is reported.
 */
export type CueWeights = { bias: number; threshold: number; cues: Readonly<Record<string, number>> }

/** What was found in one clause. */
export type Weighed = { probability: number; rule: string; fired: string[] }

export const isQuestion = (clause: Clause) => clause.sentence.ends === '?'
/** True for the first sentence after a question of the other side. */
export const isAnswer = (clause: Clause) => clause.at <= 1 && clause.asked.endsWith('?')

function placeOf(clause: Clause, on: Cue['on']): string {
  if (on === 'sentence') return clause.sentence.plain
  if (on === 'asked') return clause.at <= 1 ? clause.asked : ''
  return on === 'before' || on === 'after' ? clause[on] : clause.plain
}

/** The rules of the cues that fire on the clause, in the order of the table. */
export function fireCues(clause: Clause, cues: readonly Cue[]): string[] {
  return cues
    .filter(({ form, on, where, unless }) => {
      if (where === 'question' && !isQuestion(clause)) return false
      if (where === 'statement' && isQuestion(clause)) return false
      if (where === 'answer' && !isAnswer(clause)) return false
      return form.test(placeOf(clause, on)) && !unless?.test(clause.plain)
    })
    .map((cue) => cue.rule)
}

/** Adds up the weights of what fired. `rule` is the cue named for this kind (by prefix) that weighs most. */
export function weighCues(fired: readonly string[], weights: CueWeights, prefix: string): Weighed {
  let sum = weights.bias
  let best = ''
  let most = 0
  for (const rule of fired) {
    const weight = weights.cues[rule] ?? 0
    sum += weight
    if (weight > most && rule.startsWith(prefix)) {
      most = weight
      best = rule
    }
  }
  return { probability: 1 / (1 + Math.exp(-sum)), rule: best || `${prefix}several`, fired: [...fired] }
}
