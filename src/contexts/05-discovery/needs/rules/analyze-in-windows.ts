/** How is a document of any length read in bounded time? Window by window, each a document of its own. */

import type { AnalysisInput, AnalyzedDocument, Utterance } from './analysis-input.ts'
import { analyzeDocument } from './analyze-document.ts'

/** The work of one document grows faster than its length: 15,000 characters take a third of a second at worst. */
export const windowCharacters = 15_000
/** No person reads or writes more in one message; what stands behind is a log or an export. */
export const mostCharacters = 450_000

/** The utterances in windows of about the given length, cut between utterances, else at the end of a line. */
export function cutWindows(text: string, utterances: readonly Utterance[], most = windowCharacters): Utterance[][] {
  const windows: Utterance[][] = []
  let room = 0
  const put = (piece: Utterance) => {
    const length = piece.end - piece.start
    if (length > room || !windows.length) {
      windows.push([])
      room = most
    }
    windows.at(-1)?.push(piece)
    room -= length
  }
  for (const utterance of utterances) {
    let { start } = utterance
    while (utterance.end - start > most) {
      const end = cutAt(text, start, start + most)
      put({ ...utterance, start, end })
      start = end
    }
    put({ ...utterance, start })
  }
  return windows
}

/** After the last empty line, line break or space before `latest`, should there be one in its second half. */
function cutAt(text: string, start: number, latest: number): number {
  const earliest = start + (latest - start) / 2
  for (const mark of ['\n\n', '\n', ' ']) {
    const found = text.lastIndexOf(mark, latest - mark.length)
    if (found >= earliest) return found + mark.length
  }
  return latest
}

/** Evidence and needs of a document; ids are unique, needs of different windows are not merged. Pure. */
export function analyzeInWindows(input: AnalysisInput): Pick<AnalyzedDocument, 'id' | 'evidence' | 'needs'> {
  const within = input.utterances
    .filter((one) => one.start < mostCharacters)
    .map((one) => ({ ...one, end: Math.min(one.end, mostCharacters) }))
  const windows = cutWindows(input.text, within)
  const read = windows.map((utterances) => analyzeDocument({ ...input, utterances }))
  const [only] = read
  if (only && read.length === 1) return { id: input.id, evidence: only.evidence, needs: only.needs }
  const named = (at: number, id: string) => `w${at + 1}.${id}`
  return {
    id: input.id,
    evidence: read.flatMap((one, at) => one.evidence.map((span) => ({ ...span, id: named(at, span.id) }))),
    needs: read.flatMap((one, at) => one.needs.map((need) => ({ ...need, evidence: need.evidence.map((id) => named(at, id)) }))),
  }
}
