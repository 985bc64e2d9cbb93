/** What stands in the kit's samples? Made up, the same at every visit, awkward on purpose. */
import { Handshake, Lightbulb, ShieldQuestionMark, Swords, Target } from 'lucide-react'
import type { KindLook } from '#foundation/ui/EvidenceMark.tsx'
import type { MarkedSpan } from '#foundation/ui/HighlightedText.tsx'
import type { DimRange } from '#foundation/ui/split-spans.ts'

export const kinds = {
  need: { word: 'Need', icon: Target, hue: 'lagoon' },
  implied: { word: 'Implied need', icon: Lightbulb, hue: 'moss' },
  objection: { word: 'Objection', icon: ShieldQuestionMark, hue: 'rose' },
  competitor: { word: 'Competitor', icon: Swords, hue: 'plum' },
  promise: { word: 'Promise', icon: Handshake, hue: 'sky' },
} satisfies Record<string, KindLook>

export const longName = 'Vereinigte Süddeutsche Wasser- und Abwasserverbände Donau-Iller GmbH & Co. Kommanditgesellschaft'
const names = [
  'Stadtwerke Aalen',
  'Brookfield Dental Group',
  'Nordlicht Logistik',
  'Ōtsuka Precision',
  longName,
  'Casa Verde',
  'Hafenbau Kiel',
  'Pennine Rail',
  'Ateliers Roussel',
  'Kita Sonnenhügel e. V.',
]
const people = ['Dana Weber', 'Tom Okafor', 'Ingrid Solheim', 'Luis Prado', 'Miriam Katz']
export const stages = ['Qualify', 'Discover', 'Propose', 'Decide', 'Won'] as const

export interface SampleRow {
  id: string
  name: string
  person: string
  stage: (typeof stages)[number]
  amount: number | null
  chance: number
  n: number
  touched: string
}

/** One row by its number; every seventh has no amount, every tenth has a name too long for its column. */
export const sampleRow = (i: number): SampleRow => ({
  id: `row-${i}`,
  name: `${names[i % names.length]}${i < names.length ? '' : ` ${Math.floor(i / names.length) + 1}`}`,
  person: people[(i * 7) % people.length] ?? '',
  stage: stages[(i * 3 + Math.floor(i / 10)) % stages.length] ?? 'Qualify',
  amount: i % 7 === 3 ? null : ((i * 7919) % 480) * 25_000 + 120_000,
  chance: ((i * 37) % 90) / 100 + 0.05,
  n: (i * 13) % 80,
  touched: new Date(Date.now() - ((i * 17) % 900) * 3_600_000 * (1 + (i % 5))).toISOString(),
})
export const sampleRows = (count: number): SampleRow[] => Array.from({ length: count }, (_, i) => sampleRow(i))

export const mail = `Hi Tom,

thanks for the call on Tuesday. Before we go any further: single sign-on through Entra is a must for us, IT will not let anything in without it. Today two people retype the orders every Friday, which costs us most of the afternoon, and nobody wants to do it over Christmas.

To be honest, Salesforn quoted us about a third less, and I am not sure our works council will accept anything that reads call notes.

I'll send you the list of our locations by Thursday.

Best regards
Dana

--
Dana Weber, Head of Operations
Stadtwerke Aalen, Im Hasennest 9

On Tue, 3 Nov 2026 at 14:05, Tom Okafor wrote:
> Hi Dana,
> good to talk to you today. As promised, the summary is below.
> Tom`

const at = (quote: string): { start: number; end: number } => {
  const start = mail.indexOf(quote)
  return { start, end: start + quote.length }
}
export const mailSpans: MarkedSpan[] = [
  {
    id: 's1',
    kind: kinds.need,
    says: 'Sign in through Entra',
    ...at('single sign-on through Entra is a must for us, IT will not let anything in without it.'),
  },
  {
    id: 's2',
    kind: kinds.objection,
    says: 'IT blocks tools without single sign-on',
    ...at('IT will not let anything in without it.'),
  },
  {
    id: 's3',
    kind: kinds.implied,
    says: 'Take orders over without retyping',
    ...at('Today two people retype the orders every Friday, which costs us most of the afternoon'),
  },
  { id: 's4', kind: kinds.competitor, says: 'Salesforn, said to be cheaper', ...at('Salesforn quoted us about a third less') },
  { id: 's5', kind: kinds.objection, says: 'Price', ...at('Salesforn quoted us about a third less') },
  {
    id: 's6',
    kind: kinds.promise,
    says: 'Dana sends the list of locations by Thursday',
    ...at("I'll send you the list of our locations by Thursday."),
  },
]
export const mailDims: DimRange[] = [
  { start: mail.indexOf('--\nDana'), end: mail.indexOf('On Tue'), label: 'Signature' },
  { start: mail.indexOf('On Tue'), end: mail.length, label: 'Quoted message' },
]
