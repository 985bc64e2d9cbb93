/** How does a story see the program? In real Chromium, at a desk and on a phone, in light and dark; every page is checked with axe. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const looks = [
  { name: 'desk light', width: 1440, height: 900, theme: 'light' },
  { name: 'desk dark', width: 1440, height: 900, theme: 'dark' },
  { name: 'phone light', width: 390, height: 844, theme: 'light' },
  { name: 'phone dark', width: 390, height: 844, theme: 'dark' },
] as const
export type Look = (typeof looks)[number]

/** One browser for a test file. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A fresh visitor, with the problems of the page kept: a script that the page's policy refused, or an error, fails the story. */
export async function visit(
  browser: Browser,
  url: string,
  look: Look = looks[0],
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  await context.addInitScript(noteShifts)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of (401|404|409|422)/.test(line.text())) problems.push(line.text())
  })
  return { page, context, problems }
}

/** No violation of WCAG 2.2 A and AA on what is shown now. @param only a rule, where the others were looked at in another theme */
export async function expectAccessible(page: Page, only?: 'color-contrast'): Promise<void> {
  const found = await page.evaluate(
    `(() => { if (!window.axe) { ${'' /* run in the page's own world, which the policy does not bind */} (0, eval)(${JSON.stringify(axeSource)}) } return window.axe.run(document, { runOnly: ${JSON.stringify(only ? [only] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])} }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + n.failureSummary).slice(0, 3).join(' | '))) })()`,
  )
  expect(found).toEqual([])
}

// Runs in the page before its own scripts: how far did what was already shown jump, without anybody touching it?
const noteShifts = `(() => {
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries())
      if (!shift.hadRecentInput) window.shifts.push([shift.value, ...shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? '')])
  }).observe({ type: 'layout-shift', buffered: true })
})()`

/** Nothing that was shown has jumped while the page came (cumulative layout shift; the web calls up to 0.1 good, we allow half). */
export async function expectSteady(page: Page): Promise<void> {
  const shifts = (await page.evaluate('window.shifts')) as [number, ...string[]][]
  const sum = shifts.reduce((total, [value]) => total + value, 0)
  expect(sum, shifts.map((shift) => shift.join(' ')).join('\n')).toBeLessThan(0.05)
}

/** The page never scrolls sideways. */
export const expectNoSideways = async (page: Page): Promise<void> =>
  expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)

/** Keeps a picture when RAPPORT_PICTURES names a folder, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.RAPPORT_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) })
}
