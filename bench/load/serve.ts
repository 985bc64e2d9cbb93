/** The server under measurement, in a process of its own: the program's own parts, which also tell what SQL a request ran. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { buildServer } from '#apps/server/build-server.ts'
import { openLog } from '#foundation/platform/http/write-log.ts'
import { migrationsBelow, provideDatabase } from '#foundation/platform/provide-database.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import { buildCorpus, type Size } from './build-corpus.ts'

export interface Statement {
  text: string
  values: unknown[]
}

const folder = process.argv[2] ?? 'data'
mkdirSync(folder, { recursive: true })
const settings = readSettings({ ...process.env, RAPPORT_DATA: folder })
const provided = await provideDatabase({ settings, log: () => undefined, migrations: migrationsBelow('.') })
const heard: Statement[] = []
let listening = false
provided.database.pool.on('connect', (client) => listen(client))

const { app } = await buildServer({
  database: provided.database,
  dataFolder: folder,
  publicUrl: 'http://127.0.0.1',
  secret: 'x'.repeat(64),
  operatorToken: 'rap_bench_operator_token_000000000000000000000000',
  log: openLog('error'),
  requestsPerMinute: 10_000_000,
  signInsPerMinute: 1_000,
  web: join(process.cwd(), 'dist', 'web'),
})
const url = await app.listen({ host: '127.0.0.1', port: 0 })

process.on('message', async (asked: { build?: string; size?: Size; forget?: true; heard?: true; end?: true }) => {
  if (asked.build && asked.size) {
    const rows = await buildCorpus(provided.database, asked.build, asked.size, Date.now(), console.log)
    await analyze()
    process.send?.({ built: rows })
  }
  if (asked.forget) {
    heard.length = 0
    listening = true
    process.send?.({ forgotten: true })
  }
  if (asked.heard) listening = false
  if (asked.heard) process.send?.({ heard: [...heard] })
  if (asked.end) await end()
})
// Whoever measures fell: nobody would end this server.
process.on('disconnect', () => void end())
process.send?.({ url, program: provided.direct, owner: provided.owner })

async function end(): Promise<void> {
  await app.close()
  await provided.stop()
  process.exit(0)
}

/** After a bulk load the planner needs figures. */
async function analyze(): Promise<void> {
  const { Client } = (await import('pg')).default
  const owner = new Client(provided.owner)
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
}

function listen(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  Object.assign(client, {
    query: (...args: unknown[]) => {
      const [first, values] = args
      const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '')
      const given =
        (typeof first === 'object' && first !== null ? (first as { values?: unknown[] }).values : undefined) ??
        (Array.isArray(values) ? values : [])
      if (text && listening) heard.push({ text, values: given })
      return query(...args)
    },
  })
}
