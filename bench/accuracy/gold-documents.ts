/** Which annotated documents are at hand, and what does the reader make of them? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnalysisInput, Participant } from '#discovery/needs/rules/analysis-input.ts'
import { readDocument } from '#discovery/needs/rules/read-document.ts'

export type GoldSpan = {
  id: string
  kind: string
  side: 'customer' | 'vendor'
  who: string
  start: number
  end: number
  quote: string
  type?: string
  due?: string | null
  category?: string
  priority?: string
  polarity?: string
  name?: string
}
export type GoldDocument = {
  id: string
  source: 'email' | 'thread' | 'call'
  date: string
  text: string
  participants: Participant[]
  evidence: GoldSpan[]
  needs: { need: string; evidence: string[] }[]
}
export type Gold = { group: string; document: GoldDocument; input: AnalysisInput }

/** The development set beside the repository; override with the first argument. */
export const GOLD_AT = fileURLToPath(new URL('../../../shared/gold/dev', import.meta.url))

/** All .json documents below a folder, with the input the reader gives for each; empty when the folder is missing. */
export function readGold(at: string = GOLD_AT): Gold[] {
  if (!existsSync(at)) return []
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const document = JSON.parse(readFileSync(join(at, file), 'utf8')) as GoldDocument
      const { id, date, source, participants } = document
      const input = readDocument(document.text, { name: `${id}.txt`, today: date, context: { id, date, source, participants } })
      return { group: file.includes('/') ? (file.split('/')[0] ?? '') : '', document, input }
    })
}

/** Overlap of at least half of the shorter: the matching of the guideline. */
export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start)
}
