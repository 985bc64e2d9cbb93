/** Where does each sentence and each clause of a text begin and end? */
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { splitLines } from './message-part.ts'
import { normalizeText } from './normalize-text.ts'

/** A half-open range [start, end) of the text it was split from. */
export type TextRange = { start: number; end: number }

/** A sentence with the clauses that cover it but for the conjunctions between them. */
export type Sentence = TextRange & { clauses: TextRange[] }

const nlp = winkNLP(model, ['sbd'])

const BULLET = /^\s*(?:[-*•·‣▪●◦>+–—]\s+|\(?\d{1,2}[.):]\s+|\(?[a-z][.)]\s+)/
const SUBJECT =
  "(?:i|we|they|he|she|it|you|there|this|that|these|those|nobody|no one|somebody|someone|everyone|everybody|people|who|(?:our|my|the|their|his|her|your|a|each|every|most|some|half) [\\p{L}'-]+)"
const PRONOUN_VERB =
  "(?:i|we|they|he|she|it|there|you|that|this)(?:'(?:s|m|re|ve|d|ll)| (?:is|are|was|were|has|have|had|do|does|did|don't|doesn't|didn't|can|can't|cannot|could|will|won't|would|need|want|must|should|get|got|lose|spend|keep|know|think|run|use|pay|still|also|just|only|never|always|mainly|currently|really))\\b"

/** Places between clauses: the match is the joint, which belongs to neither side. */
const JOINTS = new RegExp(
  [
    '(?<!&\\w{2,8})\\s*;\\s+',
    '\\s+--?\\s+',
    `,?\\s+(?:but|whereas|although|though|yet)\\s+(?=[\\p{L}'])`,
    `,\\s+(?:and|so|or|because|since|cause|plus)\\s+(?:then\\s+|also\\s+|now\\s+)?(?=${SUBJECT}[\\s'])`,
    `\\s+(?:and|so|because|cause)\\s+(?:then\\s+|also\\s+|now\\s+)?(?=${PRONOUN_VERB})`,
    `,\\s+(?=${PRONOUN_VERB})`,
    '\\s+\\((?=[^)]{25,}\\))',
  ].join('|'),
  'gu',
)

/** Speech without punctuation breaks where a new subject takes a verb. */
const SPOKEN_JOINTS = new RegExp(
  `\\s+(?:and|so|but|or|cause|because)?\\s*(?:then\\s+|now\\s+)?(?=(?:${PRONOUN_VERB}|nobody |somebody |what |can somebody |when ))`,
  'gu',
)
/** After these words a subject opens a subordinate clause: no break. */
const HOLDS_ON =
  /(?:^|\s)(?:if|when|that|what|which|who|where|why|how|because|cause|since|until|till|before|after|as|than|while|whether|the|a|of|to|for|with|and|or|but|so|think|know|hope|say|says|said|sure|guess|mean|like|not|yes|yeah|no|well|oh|just)$/

/** "1 timed entry": numbers without a dot count as bullets only where the lines count up from one. */
const BARE_NUMBER = /^\s*(\d{1,2})\s+(?=[\p{L}\p{N}])/u

const words = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** True when the break after this line was forced by the width of the page, so that the sentence goes on. */
function isWrapped(line: string, next: string, width: number): boolean {
  if (/[.!?:;]["')\]]?\s*$/.test(line)) return false
  const firstWord = next.trim().split(/\s/)[0] ?? ''
  if (width >= 50 && line.trimEnd().length + 1 + firstWord.length >= Math.min(width, 100) * 0.94) return true
  return (
    /,\s*$/.test(line) &&
    /^\s*\p{Ll}/u.test(next) &&
    !/^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|cheers|sehr geehrte|liebe[rs]?|hallo)\b/i.test(line)
  )
}

/** Paragraphs, list items and lines of their own, without their bullets. */
function splitBlocks(text: string, from: number, to: number): TextRange[] {
  const lines = splitLines(text.slice(from, to)).map((line) => ({ ...line, start: line.start + from, end: line.end + from }))
  const counted = new Set(lines.map((line) => BARE_NUMBER.exec(line.text)?.[1]).filter(Boolean))
  const counts = counted.has('1') && counted.has('2')
  const width = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
  const blocks: TextRange[] = []
  let open: TextRange | undefined
  let previous = ''
  for (const line of lines) {
    const bullet = BULLET.exec(line.text) ?? (counts ? BARE_NUMBER.exec(line.text) : null)
    const start = line.start + (bullet ? bullet[0].length : (/^\s*/.exec(line.text)?.[0].length ?? 0))
    const end = line.start + line.text.trimEnd().length
    if (end <= start) open = undefined
    else if (open && !bullet && isWrapped(previous, line.text, width)) open.end = end
    else if (open && !bullet && /[.!?]["')\]]?\s*$/.test(previous)) open.end = end
    else {
      open = { start, end }
      blocks.push(open)
    }
    previous = line.text
  }
  return blocks
}

const ABBREVIATED =
  /(?:^|\s)(?:art|min|max|approx|incl|excl|no|nos|nr|ca|vs|e\.g|i\.e|resp|fig|sec|par|para|abs|p|pp|dept|est|ext|tel|st|vol|ref|temp|qty|pos|bzw|z\.b|usw|inkl|evtl|ggf)\.$/i

/** Sentence ranges of one block by the language model, mapped back to offsets token by token. */
function sentencesOfBlock(text: string, block: TextRange): TextRange[] {
  const plain = text.slice(block.start, block.end).replace(/[\n\r\t\u00a0]/g, ' ')
  if (plain.length < 12 || !/[.!?…]\s/.test(plain)) return [block]
  const document = nlp.readDoc(plain)
  const tokens = document.tokens().out() as string[]
  const spans = document.sentences().out(nlp.its.span) as unknown as [number, number][]
  const places: TextRange[] = []
  let cursor = 0
  for (const token of tokens) {
    const found = token.trim() === '' ? cursor : plain.indexOf(token, cursor)
    const start = found < 0 || found > cursor + 40 ? cursor : found
    const end = Math.min(plain.length, start + (token.trim() === '' ? 0 : token.length))
    places.push({ start, end })
    cursor = end
  }
  const out: TextRange[] = []
  let at = 0
  for (const [, last] of spans) {
    const end = last === spans.at(-1)?.[1] ? plain.length : (places[last]?.end ?? plain.length)
    const piece = trimRange(plain, { start: at, end })
    const before = out.at(-1)
    // "Art. 28", "min. 700 litres": the model ends a sentence there, a reader does not.
    if (
      piece &&
      before &&
      ABBREVIATED.test(plain.slice(0, before.end - block.start)) &&
      /^[\d\p{Ll}(]/u.test(plain.slice(piece.start))
    )
      before.end = piece.end + block.start
    else if (piece) out.push({ start: piece.start + block.start, end: piece.end + block.start })
    at = end
  }
  return out
}

function trimRange(text: string, range: TextRange): TextRange | null {
  let { start, end } = range
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return end > start ? { start, end } : null
}

/** Longer than anybody's sentence: a table, a log, speech without a stop. Rules read it in stretches, in bounded time. */
const ENDLESS = 600

function cutEndless(text: string, sentence: TextRange): TextRange[] {
  const pieces: TextRange[] = []
  let { start } = sentence
  while (sentence.end - start > ENDLESS) {
    const stretch = text.slice(start, start + ENDLESS)
    const at = Math.max(stretch.lastIndexOf(', '), stretch.lastIndexOf('; '), stretch.lastIndexOf('\n'))
    const cut = at > ENDLESS / 2 ? at + 1 : stretch.lastIndexOf(' ') > ENDLESS / 2 ? stretch.lastIndexOf(' ') : ENDLESS
    // Never between the two halves of one character.
    const whole = /[\uD800-\uDBFF]/.test(stretch.charAt(cut - 1)) ? cut - 1 : cut
    const piece = trimRange(text, { start, end: start + whole })
    if (piece) pieces.push(piece)
    start += whole
  }
  const rest = trimRange(text, { start, end: sentence.end })
  return rest ? [...pieces, rest] : pieces
}

/** Splits a sentence at its joints; pieces of fewer than three words stay with their neighbour. */
export function splitClauses(text: string, sentence: TextRange): TextRange[] {
  const plain = normalizeText(text.slice(sentence.start, sentence.end))
  const cuts: TextRange[] = [...plain.matchAll(JOINTS)].map((joint) => ({
    start: joint.index,
    end: joint.index + joint[0].length,
  }))
  if (words(plain) > 16 && !/[,;:]/.test(plain.slice(0, -1))) {
    for (const joint of plain.matchAll(SPOKEN_JOINTS)) {
      if (HOLDS_ON.test(plain.slice(0, joint.index)) && !/\S/.test(joint[0])) continue
      cuts.push({ start: joint.index, end: joint.index + joint[0].length })
    }
    cuts.sort((a, b) => a.start - b.start)
  }
  const pieces: TextRange[] = []
  let at = 0
  for (const cut of [...cuts, { start: plain.length, end: plain.length }]) {
    if (cut.start < at) continue
    const piece = trimRange(plain, { start: at, end: cut.start })
    const last = pieces.at(-1)
    if (piece) {
      const short = words(plain.slice(piece.start, piece.end)) < 3
      if (last && (short || words(plain.slice(last.start, last.end)) < 3)) last.end = piece.end
      else pieces.push(piece)
    }
    at = cut.end
  }
  return pieces.map((piece) => ({ start: piece.start + sentence.start, end: piece.end + sentence.start }))
}

/**
 * The sentences of text[from, to) in order, each with its clauses, by offsets in `text`. Bullets, numbered items, lines
 * typed with a thumb, hard-wrapped paragraphs and speech without punctuation are all told apart. Never empty ranges.
 */
export function splitSentences(text: string, from = 0, to = text.length): Sentence[] {
  return splitBlocks(text, from, to)
    .flatMap((block) => sentencesOfBlock(text, block))
    .flatMap((sentence) => cutEndless(text, sentence))
    .map((sentence) => ({ ...sentence, clauses: splitClauses(text, sentence) }))
}
