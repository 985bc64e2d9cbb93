/** What is a stretch of a message, and how are stretches stitched together so that they cover the text? */

/** What the writer wrote, or what came with it. `system` is a line no person said. */
export type PartKind = 'written' | 'quoted' | 'signature' | 'disclaimer' | 'header' | 'system'

/** A half-open stretch [start, end) of the stored text, in JavaScript string indices. */
export type Part = { kind: PartKind; start: number; end: number }

/** A line with its offsets; `end` is after the line break, `text` is without it. */
export type Line = { start: number; end: number; text: string }

/** Splits at LF (a CR before it stays outside `text`); the lines cover the whole text in order. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found + 1
    let stop = found < 0 ? text.length : found
    if (stop > start && text.charCodeAt(stop - 1) === 13) stop--
    lines.push({ start, end, text: text.slice(start, stop) })
    start = end
  }
  return lines
}

/** Joins neighbours of one kind, so that a text of n lines becomes a handful of parts. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    if (part.end <= part.start) continue
    const last = joined.at(-1)
    if (last && last.kind === part.kind && last.end === part.start) last.end = part.end
    else joined.push({ ...part })
  }
  return joined
}

/** Moves parts by an offset: the parts of a body become parts of the document that holds it. */
export function shiftParts(parts: readonly Part[], by: number): Part[] {
  return parts.map((part) => ({ ...part, start: part.start + by, end: part.end + by }))
}

/** True when the parts cover [0, length) without gap or overlap: the promise of every segmenter. */
export function coversText(parts: readonly Part[], length: number): boolean {
  let at = 0
  for (const part of parts) {
    if (part.start !== at || part.end <= part.start) return false
    at = part.end
  }
  return at === length
}
