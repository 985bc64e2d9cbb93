/** Does a table's row find the opportunity it means, and make one when it means none? */
import { describe, expect, it } from 'vitest'
import {
  type KnownOpportunities,
  learnOpportunity,
  nameOfOpportunity,
  type OpportunityGiven,
  planOpportunityRow,
} from './plan-opportunity-row.ts'

const now = '2026-06-01T00:00:00.000Z'
const about = { accountId: 'A', stage: { id: 'S', pipelineId: 'P', kind: 'open' as const }, ownerId: null, currency: 'EUR', now }
const known = (...plans: { given: OpportunityGiven; createdAt: string }[]) => {
  const all: KnownOpportunities = { byExternalId: new Map(), byName: new Map() }
  for (const [at, { given, createdAt }] of plans.entries()) {
    const made = planOpportunityRow(given, about, { byExternalId: new Map(), byName: new Map() }, now)
    if (made.deed === 'create') learnOpportunity(all, { ...made.draft, id: String(at), createdAt, updatedAt: createdAt })
  }
  return all
}
const before = '2026-05-01T00:00:00.000Z'

describe('a row about an opportunity', () => {
  it('is named by what it says, else by account and product, else by its id', () => {
    const given = { externalId: '006', product: 'GTX Pro', accountName: 'Acme' }
    expect(nameOfOpportunity({ ...given, name: 'Big' })).toBe('Big')
    expect(nameOfOpportunity(given)).toBe('Acme – GTX Pro')
    expect(nameOfOpportunity({ externalId: '006' })).toBe('006')
    expect(nameOfOpportunity({ amountMinor: 5 })).toBeNull()
  })
  it('with the same id is the same; a new stage says since when', () => {
    const there = known({ given: { externalId: '1', name: 'Big', stageName: 'Found', amountMinor: 100 }, createdAt: before })
    const won = { ...about, stage: { id: 'W', pipelineId: 'P', kind: 'won' as const } }
    expect(planOpportunityRow({ externalId: '1', name: 'Big' }, about, there, now)).toMatchObject({ deed: 'none' })
    expect(planOpportunityRow({ externalId: '1', name: 'Big', stageName: 'Won' }, won, there, now)).toMatchObject({
      deed: 'change',
      set: { stageId: 'W', outcome: 'won', stageSince: now },
    })
    expect(planOpportunityRow({ externalId: '2', name: 'Big' }, about, there, now)).toMatchObject({ deed: 'create' })
  })
  it('without ids: two unlike rows of one table are two, the same row is one, an older one is meant', () => {
    const mine = known({ given: { name: 'Big', amountMinor: 100 }, createdAt: now })
    expect(planOpportunityRow({ name: 'Big', amountMinor: 100 }, about, mine, now)).toMatchObject({ deed: 'none' })
    expect(planOpportunityRow({ name: 'Big', amountMinor: 200 }, about, mine, now)).toMatchObject({ deed: 'create' })
    const older = known({ given: { name: 'Big', amountMinor: 100 }, createdAt: before })
    expect(planOpportunityRow({ name: 'big', amountMinor: 200 }, about, older, now)).toMatchObject({
      deed: 'change',
      set: { amountMinor: 200 },
    })
  })
  it('stands in its stage since the day it closed, or opened', () => {
    const won = { ...about, stage: { id: 'W', pipelineId: 'P', kind: 'won' as const } }
    const empty = known()
    expect(planOpportunityRow({ name: 'B', openedOn: '2026-01-02', closeOn: '2026-02-03' }, won, empty, now)).toMatchObject({
      draft: { stageSince: '2026-02-03T00:00:00.000Z' },
    })
    expect(planOpportunityRow({ name: 'B', openedOn: '2026-01-02', closeOn: '2026-02-03' }, about, empty, now)).toMatchObject({
      draft: { stageSince: '2026-01-02T00:00:00.000Z' },
    })
    expect(planOpportunityRow({ name: 'B', ownerName: 'Mo' }, about, empty, now)).toMatchObject({
      draft: { stageSince: now, ownerName: 'Mo' },
      notes: [expect.stringContaining('“Mo”')],
    })
  })
})
