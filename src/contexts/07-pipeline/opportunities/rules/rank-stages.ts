/** In which order do stages stand, how sure is each, and does one mean that an opportunity is open, won or lost? */

export type StageKind = 'open' | 'won' | 'lost'
export interface StagePlace {
  name: string
  position: number
  kind: StageKind
}

/** The stages of a new workspace. */
export const firstStages: readonly StagePlace[] = [
  { name: 'Found', position: 0, kind: 'open' },
  { name: 'Qualified', position: 1, kind: 'open' },
  { name: 'Proposal', position: 2, kind: 'open' },
  { name: 'Negotiation', position: 3, kind: 'open' },
  { name: 'Won', position: 4, kind: 'won' },
  { name: 'Lost', position: 5, kind: 'lost' },
]

const won = /\b(?:won|gewonnen|gagn[ée]e?|ganad[oa]|signed|closed[\s-]*deal)\b/i
const lost = /\b(?:lost|verloren|perdu|perdid[oa]|abandon(?:ed)?|disqualified|cancell?ed|rejected|no[\s-]*decision)\b/i

/** What a stage's name says of its opportunities. */
export const kindOfStage = (name: string): StageKind => (won.test(name) ? 'won' : lost.test(name) ? 'lost' : 'open')

// How far along a stage usually is, from the names of the big systems' standard pipelines; 0 .. 100.
const along: readonly [RegExp, number][] = [
  [/\b(?:found|new|lead|prospect\w*|suspect|inbound|open)\b/i, 5],
  [/\b(?:contact\w*|engag\w*|meeting|appointment)\b/i, 15],
  [/\b(?:qualif\w*)\b/i, 20],
  [/\b(?:discover\w*|needs?|analysis|evaluat\w*|assess\w*|demo\w*|presentation)\b/i, 35],
  [/\b(?:value prop\w*|decision makers?|perception|solution|pilot|trial|proof)\b/i, 50],
  [/\b(?:propos\w*|quote\w*|offer\w*|angebot|pric\w*)\b/i, 65],
  [/\b(?:negotiat\w*|review|contract\w*|commit\w*|verbal|legal|procurement)\b/i, 85],
]

/** How far along a stage is by its name, 0 .. 100; unknown names stand in the middle, won and lost at the end. */
export function howFarAlong(name: string): number {
  const kind = kindOfStage(name)
  if (kind !== 'open') return kind === 'won' ? 101 : 102
  return along.findLast(([words]) => words.test(name))?.[1] ?? 45
}

/** How sure an opportunity in a stage of this name usually is, until somebody says it for this stage. */
export const usualProbability = ({ name, kind }: Pick<StagePlace, 'name' | 'kind'>): number =>
  kind === 'won' ? 1 : kind === 'lost' ? 0 : Math.min(0.9, howFarAlong(name) / 100)

export const stageKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * The stages that names from elsewhere ask for and that are not there yet, each with a place behind the ones that are less far along.
 * Positions of the stages that are there stay; equal positions are ordered by how far along the name is.
 */
export function placeNewStages(there: readonly StagePlace[], names: readonly string[]): StagePlace[] {
  const known = new Set(there.map((s) => stageKey(s.name)))
  const made: StagePlace[] = []
  for (const raw of names) {
    const name = raw.trim().replace(/\s+/g, ' ').slice(0, 100)
    if (!name || known.has(stageKey(name))) continue
    known.add(stageKey(name))
    const before = there.filter((s) => howFarAlong(s.name) <= howFarAlong(name))
    made.push({ name, position: Math.max(0, ...before.map((s) => s.position)), kind: kindOfStage(name) })
  }
  return made
}

/** Stages in the order a board shows them. */
export const rankStages = <S extends StagePlace>(stages: readonly S[]): S[] =>
  stages.toSorted((a, b) => a.position - b.position || howFarAlong(a.name) - howFarAlong(b.name) || (a.name < b.name ? -1 : 1))
