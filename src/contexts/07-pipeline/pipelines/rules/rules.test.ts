/** Do stages keep an order whatever is asked, and does nothing lose the place in which it stands? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberStages } from '#pipeline/opportunities/rules/number-stages.ts'
import { choicesOfStages } from './choices-of-stages.ts'
import { mayArchivePipeline, mayArchiveStage, mayChangeKind, mayEmptyInto } from './may.ts'
import { pickPipeline, pipelinePicked } from './pick-pipeline.ts'
import { placeForKind, putBefore, putInOrder, stepBy } from './put-in-order.ts'
import { sayLongStay } from './say-long-stay.ts'

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })

describe('an order', () => {
  it('is taken when it names every row once, and else refused', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 7 }), (names, turn) => {
        const rows = names.map((id) => ({ id }))
        const turned = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)]
        expect(putInOrder(rows, turned)?.map((r) => r.id)).toEqual(turned)
        expect(putInOrder(rows, names.slice(1))).toBeNull()
        expect(putInOrder(rows, [...names, names[0] ?? ''])).toBeNull()
        expect(putInOrder(rows, [...names.slice(1), 'unknown'])).toBeNull()
      }),
    )
  })
  it('loses nobody by a step or a drag', () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.integer({ min: -9, max: 9 }), fc.option(fc.nat()), (names, at, by, before) => {
        const id = names[at % names.length] ?? ''
        const target = before === null ? null : (names[before % names.length] ?? null)
        for (const moved of [stepBy(names, id, by), putBefore(names, id, target)])
          expect(moved.toSorted()).toEqual(names.toSorted())
        const put = putBefore(names, id, target)
        if (target !== null && target !== id) expect(put[put.indexOf(id) + 1]).toBe(target)
        if (target === null) expect(put.at(-1)).toBe(id)
      }),
    )
  })
  it('is one count through all pipelines, and only what differs is written', () => {
    const pipelines = [
      { id: 'b', position: 0 },
      { id: 'a', position: 1 },
    ]
    const stages = [
      { id: '1', pipelineId: 'a', position: 0 },
      { id: '2', pipelineId: 'b', position: 1 },
      { id: '3', pipelineId: 'b', position: 1 },
    ]
    expect(numberStages(pipelines, stages)).toEqual([
      { id: '2', position: 0 },
      { id: '1', position: 2 },
    ])
  })
  it.each([
    [['open', 'open', 'won', 'lost'], 'open', 2],
    [['won', 'lost'], 'open', 0],
    [['open', 'won', 'lost'], 'won', 2],
    [['open'], 'lost', 1],
  ] as const)('puts into %j a stage that is %s at %i', (kinds, kind, place) =>
    expect(
      placeForKind(
        kinds.map((k, i) => ({ id: String(i), kind: k })),
        kind,
      ),
    ).toBe(place),
  )
})

describe('archiving', () => {
  const stage = (id: string, kind: 'open' | 'won', archivedAt: string | null = null) => ({
    id,
    pipelineId: 'p',
    kind,
    archivedAt,
  })
  it('keeps one open stage and one pipeline in use', () => {
    const [one, two, won, old] = [stage('1', 'open'), stage('2', 'open'), stage('w', 'won'), stage('3', 'open', 'then')]
    expect(mayArchiveStage([one, two, won], one)).toBeNull()
    expect(mayArchiveStage([one, old, won], one)).toContain('one open stage')
    expect(mayArchiveStage([one, won], won)).toBeNull()
    expect(mayArchiveStage([one, old], old)).toContain('already')
    const used = { id: 'p', archivedAt: null }
    expect(mayArchivePipeline([used, { id: 'q', archivedAt: 'then' }], used)).toContain('only pipeline')
    expect(mayArchivePipeline([used, { id: 'q', archivedAt: null }], used)).toBeNull()
  })
  it('leaves nothing open without a stage', () => {
    const [one, two, won] = [stage('1', 'open'), stage('2', 'open'), stage('w', 'won')]
    expect(mayEmptyInto(one, 3, null)).toContain('to which stage')
    expect([mayEmptyInto(one, 0, null), mayEmptyInto(won, 3, null), mayEmptyInto(one, 3, two)]).toEqual([null, null, null])
    expect(mayEmptyInto(one, 3, one)).toContain('another stage')
    expect(mayEmptyInto(one, 3, stage('2', 'open', 'then'))).toContain('archived')
    expect([mayChangeKind(0), mayChangeKind(1)]).toEqual([null, expect.stringContaining('Move them')])
  })
})

it('says of which pipeline a stage is where there are several, and keeps the present one that is archived', () => {
  const stages = [
    { id: '1', name: 'Found', archivedAt: null },
    { id: '2', name: 'Old', archivedAt: 'then' },
  ]
  const [sales, partners] = [
    { name: 'Sales', archivedAt: null, stages },
    { name: 'Partners', archivedAt: null, stages: [{ id: '3', name: 'Found', archivedAt: null }] },
  ]
  const labels = (pipelines: (typeof sales)[], stageId: string) =>
    choicesOfStages(pipelines, { stageId, stageName: 'Old' }).map((choice) => choice.label)
  expect(labels([sales], '1')).toEqual(['Found'])
  expect(labels([sales, partners], '1')).toEqual(['Sales: Found', 'Partners: Found'])
  expect(labels([sales], '2')).toEqual(['Old (archived)', 'Found'])
})

it('points out a stay that is longer than normal, from the day after', () => {
  const since = '2026-03-01T10:00:00Z'
  expect(sayLongStay(since, 14, '2026-03-15T10:00:00Z')).toBeNull()
  expect(sayLongStay(since, 14, '2026-03-16T10:00:00Z')).toContain('1 day longer')
  expect(sayLongStay(since, null, '2027-03-16T10:00:00Z')).toBeNull()
})

it('is picked as a condition among others, and let go again', () => {
  const open = { field: 'outcome', is: 'isAnyOf' as const, value: ['open'] }
  const either = { any: [open, { field: 'name', is: 'contains' as const, value: 'x' }] }
  for (const filter of [null, open, { all: [open] }, either]) {
    const picked = pickPipeline(filter, 'a')
    expect(pipelinePicked(picked)).toBe('a')
    expect(pipelinePicked(pickPipeline(picked, 'b'))).toBe('b')
    expect(JSON.stringify(pickPipeline(picked, 'b'))).not.toContain('"a"')
    expect(pipelinePicked(pickPipeline(picked, null))).toBeNull()
  }
  expect(pickPipeline(pickPipeline(null, 'a'), null)).toBeNull()
  expect(pickPipeline(pickPipeline(either, 'a'), null)).toEqual({ all: [either] })
})
