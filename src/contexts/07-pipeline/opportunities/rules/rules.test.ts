/** Are stages ranked, moves stamped and slips seen as a salesperson would? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSlipping } from './is-slipping.ts'
import { mayMove, mayRemove } from './may.ts'
import { moveToStage } from './move-to-stage.ts'
import { firstStages, howFarAlong, kindOfStage, placeNewStages, rankStages } from './rank-stages.ts'

describe('stages', () => {
  it.each([
    ['Closed Won', 'won'],
    ['won', 'won'],
    ['Gewonnen', 'won'],
    ['Closed Lost', 'lost'],
    ['Closed - Disqualified', 'lost'],
    ['Negotiation/Review', 'open'],
    ['Wonderful', 'open'],
    ['Closed', 'open'],
  ])('reads %s as %s', (name, kind) => expect(kindOfStage(name)).toBe(kind))

  it('places the stages of another system among ours', () => {
    const names = ['Engaging', 'Prospecting', 'Won', 'Lost', ' won ', 'Negotiation/Review', 'Needs Analysis', 'Tea']
    const made = placeNewStages(firstStages, names)
    expect(rankStages([...firstStages, ...made]).map((s) => s.name)).toEqual([
      'Found',
      'Prospecting',
      'Engaging',
      'Qualified',
      'Needs Analysis',
      'Tea',
      'Proposal',
      'Negotiation',
      'Negotiation/Review',
      'Won',
      'Lost',
    ])
  })

  it('never makes a stage twice, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const made = placeNewStages(firstStages, [...names, ...names])
        expect(placeNewStages([...firstStages, ...made], names)).toEqual([])
        for (const s of made) expect(howFarAlong(s.name)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('a move', () => {
  const from = { stageId: 'a', outcome: 'open', closeOn: '2026-09-01', closeReason: null } as const
  const at = { now: '2026-06-01T10:00:00.000Z', today: '2026-06-01', reason: null }
  it('to where it is, is none', () => expect(moveToStage(from, { id: 'a', kind: 'open' }, at)).toBeNull())
  it('that ends it, ends it today, with the reason', () =>
    expect(moveToStage(from, { id: 'w', kind: 'won' }, { ...at, reason: 'Price' })).toEqual({
      stageId: 'w',
      outcome: 'won',
      stageSince: at.now,
      closeOn: '2026-06-01',
      closeReason: 'Price',
    }))
  it('that opens it again, forgets why it ended and keeps the date', () =>
    expect(moveToStage({ ...from, stageId: 'l', outcome: 'lost', closeReason: 'Price' }, { id: 'a', kind: 'open' }, at)).toEqual({
      stageId: 'a',
      outcome: 'open',
      stageSince: at.now,
      closeReason: null,
    }))
  it('from lost to won keeps the day on which it ended', () =>
    expect(moveToStage({ ...from, stageId: 'l', outcome: 'lost' }, { id: 'w', kind: 'won' }, at)).not.toHaveProperty('closeOn'))
})

it('slips only when open, dated, and past its day', () => {
  const open = { outcome: 'open', closeOn: '2026-06-01' }
  expect([
    isSlipping(open, '2026-06-02'),
    isSlipping(open, '2026-06-01'),
    isSlipping({ ...open, closeOn: null }, '2026-06-02'),
  ]).toEqual([true, false, false])
  expect(isSlipping({ ...open, outcome: 'won' }, '2027-01-01')).toBe(false)
})

it('says why something may not be done', () => {
  expect([mayRemove('manager'), mayMove({ stageId: 'a' }, 'b')]).toEqual([null, null])
  expect([mayRemove('member'), mayMove({ stageId: 'a' }, 'a')]).toEqual([
    expect.stringContaining('manager'),
    expect.stringContaining('already'),
  ])
})
