/** Do pipelines and stages keep their order and their opportunities, whatever is renamed, moved, archived, restored or taken back? */
import { describe, expect, it } from 'vitest'
import { openAccountBook } from '#customers/accounts/actions.ts'
import { undoChangeSet } from '#foundation/platform/changes/undo-changes.ts'
import { freshHouse, type TestWorkspace } from '#test/database/with-workspace.ts'
import { opportunitiesActions, takeOpportunityRows } from '../opportunities/actions.ts'
import { opportunities } from '../opportunities/contract.ts'
import { pipelinesActions } from './actions.ts'

const house = await freshHouse()
const all = (ws: TestWorkspace) => ws.act((ctx) => pipelinesActions.list(ctx))
const used = async (ws: TestWorkspace) =>
  (await all(ws))
    .filter((p) => !p.archivedAt)
    .map((p) => [p.name, ...p.stages.filter((s) => !s.archivedAt).map((s) => s.name)].join(' '))
const pipeline = async (ws: TestWorkspace, name: string) => {
  const found = (await all(ws)).find((p) => p.name === name)
  if (!found) throw new Error(`No pipeline ${name}`)
  return { ...found, stage: (called: string) => found.stages.find((s) => s.name === called)?.id ?? '' }
}
const add = (ws: TestWorkspace, given: { name: string; stageId?: string; pipelineId?: string; amountMinor?: number }) =>
  ws.act((ctx) => opportunitiesActions.create(ctx, opportunities.create.takes.parse(given)))
/** What must hold after anything: each opportunity stands in a stage of its pipeline and is as the stage says; places count through. */
async function isWhole(ws: TestWorkspace): Promise<void> {
  const { rows } = await house.owner.query(
    `select o.name from opportunities o join stages s on s.workspace_id = o.workspace_id and s.id = o.stage_id
     where o.workspace_id = $1 and (s.pipeline_id <> o.pipeline_id or s.kind <> o.outcome)`,
    [ws.id],
  )
  expect(rows).toEqual([])
  const places = (await all(ws))
    .filter((p) => !p.archivedAt)
    .flatMap((p) => p.stages.filter((s) => !s.archivedAt))
    .map((s) => s.position)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(new Set(places).size).toBe(places.length)
}

describe('pipelines', () => {
  it('are made with the usual stages or like another, named, put in order; the first takes new opportunities', async () => {
    const ws = await house.makeWorkspace()
    expect(await used(ws)).toEqual(['Sales Found Qualified Proposal Negotiation Won Lost'])
    const sales = await pipeline(ws, 'Sales')
    await ws.act((ctx) => pipelinesActions.addStage(ctx, { id: sales.id, name: 'Pilot', before: sales.stage('Proposal') }))
    const partners = await ws.act((ctx) => pipelinesActions.create(ctx, { name: 'Partners', like: sales.id }))
    expect(partners.stages.map((s) => s.name)).toEqual(['Found', 'Qualified', 'Pilot', 'Proposal', 'Negotiation', 'Won', 'Lost'])
    await expect(ws.act((ctx) => pipelinesActions.create(ctx, { name: 'partners' }))).rejects.toThrow('Choose another name')
    await ws.act((ctx) => pipelinesActions.order(ctx, { ids: [partners.id, sales.id] }))
    expect((await used(ws)).map((line) => line.split(' ')[0])).toEqual(['Partners', 'Sales'])
    await expect(ws.act((ctx) => pipelinesActions.order(ctx, { ids: [sales.id] }))).rejects.toThrow('Name every pipeline')
    expect((await add(ws, { name: 'New' })).pipelineId).toBe(partners.id)
    expect((await add(ws, { name: 'Elsewhere', pipelineId: sales.id })).stageName).toBe('Found')
    await expect(add(ws, { name: 'Mixed', pipelineId: sales.id, stageId: partners.stages[0]?.id ?? '' })).rejects.toThrow(
      'another pipeline',
    )
    await isWhole(ws)
  })

  it('let an opportunity go from one to another, and its history says so', async () => {
    const ws = await house.makeWorkspace()
    const partners = await ws.act((ctx) => pipelinesActions.create(ctx, { name: 'Partners' }))
    const row = await add(ws, { name: 'Fleet' })
    const moved = await ws.act((ctx) => opportunitiesActions.move(ctx, { id: row.id, pipelineId: partners.id }))
    expect([moved.pipelineId, moved.stageName]).toEqual([partners.id, 'Found'])
    const { rows } = await house.owner.query<{ before: object; after: object }>(
      `select before, after from changes where workspace_id = $1 and row_id = $2 and deed = 'changed'`,
      [ws.id, row.id],
    )
    expect(rows).toEqual([
      {
        before: expect.objectContaining({ pipelineId: row.pipelineId, stageId: row.stageId }),
        after: expect.objectContaining({ pipelineId: partners.id, stageId: moved.stageId }),
      },
    ])
    await isWhole(ws)
  })

  it('are archived with their open opportunities moved and the ended ones left, as one change that can be taken back', async () => {
    const ws = await house.makeWorkspace()
    const sales = await pipeline(ws, 'Sales')
    await expect(ws.act((ctx) => pipelinesActions.archive(ctx, { id: sales.id, moveTo: null }))).rejects.toThrow('only pipeline')
    const partners = await ws.act((ctx) => pipelinesActions.create(ctx, { name: 'Partners' }))
    const [open, won] = [
      await add(ws, { name: 'Open', stageId: sales.stage('Proposal') }),
      await add(ws, { name: 'Done', stageId: sales.stage('Won') }),
    ]
    await expect(ws.act((ctx) => pipelinesActions.archive(ctx, { id: sales.id, moveTo: null }))).rejects.toThrow('to which stage')
    await expect(ws.act((ctx) => pipelinesActions.archive(ctx, { id: sales.id, moveTo: sales.stage('Found') }))).rejects.toThrow(
      'another pipeline',
    )
    const moveTo = partners.stages[1]?.id ?? ''
    const done = await ws.act((ctx) => pipelinesActions.archive(ctx, { id: sales.id, moveTo }))
    expect(done.moved).toBe(1)
    const now = (id: string) => ws.act((ctx) => opportunitiesActions.get(ctx, { id }))
    expect([(await now(open.id)).stageId, (await now(won.id)).pipelineId]).toEqual([moveTo, sales.id])
    await expect(ws.act((ctx) => opportunitiesActions.move(ctx, { id: open.id, stageId: sales.stage('Found') }))).rejects.toThrow(
      'archived',
    )
    expect((await add(ws, { name: 'Later' })).pipelineId).toBe(partners.id)
    await isWhole(ws)
    await ws.act((ctx) => undoChangeSet(ctx, done.changeSetId ?? '', 'refuse'))
    expect((await now(open.id)).stageId).toBe(sales.stage('Proposal'))
    expect((await used(ws)).length).toBe(2)
    await isWhole(ws)
  })
})

describe('rows of a table', () => {
  it('go into the pipeline they name, else into the first, else where the only stage of that name is; a note tells of unknown ones', async () => {
    const ws = await house.makeWorkspace()
    const partners = await ws.act((ctx) => pipelinesActions.create(ctx, { name: 'Partners' }))
    await ws.act((ctx) => pipelinesActions.addStage(ctx, { id: partners.id, name: 'Handed over' }))
    const begun = new Date().toISOString()
    const ended = await ws.act((ctx) =>
      takeOpportunityRows(
        ctx,
        [
          { name: 'A', stageName: 'proposal', pipelineName: 'PARTNERS' },
          { name: 'B', stageName: 'Proposal' },
          { name: 'C', stageName: 'Handed Over' },
          { name: 'D', stageName: 'Tasting', pipelineName: 'Partners' },
          { name: 'E', stageName: 'Found', pipelineName: 'Renewals' },
        ],
        { book: openAccountBook(), ownerId: () => null, begun },
      ),
    )
    expect(ended.map(({ outcome }) => outcome)).toEqual(Array(5).fill('stored'))
    expect(ended.map(({ notes }) => notes.length)).toEqual([0, 0, 0, 0, 1])
    const stands = await Promise.all(
      ended.map(async ({ rowId }) => {
        const row = await ws.act((ctx) => opportunitiesActions.get(ctx, { id: rowId ?? '' }))
        return [row.pipelineId === partners.id ? 'Partners' : 'Sales', row.stageName].join(' ')
      }),
    )
    expect(stands).toEqual(['Partners Proposal', 'Sales Proposal', 'Partners Handed over', 'Partners Tasting', 'Sales Found'])
    await isWhole(ws)
  })
})

describe('stages', () => {
  it('are put in order, changed and archived; what stood in one goes where it was told', async () => {
    const ws = await house.makeWorkspace()
    const sales = await pipeline(ws, 'Sales')
    const ids = sales.stages.map((s) => s.id)
    await ws.act((ctx) => pipelinesActions.orderStages(ctx, { id: sales.id, ids: [ids[1], ids[0], ...ids.slice(2)] as string[] }))
    expect(await used(ws)).toEqual(['Sales Qualified Found Proposal Negotiation Won Lost'])
    const rows = [
      await add(ws, { name: 'One', stageId: sales.stage('Proposal'), amountMinor: 100 }),
      await add(ws, { name: 'Two', stageId: sales.stage('Proposal'), amountMinor: 250 }),
    ]
    expect((await pipeline(ws, 'Sales')).stages.find((s) => s.name === 'Proposal')).toMatchObject({
      count: 2,
      amounts: [{ currency: 'EUR', amountMinor: 350 }],
    })
    const proposal = { id: sales.stage('Proposal') }
    await expect(ws.act((ctx) => pipelinesActions.changeStage(ctx, { ...proposal, kind: 'won' }))).rejects.toThrow('Move them')
    await ws.act((ctx) => pipelinesActions.changeStage(ctx, { ...proposal, name: 'Offer', probability: 0.6, normalDays: 14 }))
    await expect(ws.act((ctx) => pipelinesActions.archiveStage(ctx, { ...proposal, moveTo: null }))).rejects.toThrow(
      'which stage',
    )
    const done = await ws.act((ctx) => pipelinesActions.archiveStage(ctx, { ...proposal, moveTo: sales.stage('Lost') }))
    expect(done.moved).toBe(2)
    const ended = await ws.act((ctx) => opportunitiesActions.get(ctx, { id: rows[0]?.id ?? '' }))
    expect([ended.outcome, ended.closeOn]).toEqual(['lost', expect.stringMatching(/^\d{4}-/)])
    expect(await used(ws)).toEqual(['Sales Qualified Found Negotiation Won Lost'])
    await isWhole(ws)
    const again = await ws.act((ctx) => pipelinesActions.addStage(ctx, { id: sales.id, name: 'Offer' }))
    expect(again.stages.filter((s) => !s.archivedAt).map((s) => s.name)).toEqual([
      'Qualified',
      'Found',
      'Negotiation',
      'Offer',
      'Won',
      'Lost',
    ])
    await expect(ws.act((ctx) => pipelinesActions.restoreStage(ctx, proposal))).rejects.toThrow('Choose another name')
    await ws.act((ctx) =>
      pipelinesActions.changeStage(ctx, { id: again.stages.find((s) => s.name === 'Offer')?.id ?? '', name: 'Bid' }),
    )
    await ws.act((ctx) => pipelinesActions.restoreStage(ctx, proposal))
    expect(await used(ws)).toEqual(['Sales Qualified Found Negotiation Bid Offer Won Lost'])
    await isWhole(ws)
  })
  it('keep both orders whole when two people order at once', async () => {
    const ws = await house.makeWorkspace()
    const sales = await pipeline(ws, 'Sales')
    const ids = sales.stages.map((s) => s.id)
    await Promise.all([
      ws.act((ctx) => pipelinesActions.orderStages(ctx, { id: sales.id, ids: ids.toReversed() })),
      ws.act((ctx) => pipelinesActions.orderStages(ctx, { id: sales.id, ids })),
    ])
    await isWhole(ws)
  })
})
