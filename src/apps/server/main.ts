/** Where does the program begin? Settings, database, queue, server; then one line that says where it is. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { keepOperatorToken } from '#foundation/platform/auth/operator-token.ts'
import { sweepExpired } from '#foundation/platform/auth/sign-ins.ts'
import { makeInThread, runScheduled } from '#foundation/platform/backup/run-scheduled.ts'
import { openLog } from '#foundation/platform/http/write-log.ts'
import { prepareJobs, startJobs } from '#foundation/platform/jobs.ts'
import { keepPrograms } from '#foundation/platform/postgres/find-binaries.ts'
import { withClient } from '#foundation/platform/postgres/prepare-database.ts'
import { migrationsBelow, type ProvidedDatabase, provideDatabase } from '#foundation/platform/provide-database.ts'
import { keepSecret, readSettings } from '#foundation/platform/settings.ts'
import { applyErasures } from '#workflows/apply-erasures.ts'
import { openCourier } from '#workflows/carry-webhooks.ts'
import { resumeUnfinishedImports } from '#workflows/resume-unfinished-imports.ts'
import { seekInOlderWorkspaces } from '#workflows/seek-in-older-workspaces.ts'
import { workflows } from '#workflows/subscriptions.ts'
import { watchTheDay } from '#workflows/when-retention-is-due.ts'
import { trustUpgrade } from '../find-misfits.ts'
import { findRoot } from '../find-root.ts'
import { buildServer } from './build-server.ts'
import { openRunner } from './run-workflows.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const freePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const urlAt = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const log = openLog(settings.logLevel)
  const root = findRoot()
  const closing: (() => Promise<void> | void)[] = []
  let ending: Promise<void> | undefined
  const end = () => {
    ending ??= (async () => {
      for (const close of closing.reverse()) await Promise.resolve(close()).catch((error: unknown) => log.error(String(error)))
    })()
    return ending
  }
  const onSignal = () => void end().then(() => process.exit(0))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    const provided = await provideDatabase({ settings, log: say, migrations: migrationsBelow(root) })
    closing.push(provided.stop)
    await trustUpgrade(provided)
    const jobs = await openJobs(provided, (error) => log.error('The queue has a problem', { why: String(error) }))
    const port = settings.port === 0 ? await freePort(settings.host) : settings.port
    const publicUrl = settings.publicUrl ?? urlAt(settings.host, port)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const { app, house, missing } = await buildServer({
      ...settings,
      database: provided.database,
      announce: jobs.announce,
      listen: provided.direct,
      publicUrl,
      secret: keepSecret(settings),
      operatorToken: keepOperatorToken(settings.dataFolder),
      log,
      version,
      migrations: migrationsBelow(root),
      web: join(root, 'dist', 'web'),
      demo: {
        open: async (place) => (await import('#test/world/build-world.ts')).openDemoWorld(place),
        visitor: async () => (await import('#test/world/build-world.ts')).demoVisitor,
      },
    })
    const courier = openCourier({
      database: provided.database,
      house,
      onFault: (error) => log.error('Webhooks have a problem', { why: String(error) }),
    })
    closing.push(jobs.stop, courier.stop, () => app.close())
    courier.start()
    if (missing.length > 0) log.debug(`No action carries out: ${missing.join(', ')}`)
    // Before anybody asks: a restored backup may have brought back whom the list beside the files says was erased.
    const erased = await applyErasures(provided.database, house)
    if (erased > 0) say(`Erased ${erased === 1 ? 'a person' : `${erased} people`} again whom a restored backup had brought back.`)
    await jobs.work(openRunner(workflows, provided.database, house))
    const faulty = (error: unknown) => log.error('The rules for keeping things could not be looked at', { why: String(error) })
    closing.push(watchTheDay(provided.database, house, faulty))
    await provided.database.inTransaction((db) => sweepExpired(db, new Date().toISOString()))
    const resumed = await resumeUnfinishedImports(provided.database, house)
    if (resumed > 0) say(`Going on with ${resumed === 1 ? 'an import' : `${resumed} imports`} that the last run did not finish.`)
    await seekInOlderWorkspaces(provided.database, house)
    await app.listen({ host: settings.host, port }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error
      throw new Error(`Port ${port} is in use already.\n  Cure: set PORT to a free one, or PORT=0 to take any.`)
    })
    const saving = runScheduled(
      { settings, owner: provided.owner, program: version, tell: (line) => log.info(line), make: makeInThread },
      (why) => log.error('The scheduled backup was not made', { why }),
      async () => {
        if (provided.kind === 'embedded') await keepPrograms(settings.dataFolder)
      },
    )
    closing.push(saving.stop)
    const note = join(settings.dataFolder, 'server.json')
    writeFileSync(note, `${JSON.stringify({ url: urlAt(settings.host, port), pid: process.pid, database: provided.kind })}\n`)
    closing.push(() => rmSync(note, { force: true }))
    say(`Rapport is open at ${publicUrl}`)
  } catch (error) {
    await end()
    throw error
  }
}

async function openJobs({ database, owner, direct }: ProvidedDatabase, onFault: (error: unknown) => void) {
  const { rows } = await database.pool.query<{ me: string }>('select quote_ident(current_user) as me')
  await withClient(owner, (client) => prepareJobs(urlOf(owner), rows[0]?.me ?? '', (statement) => client.query(statement)))
  return startJobs(urlOf(direct), [...workflows], onFault)
}

/** A way in as one URL; a socket's folder becomes the host. */
function urlOf(config: ProvidedDatabase['owner']): string {
  if (config.connectionString) return config.connectionString
  return `postgres://${config.user}@${encodeURIComponent(config.host ?? '')}:${config.port ?? 5432}/${config.database}`
}

start().catch((error: unknown) => {
  const text =
    error instanceof Error ? (error.message.includes('Cure:') ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
})
