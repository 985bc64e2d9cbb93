/** Which characters of a message did its writer write, and which are quoted history, signature, small print, headers or system lines? */
import {
  ATTRIBUTION_START,
  ATTRIBUTIONS,
  CONTACT_LINE,
  DEVICE_LINE,
  FAREWELL,
  GATEWAY_NOTICE,
  HEADER_LINE,
  HISTORY_FROM,
  HISTORY_RULERS,
  SMALL_PRINT,
} from './mail-phrases.ts'
import { joinParts, type Line, type Part, type PartKind, splitLines } from './message-part.ts'

type Labelled = Line & { kind: PartKind }

/** Enough of a name to recognise it when it stands alone under the text. */
export type SegmentOptions = {
  /** The writer's name: lets a bare "Imogen" or "N" at the end be seen as a signature. */
  writer?: string
}

const blank = (line: Line | undefined) => !line || line.text.trim() === ''
const isQuoteMark = (text: string) => /^\s{0,3}>/.test(text) && !/^\s{0,3}>\s?\d+\s*(?:%|ms|mb|gb|users)\b/i.test(text)

/** How many lines from `at` on form "On ... wrote:" (mail programs wrap it); 0 when they do not. */
function attributionLength(lines: readonly Line[], at: number): number {
  const first = lines[at]?.text.trim() ?? ''
  if (!ATTRIBUTION_START.test(first)) return 0
  let joined = ''
  for (let n = 0; n < 4; n++) {
    const next = lines[at + n]
    if (!next || blank(next)) return 0
    joined += `${n ? ' ' : ''}${next.text.trim()}`
    if (joined.length > 320) return 0
    if (ATTRIBUTIONS.some((form) => form.test(joined))) return n + 1
  }
  return 0
}

/** True when a quoted header block ("From: / Sent:", "Von: / Gesendet:") begins here. */
function startsHeaderBlock(lines: readonly Line[], at: number): boolean {
  if (!HISTORY_FROM.test(lines[at]?.text.trim() ?? '')) return false
  const next = lines.slice(at + 1, at + 4).filter((line) => !blank(line))[0]
  return next !== undefined && HEADER_LINE.test(next.text.trim())
}

/** The line from which all that follows is history, marked with its reason's length, or -1. */
function historyStart(lines: readonly Line[]): number {
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]?.text.trim() ?? ''
    if (text === '' || isQuoteMark(text)) continue
    if (HISTORY_RULERS.some((ruler) => ruler.test(text))) return at
    if (/^_{8,}$|^-{20,}$/.test(text) && startsHeaderBlock(lines, at + 1)) return at
    if (startsHeaderBlock(lines, at)) return at
    const taken = attributionLength(lines, at)
    if (taken > 0) {
      const below = lines.slice(at + taken).find((line) => !blank(line))
      // Under an attribution, marks mean that answers may stand between them; no marks mean that all below is history.
      if (below && !isQuoteMark(below.text)) return at
    }
  }
  return -1
}

/** Labels headers at the very top (a stored mail may keep them) and returns the first line of the body. */
function labelTop(lines: Labelled[]): number {
  let at = 0
  while (at < lines.length && blank(lines[at])) at++
  const first = lines[at]?.text ?? ''
  const second = lines[at + 1]?.text ?? ''
  if (
    !HEADER_LINE.test(first) ||
    !(HEADER_LINE.test(second) || /^\s+\S/.test(second) || (/^subject:/i.test(first) && blank(lines[at + 1])))
  )
    return 0
  while (at < lines.length && !blank(lines[at])) at++
  for (let i = 0; i < at; i++) lines.splice(i, 1, { ...(lines[i] as Labelled), kind: 'header' })
  return at
}

/** True for a line that can stand in a signature block: short, a name, a title, a number, an address. */
function looksLikeSignature(text: string): boolean {
  const line = text.trim()
  if (line === '') return true
  if (CONTACT_LINE.test(line) || /^[-_*=|~•·\s]+$/.test(line)) return true
  const words = line.split(/\s+/)
  if (line.length > 90 || words.length > 12) return false
  return !/[.!?]$/.test(line) || words.length <= 3
}

/** True when the line names the writer: first name, last name, initials, with or without a dash. */
function namesWriter(text: string, writer: string | undefined): boolean {
  const line = text.trim().replace(/^[-–—~*/\s]+|[.,!*\s]+$/g, '')
  if (line === '' || line.length > 60) return false
  if (!writer) return false
  const names = writer
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  const initials = names.map((name) => name[0]).join('')
  const said = line
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean)
  if (said.length === 0 || said.length > 5) return false
  if (line.length <= 4 && (initials === said.join('') || initials.startsWith(said.join('')))) return true
  return said.every(
    (word) =>
      names.some((name) => name === word || (word.length === 1 && name.startsWith(word)) || name.startsWith(`${word}-`)) ||
      /^(?:dr|mr|mrs|ms|prof|i\.?a|ppa)$/.test(word),
  )
}

/** "i.A. Reinhold Speckbacher", "Ann", "Dr. Ann Lee-Smith": capitalised words only. */
const isNameLine = (text: string) =>
  /^\s*[-–—~*]*\s*(?:(?:i\.\s?[AV]\.|ppa\.?|Dr\.|Prof\.|Mr\.?|Mrs\.?|Ms\.?)\s*){0,2}\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|la|le|bin|al)){0,4}[\s,*]*$/u.test(
    text,
  )

const isPostscript = (text: string) => /^\s*(?:p\.?\s?p?\.?\s?s\b\.?|ps\b|nb\b|n\.b\.)\s*[:.–-]?\s*\S/i.test(text)

/** Labels the signature inside one run [from, to) of written lines. */
function labelSignature(lines: Labelled[], from: number, to: number, writer: string | undefined): void {
  let last = to - 1
  while (last >= from && blank(lines[last])) last--
  if (last < from) return
  let start = -1
  for (let at = from; at <= last; at++) {
    const text = lines[at]?.text ?? ''
    if (/^-- ?$/.test(text) || /^_{5,}\s*$/.test(text)) {
      start = at
      break
    }
    if (DEVICE_LINE.test(text.trim())) {
      start = at
      break
    }
    if (FAREWELL.test(text.trim()) || isFarewellWithName(text, writer)) {
      const below = lines.slice(at + 1, last + 1).filter((line) => !blank(line) && !isPostscript(line.text))
      const next = below[0]
      const nearEnd = below.length === 0
      if (
        nearEnd ||
        (next &&
          (namesWriter(next.text, writer) ||
            isNameLine(next.text) ||
            below.slice(0, 3).every((line) => looksLikeSignature(line.text))))
      ) {
        start = at
        break
      }
    }
    const alone = at > from && blank(lines[at - 1])
    if (alone && namesWriter(text, writer)) {
      start = at
      break
    }
  }
  if (start < 0) {
    const text = lines[last]?.text.trim() ?? ''
    // A capitalised word or two alone in the last paragraph is a name, not a sentence.
    if (
      last > from &&
      blank(lines[last - 1]) &&
      /^[-–—~]?\s?\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,2}$/u.test(text) &&
      text.length <= 32 &&
      !/^(?:yes|no|ok|okay|agreed|done|thanks|sure|fine)$/i.test(text)
    )
      start = last
    else return
  }
  let written = false
  for (let at = start; at < to; at++) {
    const line = lines[at] as Labelled
    if (isPostscript(line.text)) written = true
    else if (written && blank(line)) {
      const rest = lines.slice(at + 1, to).filter((next) => !blank(next))
      if (rest.length > 0 && rest.every((next) => looksLikeSignature(next.text) && !isPostscript(next.text))) written = false
    }
    if (!written) line.kind = 'signature'
  }
}

/** "Thanks, Imogen" or "Cheers Tom" on one line. */
function isFarewellWithName(text: string, writer: string | undefined): boolean {
  const found = /^(.{2,40}?)[,!.\s]+[-–—]?\s*(\p{L}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*)?)$/u.exec(text.trim())
  return found !== null && FAREWELL.test(found[1] ?? '') && namesWriter(found[2] ?? '', writer)
}

/** Labels paragraphs of small print and gateway notices among lines that are not quoted. */
function labelSmallPrint(lines: Labelled[], from: number): void {
  let at = from
  let seenText = false
  while (at < lines.length) {
    if (blank(lines[at]) || lines[at]?.kind === 'quoted') {
      at++
      continue
    }
    let end = at
    while (end < lines.length && !blank(lines[end]) && lines[end]?.kind === lines[at]?.kind) end++
    const paragraph = lines
      .slice(at, end)
      .map((line) => line.text.trim())
      .join(' ')
    const inFooter = lines[at]?.kind === 'signature'
    if (!seenText && GATEWAY_NOTICE.test(paragraph)) for (const line of lines.slice(at, end)) line.kind = 'disclaimer'
    else {
      const hits = paragraph.match(new RegExp(SMALL_PRINT.source, 'gi'))?.length ?? 0
      if (hits >= 2 || (hits === 1 && inFooter)) for (const line of lines.slice(at, end)) line.kind = 'disclaimer'
      seenText = true
    }
    at = end
  }
}

/**
 * Splits one message body into parts that cover it in order, by offsets in the stored text. Nothing is cut away.
 * Knows `>` marks, "On ... wrote:" in nine languages, Outlook and Gmail rulers, "Von: / Gesendet:" blocks, farewells,
 * "-- ", device lines, small print, gateway notices, and that a P.S. below the signature is written text.
 */
export function segmentMessage(text: string, options: SegmentOptions = {}): Part[] {
  const tagged = (text.match(BLOCK_TAGS)?.length ?? 0) >= 4
  const lines: Labelled[] = splitLines(text).map((line) => ({
    ...line,
    text: tagged ? withoutTags(line.text) : line.text,
    kind: 'written',
  }))
  const body = labelTop(lines)
  const below = lines.slice(body)
  const history = historyStart(below)
  const stop = history < 0 ? lines.length : body + history
  for (let at = stop; at < lines.length; at++) (lines[at] as Labelled).kind = 'quoted'
  for (let at = body; at < stop; at++) {
    const line = lines[at] as Labelled
    if (isQuoteMark(line.text)) line.kind = 'quoted'
    else if (/^\s*\[(?:cid:|image:|inline)[^\]]*\]\s*$/i.test(line.text)) line.kind = 'system'
    else {
      const taken = attributionLength(lines, at)
      for (let n = 0; n < taken; n++) (lines[at + n] as Labelled).kind = 'quoted'
      at += Math.max(0, taken - 1)
    }
  }
  labelRuns(lines, body, stop, options.writer)
  labelSmallPrint(lines, body)
  const parts = joinParts(lines.map(({ kind, start, end }) => ({ kind, start, end })))
  return tagged ? parts.flatMap((part) => (part.kind === 'written' ? carveTags(text, part) : [part])) : parts
}

/** Tags that end a line of text: in a body that was stored as HTML they are not the writer's words. */
const BLOCK_TAGS =
  /(?:<\/?(?:div|p|br|li|ul|ol|table|tbody|tr|td|th|h[1-6]|hr|html|body|head|meta|blockquote|pre|style|font)\b[^<>]*>\s*)+/gi

const withoutTags = (line: string) => line.replace(/<[^<>]*>/g, '').replace(/&nbsp;/g, ' ')

function carveTags(text: string, part: Part): Part[] {
  const carved: Part[] = []
  let at = part.start
  for (const tag of text.slice(part.start, part.end).matchAll(BLOCK_TAGS)) {
    const start = part.start + tag.index
    carved.push({ kind: 'written', start: at, end: start }, { kind: 'system', start, end: start + tag[0].length })
    at = start + tag[0].length
  }
  return joinParts([...carved, { kind: 'written', start: at, end: part.end }])
}

/** The signature stands in the last written run; with answers between quotes, each run may end in one. */
function labelRuns(lines: Labelled[], body: number, stop: number, writer: string | undefined): void {
  let from = body
  for (let at = body; at <= stop; at++) {
    if (at === stop || lines[at]?.kind === 'quoted' || lines[at]?.kind === 'system') {
      if (at > from) labelSignature(lines, from, at, writer)
      from = at + 1
    }
  }
}
