/** How do flat words (a query string, command flags, a CSV row) become an operation's input? */
import { z } from 'zod'
import { bare } from './fields.ts'

/** Turns texts into the numbers, booleans and lists that the schema asks for; what cannot be turned is left for the check to name. */
export function readFlat(shape: z.ZodRawShape, words: Record<string, string | string[] | undefined>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, word] of Object.entries(words)) {
    if (word === undefined) continue
    const field = shape[key]
    out[key] = field ? readWord(field as z.ZodType, word) : word
  }
  return out
}

function readWord(field: z.ZodType, word: string | string[]): unknown {
  const kind = innermost(field)
  if (kind instanceof z.ZodArray) {
    const texts = Array.isArray(word) ? word : word.trim().startsWith('[') ? asJson(word) : word === '' ? [] : word.split(',')
    return Array.isArray(texts) ? texts.map((t) => (typeof t === 'string' ? readWord(kind.element as z.ZodType, t) : t)) : texts
  }
  const text = Array.isArray(word) ? (word.at(-1) ?? '') : word
  if (text === 'null' && field.safeParse(null).success) return null
  if (kind instanceof z.ZodNumber && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  if (kind instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text
  if (kind instanceof z.ZodObject || kind instanceof z.ZodRecord) return asJson(text)
  return text
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const innermost = (field: z.ZodType): z.ZodType => {
  const at = bare(field)
  return at === field ? at : innermost(at)
}
