/** Which database does this program use, and is it ready? The embedded one, or the served one of DATABASE_URL. */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { carryCluster } from './backup/carry-cluster.ts'
import { putBack, saveBeforeMigrations } from './backup/save-before.ts'
import { settleSecret } from './backup/settle-secret.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate } from './migrations.ts'
import { type Access, prepareEmbedded, prepareServed, withClient } from './postgres/prepare-database.ts'
import { startEmbedded } from './postgres/start-embedded.ts'
import { keepSecret, type Settings } from './settings.ts'

/** The database of a running program. */
export type ProvidedDatabase = {
  readonly database: Database
  readonly kind: 'embedded' | 'served'
  /** Past any pooler, as the role that owns the tables: migrations, and the queue's own schema. */
  readonly owner: pg.ClientConfig
  /** Past any pooler, as the program's role: LISTEN. */
  readonly direct: pg.ClientConfig
  readonly applied: readonly string[]
  /** After an upgrade of a database with rows in it: the backup made before, and the way back to it. Closes the connections. */
  readonly upgrade: { readonly backup: string; readonly putBack: () => Promise<void> } | undefined
  /** Closes the connections, then stops the server if this program started it. */
  readonly stop: () => Promise<void>
}

type Options = {
  readonly settings: Settings
  readonly log: (line: string) => void
  readonly migrations: string
  /** A command-line tool uses the database of a running server; a second server is refused. */
  readonly mayShare?: boolean
}

/** A database that is reached and prepared, and not migrated. */
export type Source = Access & {
  readonly kind: 'embedded' | 'served'
  readonly direct: pg.ClientConfig
  readonly stop: () => Promise<void>
}

const embed = async ({ settings, log, mayShare = false }: Options): Promise<Source> => {
  const embedded = await startEmbedded({ dataFolder: settings.dataFolder, log, mayShare })
  try {
    const access = await prepareEmbedded(embedded.admin)
    return { ...access, kind: 'embedded', direct: access.program, stop: embedded.stop }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

const loginOf = (from: pg.ClientConfig, at: string): string => {
  const [login, direct] = [new URL(from.connectionString ?? ''), new URL(at)]
  direct.username = login.username
  direct.password = login.password
  return direct.href
}

const serve = async (settings: Settings, url: string): Promise<Source> => {
  const { databaseDirectUrl: directUrl, databaseOwnerUrl: ownerUrl } = settings
  // Derived, not stored: programs that share the database share the secret, so all know it.
  const password = createHmac('sha256', keepSecret(settings)).update('the password of rapport_app').digest('hex')
  const access = await prepareServed({ url, directUrl, ownerUrl, password })
  const direct = directUrl ? { connectionString: loginOf(access.program, directUrl) } : access.program
  return { ...access, kind: 'served', direct, stop: async () => {} }
}

/**
 * Starts or reaches the database and makes roles and extensions that are missing, no tables.
 * @throws Error with the cure
 */
export const reachDatabase = (options: Options): Promise<Source> =>
  options.settings.databaseUrl ? serve(options.settings, options.settings.databaseUrl) : embed(options)

const migrateWith = async (source: Source, { migrations }: Options, backup: string | undefined) => {
  try {
    return await migrate(source.owner, migrations)
  } catch (error) {
    if (backup === undefined) throw error
    throw new Error(
      `The upgrade did not work, and the database is as it was before it.\n  ${(error as Error).message}\n  Cure: start the Rapport you had before; it works on this database. A backup made just before is ${backup}.`,
      { cause: error },
    )
  }
}

const once = (run: () => Promise<void>) => {
  let running: Promise<void> | undefined
  return () => {
    running ??= run()
    return running
  }
}

/**
 * Starts or reaches the database, makes what is missing, saves what is there before it changes it, migrates it, and opens it.
 * @throws Error with the cure
 */
export async function provideDatabase(options: Options): Promise<ProvidedDatabase> {
  const { settings, log, migrations, mayShare } = options
  if (!settings.databaseUrl && !mayShare) await carryCluster({ settings, migrations, tell: log })
  const source = await reachDatabase(options)
  try {
    await withClient(source.owner, (client) => settleSecret(client, settings.dataFolder))
    const place = { owner: source.owner, settings, migrations, tell: log }
    const backup = await saveBeforeMigrations(place)
    const applied = await migrateWith(source, options, backup)
    if (applied.length > 0) log(`Migrated the database: ${applied.join(', ')}.`)
    const database = openDatabase({
      connection: source.program,
      prepare: settings.databasePrepare,
      connections: settings.databaseConnections,
    })
    const close = once(database.close)
    const upgrade = backup && { backup, putBack: () => close().then(() => putBack(place, backup)) }
    const stop = () => close().then(source.stop)
    return {
      database,
      kind: source.kind,
      owner: source.owner,
      direct: source.direct,
      applied,
      upgrade: upgrade || undefined,
      stop,
    }
  } catch (error) {
    await source.stop()
    throw error
  }
}

/** The folder of migrations below the folder the program was installed in. */
export const migrationsBelow = (root: string): string => join(root, 'db', 'migrations')
