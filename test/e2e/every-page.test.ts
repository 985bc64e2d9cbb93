/** Is every page readable by everybody: empty and full, at a desk and on a phone, in light and dark, without a fault in the console? */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateTheWorld } from '../world/date-the-world.ts'
import { renderMbox } from '../world/render-mailbox.ts'
import { renderAccounts, renderOpportunities, renderPeople } from '../world/render-tables.ts'
import { world } from '../world/world.ts'
import { expectAccessible, expectNoSideways, expectSteady, keepPicture, looks } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** Address, and a word that stands there when the page has come. */
type Line = readonly [name: string, path: string, word: RegExp]

const sizes = [looks[0], looks[2]]
type Size = (typeof sizes)[number]

/** The colours of a page that is off the screen follow the theme a moment later; what is still wrong after that is wrong. */
async function settled(check: () => Promise<void>): Promise<void> {
  for (let left = 4; left > 0; left--) {
    try {
      return await check()
    } catch (error) {
      if (left === 1) throw error
      await new Promise((wake) => setTimeout(wake, 400))
    }
  }
}

/** Looks at every page before the faults of all are told. Only the colours differ in the dark, so only they are looked at again. */
async function lookAt(size: Size, lines: readonly Line[], state: string): Promise<void> {
  const { page, context, problems } = await house.enter('/', size)
  const faults: string[] = []
  for (const [name, path, word] of lines) {
    try {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await page.locator('body').getByText(word).filter({ visible: true }).first().waitFor()
      // The kit shows skeletons for ever.
      if (!path.startsWith('/kit')) await page.locator('main [role="status"][aria-label]').first().waitFor({ state: 'detached' })
      await expectNoSideways(page)
      await expectSteady(page)
      await keepPicture(page, `${state} ${name} ${size.name}`)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await keepPicture(page, `${state} ${name} ${size.name.replace('light', 'dark')}`)
      await settled(() => expectAccessible(page, 'color-contrast'))
      expect(problems.splice(0)).toEqual([])
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  await context.close()
  expect(faults.join('\n\n')).toBe('')
}

const bare: readonly Line[] = [
  ['today', '/', /Nothing needs you/],
  ['tasks', '/tasks', /Nothing planned/],
  ['all tasks', '/tasks/all', /No task yet/],
  ['notes', '/notes', /No note yet/],
  ['conversations', '/conversations', /No conversation yet/],
  ['accounts', '/accounts', /No account yet/],
  ['people', '/people', /Nobody yet/],
  ['opportunities', '/opportunities', /Found|Proposal/],
  ['opportunities table', '/opportunities?view=table', /No opportunity yet/],
  ['imports', '/imports', /Nothing has been imported yet/],
  ['duplicates', '/duplicates', /No duplicates to look at/],
  ['settings', '/settings', /API tokens/],
  ['fields', '/settings/fields', /No fields of your own/],
  ['pipelines', '/settings/pipelines', /goes through the stages/],
  ['reference', '/reference', /needs/i],
  ...['Words', 'Conclusions', 'Lists', 'Grid', 'Time', 'Board', 'Forms', 'Record', 'States', 'Tokens'].map(
    (part): Line => [`kit ${part}`, `/kit?part=${part}`, /The kit/],
  ),
  ['nothing there', '/accounts/0198a000-0000-7000-8000-000000000000', /could not be opened/],
  ['no such page', '/nowhere', /There is no such page/],
]

describe('a new workspace', () => {
  it.each(sizes)('is readable at $width px, light and dark', (size) => lookAt(size, bare, 'empty'), 240_000)
})

describe('a workspace in use', () => {
  const full: Line[] = []
  beforeAll(async () => {
    const today = new Date().toISOString().slice(0, 10)
    const dated = dateTheWorld(world, today)
    await house.api.members.changeWorkspace({ domains: ['wrenfold.example'] })
    await house.bringIn({
      'accounts.csv': renderAccounts(),
      'people.csv': renderPeople(),
      'opportunities.csv': renderOpportunities(dated),
    })
    const done = await house.bringIn({ 'wrenfold.mbox': renderMbox(dated) })
    await house.settle()
    const [need] = (await house.api.needs.list({})).rows
    const account = (await house.api.accounts.list({})).rows.find((one) => /Skerrow/.test(one.name))
    const long = (await house.api.accounts.list({})).rows.find((one) => /Hollenstedt/.test(one.name))
    const [person] = (await house.api.people.list({ words: 'Rhona' })).rows
    const [opportunity] = (await house.api.opportunities.list({})).rows
    const span = need?.spans.at(-1)
    full.push(
      ['today', '/', /the most pressing first/],
      ['conversations', '/conversations', /Skerrow/],
      ['conversation', `/conversations/${span?.threadId}?evidence=${span?.evidenceId}`, /./],
      ['accounts', '/accounts', /Skerrow/],
      ['account', `/accounts/${account?.id}`, /What they need/],
      ['account with a long name', `/accounts/${long?.id}`, /What they need/],
      ['people', '/people', /Annegret/],
      ['person', `/people/${person?.id}`, /What was said/],
      ['board', '/opportunities', /Proposal/],
      ['table', '/opportunities?view=table', /Skerrow|Pargeter|Clyst/],
      ['opportunity', `/opportunities/${opportunity?.id}`, /In this stage since/],
      ['imports', '/imports', /wrenfold\.mbox/],
      ['import', `/imports/${done.id}`, /Where everything ended/],
      ['need', `/needs/${need?.id}`, /The need/],
    )
  }, 300_000)
  it.each(sizes)('is readable at $width px, light and dark', (size) => lookAt(size, full, 'full'), 240_000)
})
