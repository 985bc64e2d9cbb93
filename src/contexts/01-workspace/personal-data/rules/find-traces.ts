/** Where does a text tell of one person: their name, address, phone, or words? */
import { collectWords, runLength, tokensOf, type Words } from './collect-words.ts'
import type { Stretch } from './mask-text.ts'

/** What is known of somebody who is to be erased. */
export interface Known {
  names: string[]
  emails: string[]
  phones: string[]
  /** Texts that they wrote or said. */
  said: string[]
  /** Single names that nobody else in their conversations bears. */
  near: string[]
}
export interface Traces {
  terms: RegExp | null
  near: RegExp | null
  words: Words
}
export interface Where {
  /** In a conversation of theirs: single names count. */
  isNear?: boolean
  /** Earlier mail that is repeated: short runs of their words count. */
  isQuoted?: boolean
  /** Somebody else wrote it: what two people both say is theirs only when it is said to be, or is long. */
  isOthers?: boolean
}
/** Nobody writes so many words alike by chance. */
const surelyRepeated = 20
/** "as Ana said: …" */
const attributedWithin = 80

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const between = String.raw`[\s>.,_-]+`
const edge = (inner: string) => String.raw`(?<![\p{L}\p{N}])(?:${inner})(?![\p{L}\p{N}])`
const apart = String.raw`[^\p{L}\p{N}]`
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '')

function namePatterns(name: string): string[] {
  const parts = name.split(/[\s.,_-]+/).filter(Boolean)
  if (parts.length < 2) return name.length >= 3 ? [literal(name)] : []
  const last = parts.at(-1) ?? ''
  const orders = [parts, [last, ...parts.slice(0, -1)], ...(parts.length > 2 ? [[parts[0] ?? '', last]] : [])]
  return orders.map((order) => order.map(literal).join(between))
}

/** The digits of a phone however they are grouped, with or without the code of its country. */
function phonePattern(phone: string): string[] {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 6) return []
  const core = /^\s*(\+|00)/.test(phone) && digits.length > 9 ? digits.slice(-(digits.length - 3)) : digits
  return [String.raw`(?<!\d)(?:\+|00)?[\d\s().\/-]{0,7}?${[...core].join(String.raw`[\s().\/-]*`)}(?!\d)`]
}

const oneOf = (patterns: string[]): RegExp | null => (patterns.length ? new RegExp(patterns.join('|'), 'giu') : null)

/** Makes what is looked for out of what is known. */
export function traceOf({ names, emails, phones, said, near }: Known): Traces {
  const spelt = [...new Set([...names, ...names.map(plain)])]
  const addresses = [...new Set(emails)]
  // Every class of letters costs time to compile, so the edges stand around all patterns once.
  const whole = [
    ...addresses.map((email) =>
      email
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .map(literal)
        .join(apart),
    ),
    ...spelt.flatMap(namePatterns),
  ].filter(Boolean)
  const exact = addresses.map((email) => String.raw`(?<![\p{L}\p{N}._%+-])${literal(email)}(?![\p{L}\p{N}-])`)
  return {
    terms: oneOf([...exact, ...(whole.length ? [edge(whole.join('|'))] : []), ...phones.flatMap(phonePattern)]),
    near: oneOf(near.length ? [edge([...new Set([...near, ...near.map(plain)])].map(literal).join('|'))] : []),
    words: collectWords(said),
  }
}

const matches = (text: string, pattern: RegExp | null): Stretch[] =>
  pattern ? [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length })) : []

/** Every stretch that tells of them. */
export function findTraces(
  text: string,
  traces: Traces,
  { isNear = false, isQuoted = false, isOthers = false }: Where = {},
): Stretch[] {
  const named = [...matches(text, traces.terms), ...(isNear ? matches(text, traces.near) : [])]
  const words = findWords(text, traces.words, isQuoted).filter(
    ({ start, length }) =>
      !isOthers ||
      length >= surelyRepeated ||
      named.some((one) => one.end <= start && one.end >= start - attributedWithin && !/\n\s*\n/.test(text.slice(one.end, start))),
  )
  return [...named, ...words, ...findAttributed(text, traces.terms)]
}

/** Runs of their words: long ones, whole sentences of theirs, and in quotes every run and line. */
function findWords(text: string, { runs, sentences, lines }: Words, isQuoted: boolean): (Stretch & { length: number })[] {
  if (!runs.size && !lines.size) return []
  const found: (Stretch & { length: number })[] = []
  const tokens = tokensOf(text)
  for (let at = 0; at + runLength <= tokens.length; ) {
    let to = at
    const runAt = (from: number) =>
      tokens
        .slice(from, from + runLength)
        .map((t) => t.word)
        .join(' ')
    while (to + runLength <= tokens.length && runs.has(runAt(to))) to++
    if (to === at) {
      at++
      continue
    }
    const run = tokens.slice(at, to + runLength - 1)
    if (
      isQuoted ||
      run.length >= 2 * runLength ||
      holdsSentence(
        run.map((t) => t.word),
        sentences,
      )
    )
      found.push({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, length: run.length })
    at = to
  }
  if (isQuoted)
    for (const line of text.matchAll(/[^\n]+/g)) {
      const said = tokensOf(line[0])
      if (lines.has(said.map((t) => t.word).join(' ')))
        found.push({ start: line.index + (said[0]?.start ?? 0), end: line.index + line[0].trimEnd().length, length: said.length })
    }
  return found
}

function holdsSentence(run: string[], sentences: ReadonlySet<string>): boolean {
  for (let from = 0; from + runLength <= run.length; from++)
    for (let to = from + runLength; to <= run.length; to++) if (sentences.has(run.slice(from, to).join(' '))) return true
  return false
}

const headed = /^[>\s]*(?:from|von|de|da|van)\s*:/i

/** What a mail repeats under their name: quoted lines after "… wrote:", and what follows a header "From: …" of theirs. */
function findAttributed(text: string, terms: RegExp | null): Stretch[] {
  if (!terms || !/^[ \t]*>|^[>\s]*(?:from|von|de|da|van)\s*:/im.test(text)) return []
  const found: Stretch[] = []
  let inside: 'quote' | 'header' | null = null
  let heard = ''
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const isQuote = /^\s*>/.test(line[0])
    if (headed.test(line[0])) inside = line[0].search(terms) >= 0 ? 'header' : null
    else if (inside === 'quote' && !isQuote && line[0].trim()) inside = null
    else if (isQuote && inside === null && /:\s*$/.test(heard) && heard.search(terms) >= 0) inside = 'quote'
    if (inside === 'header' || (inside === 'quote' && isQuote))
      found.push({ start: line.index, end: line.index + line[0].length })
    // "On Monday\nAna Nowak <ana@…> wrote:" breaks where it likes.
    if (line[0].trim()) heard = isQuote ? '' : `${heard.slice(-200)} ${line[0].trimEnd()}`
    else if (!/:\s*$/.test(heard)) heard = ''
  }
  return found
}
