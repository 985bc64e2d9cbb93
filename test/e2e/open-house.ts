/** How does a story begin inside? A program with its first workspace opened, its owner's browser, and files brought in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { importPath } from '#apps/cli/import-path.ts'
import { type Reach, reachServer } from '#apps/cli/reach-server.ts'
import { contracts } from '#apps/contracts.ts'
import { client } from '#foundation/contract/client.ts'
import { type Look, looks, openBrowser, visit } from './open-browser.ts'
import { openProgram, type Program } from './open-program.ts'

export const owner = {
  workspaceName: 'Lindholm Scales',
  name: 'Rea Olsen',
  email: 'rea@lindholm.example',
  password: 'correct horse battery staple',
} as const

export interface House {
  program: Program
  browser: Browser
  /** Asks the program as the command line of this machine does. */
  api: ReturnType<typeof clientsOf>
  reach: Reach
  /** The owner at a page. */
  enter: (path: string, look?: Look) => Promise<{ page: Page; context: BrowserContext; problems: string[] }>
  /** Imports files by their names, and waits until the import has ended. */
  bringIn: (files: Readonly<Record<string, string>>) => ReturnType<typeof importPath>
  /** Waits until no message waits to be read any more. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

const clientsOf = (reach: Reach) => ({
  accounts: client(contracts.accounts, reach.send),
  people: client(contracts.people, reach.send),
  needs: client(contracts.needs, reach.send),
  opportunities: client(contracts.opportunities, reach.send),
  pipelines: client(contracts.pipelines, reach.send),
  messages: client(contracts.messages, reach.send),
  imports: client(contracts.imports, reach.send),
  audit: client(contracts.audit, reach.send),
  duplicates: client(contracts.duplicates, reach.send),
  members: client(contracts.members, reach.send),
})

/** Opens a program and its first workspace. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const [program, browser] = await Promise.all([openProgram(env), openBrowser()])
  const said = await fetch(`${program.url}/api/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: program.url },
    body: JSON.stringify({ ...owner, timeZone: 'Europe/Berlin' }),
  })
  if (!said.ok) throw new Error(`The workspace did not open: ${said.status} ${await said.text()}`)
  const cookies = said.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    return { name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: program.url }
  })
  const reach = await reachServer({ env: { RAPPORT_DATA: program.dataFolder } })
  const api = clientsOf(reach)
  const folder = mkdtempSync(join(tmpdir(), 'rapport-files-'))
  return {
    program,
    browser,
    reach,
    api,
    async enter(path, look = looks[0]) {
      const came = await visit(browser, program.url, look)
      await came.context.addCookies(cookies)
      await came.page.goto(path)
      return came
    },
    async bringIn(files) {
      const paths = Object.entries(files).map(([name, text]) => {
        writeFileSync(join(folder, name), text)
        return join(folder, name)
      })
      return importPath({ paths, reach, tell: () => {} })
    },
    async settle() {
      let before = ''
      // What is found comes message by message; when two looks a second apart agree, nothing more is under way.
      for (let i = 0; i < 120; i++) {
        const found = await api.needs.list({ limit: 100 })
        const now = `${found.rows.length} ${found.next}`
        if (found.rows.length > 0 && now === before) return
        before = now
        await new Promise((wake) => setTimeout(wake, 1_000))
      }
      throw new Error(`Nothing was found in what was imported:\n${program.log()}`)
    },
    async close() {
      await browser.close()
      await program.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
