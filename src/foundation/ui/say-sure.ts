/** How sure are we, in words a person would use, with the number and the count beside it? */
import { countOf, formatShare } from './format-number.ts'

export interface Sureness {
  /** Calibrated, 0..1. */
  confidence: number
  /** How many observations it rests on. */
  n: number
  /** What n counts, in the singular: "sentence", "opportunity". */
  unit?: string
  /** The plural where it is not unit + "s". */
  units?: string
}

/** The word alone: bands of equal meaning to a reader, not of equal width. */
export function sureWord(confidence: number): 'Almost certain' | 'Quite sure' | 'Leaning' | 'A guess' {
  if (confidence >= 0.9) return 'Almost certain'
  if (confidence >= 0.75) return 'Quite sure'
  if (confidence >= 0.5) return 'Leaning'
  return 'A guess'
}

/** "Quite sure: 82%, from 3 sentences". */
export const saySure = ({ confidence, n, unit = 'sentence', units }: Sureness): string =>
  `${sureWord(confidence)}: ${formatShare(confidence)}, from ${countOf(n, unit, units ?? `${unit}s`)}`
