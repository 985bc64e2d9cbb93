/** What becomes of a table's row about an opportunity? */
import type { Draft, Row } from '#foundation/contract/record.ts'
import { pickDiffering } from '#foundation/kernel/pick-differing.ts'
import type { Opportunity } from '../contract.ts'

/** What a table may say of an opportunity; account, stage and owner by name. */
export interface OpportunityGiven {
  name?: string
  accountName?: string
  accountExternalId?: string
  stageName?: string
  pipelineName?: string
  outcome?: string
  amountMinor?: number
  currency?: string
  openedOn?: string
  closeOn?: string
  ownerName?: string
  product?: string
  externalId?: string
  closeReason?: string
}
type OpportunityRow = Row<typeof Opportunity>
export interface About {
  accountId: string | null
  stage: { id: string; pipelineId: string; kind: 'open' | 'won' | 'lost' }
  ownerId: string | null
  currency: string
  now: string
}
export interface KnownOpportunities {
  byExternalId: Map<string, OpportunityRow>
  byName: Map<string, OpportunityRow[]>
}
export type OpportunityPlan =
  | { deed: 'create'; draft: Draft<typeof Opportunity>; notes: string[] }
  | { deed: 'change'; row: OpportunityRow; set: Partial<OpportunityRow>; notes: string[] }
  | { deed: 'none'; row: OpportunityRow; notes: string[] }
  | { deed: 'skip'; notes: string[] }

export const opportunityKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

export function learnOpportunity(known: KnownOpportunities, row: OpportunityRow): void {
  if (row.externalId) known.byExternalId.set(row.externalId, row)
  const same = (known.byName.get(opportunityKey(row.name)) ?? []).filter((r) => r.id !== row.id)
  known.byName.set(opportunityKey(row.name), [...same, row])
}

/** What to call it: as the row says, else by account and product, else by its id elsewhere; null when the row says none of these. */
export function nameOfOpportunity(given: OpportunityGiven): string | null {
  const made = [given.accountName, given.product].filter(Boolean).join(' – ')
  return (given.name ?? (made || given.externalId))?.slice(0, 300) ?? null
}

const usual: ReadonlySet<string> = new Set(['externalId', 'name'])
/** An owner whom another system names by its own id tells nobody anything. */
const isForeignId = (name: string): boolean => /^005[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/.test(name)

/**
 * Decides for one row. The same id elsewhere is the same opportunity. Without ids, a row is the same as one that agrees with it in all it
 * says, or as the only one of its name and account that was there before this import began.
 * @param begun when the import began: what was made since came from the same tables, and is not the same row again
 */
export function planOpportunityRow(
  given: OpportunityGiven,
  about: About,
  known: KnownOpportunities,
  begun: string,
  by: ReadonlySet<string> = usual,
): OpportunityPlan {
  const name = nameOfOpportunity(given)
  if (!name) return { deed: 'skip', notes: ['The row names no opportunity: it has no name, account, product or id.'] }
  const notes: string[] = []
  if (given.accountExternalId && !about.accountId) notes.push(`The account “${given.accountExternalId}” is not known here.`)
  if (given.ownerName && !about.ownerId)
    notes.push(
      `The owner “${given.ownerName}” is no member here; ${isForeignId(given.ownerName) ? 'it was left out' : 'the name was kept'}.`,
    )
  const { stage, ownerId, accountId, now } = about
  const other = given.externalId && !by.has('externalId') ? known.byExternalId.get(given.externalId) : undefined
  if (other) notes.push(`The id ${given.externalId} belongs to ${other.name}, and was left out.`)
  const fields = {
    name,
    amountMinor: given.amountMinor ?? null,
    openedOn: given.openedOn ?? null,
    closeOn: given.closeOn ?? null,
    ownerName: given.ownerName && !isForeignId(given.ownerName) ? given.ownerName : null,
    product: given.product ?? null,
    externalId: other ? null : (given.externalId ?? null),
    closeReason: given.closeReason ?? null,
    accountId,
    ownerId,
    ...(given.stageName || given.outcome ? { pipelineId: stage.pipelineId, stageId: stage.id, outcome: stage.kind } : {}),
    ...(given.amountMinor !== undefined || given.currency ? { currency: about.currency } : {}),
  }
  const row = findRow(given, fields, known, begun, by)
  if (!row) {
    const since = stage.kind === 'open' ? given.openedOn : (given.closeOn ?? given.openedOn)
    const stageSince = since ? `${since}T00:00:00.000Z` : now
    return {
      deed: 'create',
      draft: {
        ...fields,
        currency: about.currency,
        pipelineId: stage.pipelineId,
        stageId: stage.id,
        outcome: stage.kind,
        stageSince,
      },
      notes,
    }
  }
  const told = by.has('externalId') || !row.externalId ? fields : { ...fields, externalId: null }
  const set = pickDiffering(row, given.name ? told : { ...told, name: row.name })
  if (!Object.keys(set).length) return { deed: 'none', row, notes }
  return { deed: 'change', row, set: set.stageId ? { ...set, stageSince: now } : set, notes }
}

function findRow(
  given: OpportunityGiven,
  fields: Partial<OpportunityRow>,
  known: KnownOpportunities,
  begun: string,
  by: ReadonlySet<string>,
): OpportunityRow | null {
  if (given.externalId && by.has('externalId')) return known.byExternalId.get(given.externalId) ?? null
  if (!by.has('name')) return null
  const named = (known.byName.get(opportunityKey(fields.name ?? '')) ?? []).filter(
    (r) => r.accountId === (fields.accountId ?? null),
  )
  const alike = named.find((r) => Object.keys(pickDiffering(r, fields)).length === 0)
  if (alike) return alike
  const before = named.filter((r) => r.createdAt < begun)
  return before.length === 1 ? (before[0] ?? null) : null
}

/** What a column of outcomes says: null while it is open, or for words that say neither. */
export const readOutcome = (text: string): 'won' | 'lost' | null =>
  /^(?:true|1|yes|ja|won|gewonnen|closed won)$/i.test(text.trim())
    ? 'won'
    : /^(?:lost|verloren|closed lost)$/i.test(text.trim())
      ? 'lost'
      : null

/** Under which keys an opportunity is found again. */
export const keysOfOpportunity = ({ externalId, name }: { externalId?: string | null; name?: string | null }): string[] => [
  ...(externalId ? [`id ${externalId}`] : []),
  ...(name ? [`name ${opportunityKey(name)}`] : []),
]
