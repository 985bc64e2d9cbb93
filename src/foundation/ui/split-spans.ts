/** How is a text cut so that every character belongs to exactly one run, whatever spans overlap? */

/** A half-open range of the text [start, end) as JavaScript string indices. */
export interface Span {
  id: string
  start: number
  end: number
}

/** A range that steps back (quoted mail, a signature) and may be folded. */
export interface DimRange {
  start: number
  end: number
  label: string
}

/** A run of text: the spans that cover it (shortest first) and those that end with it. */
export interface Run {
  start: number
  end: number
  text: string
  covers: string[]
  closes: string[]
}

/** A stretch of the text, plain or dimmed, with its runs. */
export interface Stretch {
  start: number
  end: number
  dim: DimRange | null
  runs: Run[]
}

/** Cuts text[from, to) at every span edge. Spans outside, empty or reversed are left out; order of input does not matter. */
export function splitSpans(text: string, spans: readonly Span[], from = 0, to = text.length): Run[] {
  const inside = spans
    .map((s) => ({
      id: s.id,
      start: Math.max(from, s.start),
      end: Math.min(to, s.end),
      length: s.end - s.start,
      last: s.end <= to,
    }))
    .filter((s) => s.start < s.end)
    .sort((a, b) => a.length - b.length || a.start - b.start || (a.id < b.id ? -1 : 1))
  const edges = [...new Set([from, to, ...inside.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b)
  const runs: Run[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i] ?? from, edges[i + 1] ?? to]
    runs.push({
      start,
      end,
      text: text.slice(start, end),
      covers: inside.filter((s) => s.start <= start && s.end >= end).map((s) => s.id),
      closes: inside.filter((s) => s.end === end && s.last).map((s) => s.id),
    })
  }
  return runs
}

/** Cuts the text into plain and dimmed stretches, then each into runs. Overlapping dim ranges: the earlier one wins. */
export function splitStretches(text: string, spans: readonly Span[], dims: readonly DimRange[] = []): Stretch[] {
  const stretches: Stretch[] = []
  const put = (start: number, end: number, dim: DimRange | null) => {
    if (start < end) stretches.push({ start, end, dim, runs: splitSpans(text, spans, start, end) })
  }
  let at = 0
  for (const dim of [...dims].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(at, Math.min(dim.start, text.length))
    const end = Math.min(dim.end, text.length)
    if (end <= start) continue
    put(at, start, null)
    put(start, end, dim)
    at = end
  }
  put(at, text.length, null)
  return stretches
}
