/** In which language is a text written? */
import { eld } from 'eld/small'

/** An ISO 639-1 code, or null when the text is too short or mixed to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 2_000)
  if (sample.trim().length < 4) return null
  const found = eld.detect(sample)
  return found.language && found.isReliable() ? found.language : null
}
