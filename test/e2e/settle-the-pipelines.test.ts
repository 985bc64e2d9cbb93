/** Can a manager make pipelines, put stages in order by keys and hand, archive one with what stands in it, and does the board follow? */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, expectNoSideways, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const stages = await house.api.opportunities.stages({})
  const stageId = stages.find(({ name }) => name === 'Proposal')?.id ?? ''
  for (const [name, amountMinor] of [
    ['Fleet', 120_000],
    ['Cold store', 45_050],
  ] as const)
    await house.api.opportunities.create({ name, stageId, amountMinor })
}, 120_000)
afterAll(() => house?.close())

const namesOf = async (called: string) =>
  (await house.api.pipelines.list({}))
    .find(({ name }) => name === called)
    ?.stages.filter(({ archivedAt }) => archivedAt === null)
    .map(({ name }) => name)
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })

it('makes, orders and archives stages, and the board shows them so', async () => {
  const { page, context, problems } = await house.enter('/settings')
  await page.getByRole('link', { name: 'Pipelines and stages' }).click()
  const list = page.getByRole('list', { name: 'Stages of Sales', exact: true })
  await list.getByText('2 opportunities, €1,650.50').waitFor()
  await page.getByRole('button', { name: 'Add a stage' }).click()
  await page.getByLabel('Name').fill('Pilot')
  await page.getByLabel('Normal stay, in days').fill('14')
  await page.getByRole('button', { name: 'Add the stage' }).click()
  await list.getByText('Pilot').waitFor()
  expect(await namesOf('Sales')).toEqual(['Found', 'Qualified', 'Proposal', 'Negotiation', 'Pilot', 'Won', 'Lost'])
  await list.getByRole('button', { name: 'Move Pilot with the arrow keys' }).focus()
  await page.keyboard.press('ArrowUp')
  await page.getByText('Pilot is number 4 of 7').waitFor({ state: 'attached' })
  await eventually(() => namesOf('Sales')).toEqual(['Found', 'Qualified', 'Proposal', 'Pilot', 'Negotiation', 'Won', 'Lost'])
  const handle = (name: string) => list.getByRole('button', { name: `Move ${name} with the arrow keys` })
  await list.getByRole('listitem').nth(3).getByText('Pilot').waitFor()
  await handle('Found').dragTo(list.getByRole('listitem').nth(1), { targetPosition: { x: 60, y: 30 } })
  await eventually(() => namesOf('Sales')).toEqual(['Qualified', 'Found', 'Proposal', 'Pilot', 'Negotiation', 'Won', 'Lost'])
  await keepPicture(page, 'pipelines')
  await expectAccessible(page)

  await list.getByRole('button', { name: 'More for Proposal' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await page.getByText('2 opportunities, worth €1,650.50, stand in it.').waitFor()
  expect(await page.getByRole('button', { name: 'Archive', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('They go to').selectOption({ label: 'Pilot' })
  await expectAccessible(page)
  await keepPicture(page, 'pipelines archiving')
  await page.getByRole('button', { name: 'Move 2 opportunities and archive' }).click()
  await page.getByText('Proposal, archived').waitFor()
  await page.getByRole('button', { name: 'New pipeline' }).click()
  await page.getByLabel('Name').fill('Partners')
  await page.getByRole('button', { name: 'Add the pipeline' }).click()
  await page.getByRole('list', { name: 'Stages of Partners', exact: true }).waitFor()

  await page.goto('/opportunities')
  const board = page.getByRole('region', { name: 'Opportunities by stage' })
  await board.getByRole('link', { name: 'Cold store' }).waitFor()
  await eventually(() => page.getByLabel('Pipeline', { exact: true }).inputValue()).not.toBe('')
  await eventually(() => board.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    expect.stringMatching(/^Qualified/),
    expect.stringMatching(/^Found/),
    expect.stringMatching(/^Pilot/),
    expect.stringMatching(/^Negotiation/),
    expect.stringMatching(/^Won/),
    expect.stringMatching(/^Lost/),
  ])
  await keepPicture(page, 'pipelines board')
  await board.getByRole('link', { name: 'Cold store' }).click()
  await page.getByLabel('Stage', { exact: true }).selectOption({ label: 'Partners: Qualified' })
  await page.getByText('Moved to Qualified').waitFor()
  await page.goto('/opportunities')
  await page.getByLabel('Pipeline', { exact: true }).selectOption({ label: 'Partners' })
  await board.getByRole('link', { name: 'Cold store' }).waitFor()
  await eventually(() => board.getByRole('link', { name: 'Fleet' }).count()).toBe(0)
  await page.getByRole('button', { name: 'New opportunity' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Barn door')
  await page.getByRole('button', { name: 'Add opportunity' }).click()
  await page.getByRole('heading', { name: 'Barn door' }).waitFor()
  const { rows } = await house.api.opportunities.list({})
  const pipelineOf = (name: string) => rows.find((row) => row.name === name)?.pipelineId
  expect(pipelineOf('Barn door')).toBe(pipelineOf('Cold store'))
  expect(pipelineOf('Barn door')).not.toBe(pipelineOf('Fleet'))
  expect(problems).toEqual([])
  await context.close()
})

it('fits a phone', async () => {
  const { page, context, problems } = await house.enter('/settings/pipelines', looks[2])
  await page.getByRole('list', { name: /^Stages of Sales/ }).waitFor()
  await expectNoSideways(page)
  await expectAccessible(page)
  await keepPicture(page, 'pipelines phone')
  expect(problems).toEqual([])
  await context.close()
})
