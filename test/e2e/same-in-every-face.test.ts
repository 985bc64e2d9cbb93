/** Do the command line, the tools for language models and the browser say the same, and is what one did done in the others? */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { expectAccessible, keepPicture } from './open-browser.ts'
import { type House, openHouse } from './open-house.ts'
import { built } from './open-program.ts'
import { smallMailbox } from './small-mailbox.ts'

const cli = join(built, 'cli.mjs')
const Needs = z.object({ rows: z.array(z.object({ id: z.string(), statement: z.string(), state: z.string() })) })

let house: House
const opened: Client[] = []
beforeAll(async () => {
  house = await openHouse()
  await house.bringIn({ 'packing.mbox': smallMailbox() })
  await house.settle()
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await house?.close()
})

const rapport = (...words: string[]) =>
  promisify(execFile)(process.execPath, [cli, ...words], { env: { ...process.env, RAPPORT_DATA: house.program.dataFolder } })
const typed = async (...words: string[]): Promise<unknown> => JSON.parse((await rapport(...words, '--json')).stdout)

async function openTools(transport: Transport): Promise<Client> {
  const made = new Client({ name: 'a story', version: '1.0.0' })
  await made.connect(transport)
  opened.push(made)
  return made
}
const overStdio = () =>
  openTools(
    new StdioClientTransport({
      command: process.execPath,
      args: [cli, 'mcp'],
      env: { PATH: process.env.PATH ?? '', RAPPORT_DATA: house.program.dataFolder },
    }),
  )
async function call(tools: Client, name: string, given: Record<string, unknown> = {}): Promise<unknown> {
  const said = await tools.callTool({ name, arguments: given })
  const { content } = z.object({ content: z.array(z.object({ text: z.string() })) }).parse(said)
  return JSON.parse(content[0]?.text ?? 'null')
}

describe('one need', () => {
  it('reads the same in the command line, over standard input and over HTTP with a token made in the browser', async () => {
    const { page, context, problems } = await house.enter('/settings')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.getByLabel('What is it for').fill('The model upstairs')
    await page.getByRole('button', { name: 'Make the token' }).click()
    await page.getByRole('dialog', { name: 'The token The model upstairs' }).waitFor()
    await expectAccessible(page)
    await keepPicture(page, 'token shown once')
    const secret = await page.getByRole('dialog').getByLabel('Token', { exact: true }).inputValue()
    expect(secret).toMatch(/^rap_/)
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('The model upstairs').waitFor()
    expect(await page.content()).not.toContain(secret)

    const near = await overStdio()
    const far = await openTools(
      new StreamableHTTPClientTransport(new URL('/mcp', house.program.url), {
        requestInit: { headers: { authorization: `Bearer ${secret}` } },
      }) as Transport,
    )
    const fromLine = await typed('needs', 'list')
    expect(await call(near, 'needs_list')).toEqual(fromLine)
    expect(await call(far, 'needs_list')).toEqual(fromLine)
    const { tools } = await far.listTools()
    expect(tools.map((one) => one.name)).toEqual((await near.listTools()).tools.map((one) => one.name))

    // Confirmed on the command line, seen in the browser; corrected by a model, rejected in the browser, seen by both.
    const need = Needs.parse(fromLine).rows.find((one) => /SAP/.test(one.statement))
    if (!need) throw new Error('The need was not found')
    await rapport('needs', 'confirm', need.id)
    await page.goto(`/needs/${need.id}`)
    const item = page.locator('li[data-why-scope]')
    await item.getByText('Confirmed', { exact: true }).waitFor()
    await call(far, 'needs_correct', { id: need.id, statement: 'each weighing in SAP' })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'each weighing in SAP' }).waitFor()
    await item.getByRole('button', { name: /^Not a need/ }).click()
    await item.getByText('Not a need', { exact: true }).waitFor()
    expect(await call(near, 'needs_get', { id: need.id })).toMatchObject({ state: 'rejected', statement: 'each weighing in SAP' })
    expect(await typed('needs', 'get', need.id)).toEqual(await call(far, 'needs_get', { id: need.id }))
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('a refusal', () => {
  it('says the same everywhere, and a stranger gets nothing', async () => {
    const nobody = '0198a000-0000-7000-8000-000000000000'
    const refused = await rapport('needs', 'get', nobody).catch((error: { code: number; stderr: string }) => error)
    expect(refused).toMatchObject({ code: 1 })
    const { detail } = z
      .object({ detail: z.string(), status: z.literal(404) })
      .parse(await call(await overStdio(), 'needs_get', { id: nobody }))
    expect('stderr' in refused ? refused.stderr : '').toContain(detail)
    const stranger = await fetch(new URL('/mcp', house.program.url), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(stranger.status).toBe(401)
    expect((await fetch(new URL('/api/needs', house.program.url))).status).toBe(401)
  })

  it('prints a table for people', async () => {
    const { stdout } = await rapport('accounts', 'list')
    expect(stdout).toMatch(/Norrgard Foods/)
    const filter = { field: 'name', is: 'contains', value: 'norrgard' }
    const asked = ['accounts', '--filter', JSON.stringify(filter), '--fields', 'name,standing']
    const rows = await typed('views', 'rows', ...asked)
    expect(rows).toMatchObject({ rows: [{ values: { name: 'Norrgard Foods', standing: 'prospect' } }], next: null })
    const tools = await overStdio()
    expect(await call(tools, 'views_rows', { object: 'accounts', filter, fields: ['name', 'standing'] })).toEqual(rows)
    expect((await rapport('views', 'rows', ...asked)).stdout).toMatch(/Norrgard Foods +prospect/)
    expect((await rapport('export', ...asked)).stdout).toMatch(/^\uFEFFName,Standing,Id\r\nNorrgard Foods,prospect,[\w-]+\r\n$/)
    expect((await rapport('help')).stdout).toMatch(/rapport import PATH/)
  })
})
