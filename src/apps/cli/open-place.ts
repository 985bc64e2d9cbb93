/** On which installation does an operator's command work? The one of the settings; a running one is shared, not disturbed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsBelow, reachDatabase, type Source } from '#foundation/platform/provide-database.ts'
import { readSettings, type Settings } from '#foundation/platform/settings.ts'
import { findRoot } from '../find-root.ts'

/** Where an operator's command speaks: what is asked for on standard output, how it goes on standard error. */
export type Operator = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (line: string) => void
  readonly tell: (line: string) => void
}

/** A reached database, its settings and its migrations. */
export type OpenPlace = Source & { readonly settings: Settings; readonly migrations: string }

/** Says in which database it is, without any password. */
export const nameOf = ({ settings, kind }: OpenPlace): string =>
  kind === 'served' && settings.databaseUrl
    ? `the database ${new URL(settings.databaseUrl).pathname.slice(1)} at ${decodeURIComponent(new URL(settings.databaseUrl).host)}`
    : `the database in ${settings.dataFolder}`

/** A program that runs on the data folder says in this note which kind of database it uses. */
const runningKind = (dataFolder: string): unknown => {
  try {
    const said = JSON.parse(readFileSync(join(dataFolder, 'server.json'), 'utf8')) as { pid: number; database?: string }
    process.kill(said.pid, 0)
    return said.database
  } catch {
    return undefined
  }
}

/** Reaches the installation that is there, without changing a table. @throws Error when there is none */
export async function openPlace(operator: Operator): Promise<OpenPlace> {
  const settings = readSettings(operator.env)
  if (!settings.databaseUrl && runningKind(settings.dataFolder) === 'served')
    throw new Error(
      `The Rapport that runs on ${settings.dataFolder} uses a served database, and DATABASE_URL is not set here.\n  Cure: run this with the same DATABASE_URL and RAPPORT_SECRET as the program.`,
    )
  if (!settings.databaseUrl && !existsSync(join(settings.dataFolder, 'postgres')))
    throw new Error(
      `There is no database in ${settings.dataFolder}, and DATABASE_URL is not set.\n  Cure: set RAPPORT_DATA or DATABASE_URL as for the program.`,
    )
  return reach(settings, operator, true)
}

/** Reaches, or makes, the place to which a backup goes; nobody else may be at work there. */
export async function openTarget(operator: Operator, into: string | undefined): Promise<OpenPlace> {
  const isUrl = into !== undefined && /^postgres(ql)?:\/\//.test(into)
  const elsewhere: Record<string, string | undefined> = isUrl
    ? { DATABASE_URL: into }
    : into
      ? { RAPPORT_DATA: into, DATABASE_URL: undefined }
      : { DATABASE_URL: operator.env.DATABASE_URL }
  const same = elsewhere.DATABASE_URL === operator.env.DATABASE_URL
  const others = same ? {} : { DATABASE_OWNER_URL: undefined, DATABASE_DIRECT_URL: undefined }
  const settings = readSettings({ ...operator.env, ...others, ...elsewhere })
  return reach(settings, operator, false)
}

async function reach(settings: Settings, operator: Operator, mayShare: boolean): Promise<OpenPlace> {
  const migrations = migrationsBelow(findRoot())
  const source = await reachDatabase({ settings, log: operator.tell, migrations, mayShare })
  return { ...source, settings, migrations }
}
