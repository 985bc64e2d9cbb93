/** Is the server new enough, and are database, roles and extensions there? If not, make them, or say exactly what to run. */
import pg from 'pg'
import { checkProgramRole, grantToProgram } from './prepare-roles.ts'
import type { Address } from './start-embedded.ts'

/** Two ways in: the owner migrates, the program works. */
export type Access = { readonly owner: pg.ClientConfig; readonly program: pg.ClientConfig }

/** The role the program works as: it logs in, owns nothing, and row security binds it. */
export const programRole = 'rapport_app'
/** The role that owns the tables of an embedded database. */
export const ownerRole = 'rapport_owner'
/** The oldest PostgreSQL we run on. */
export const oldestVersion = 15
/** All are "trusted": the owner of a database may create them without being superuser. */
export const extensions = ['pg_trgm', 'unaccent', 'btree_gin'] as const

const quote = pg.escapeIdentifier

/** Opens one connection for the time of `run`. */
export async function withClient<T>(config: pg.ClientConfig, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

const exists = async (client: pg.Client, catalogue: 'pg_roles' | 'pg_database', name: string): Promise<boolean> => {
  const column = catalogue === 'pg_roles' ? 'rolname' : 'datname'
  return (await client.query(`select 1 from ${catalogue} where ${column} = $1`, [name])).rowCount === 1
}

/**
 * Creates an empty database.
 * @param template another database to copy, with everything in it
 */
export async function createDatabase(client: pg.Client, name: string, owner: string, template = 'template0'): Promise<void> {
  const encoding = template === 'template0' ? " encoding 'UTF8'" : ''
  await client.query(`create database ${quote(name)} owner ${quote(owner)} template ${quote(template)}${encoding}`)
}

/** Says why a server of this version (`server_version_num`, 150004 for 15.4) will not do, or nothing. */
export const findTooOld = (versionNumber: number): string | undefined =>
  versionNumber >= oldestVersion * 10_000
    ? undefined
    : `The PostgreSQL server has version ${Math.floor(versionNumber / 10_000)}; Rapport needs ${oldestVersion} or newer.\n  Cure: point DATABASE_URL to a newer server, or leave it out to use the embedded one.`

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number")
  const tooOld = findTooOld(Number(rows[0]?.number))
  if (tooOld) throw new Error(tooOld)
}

const createExtensions = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ extname: string }>('select extname from pg_extension')
  const missing = extensions.filter((name) => !rows.some(({ extname }) => extname === name))
  for (const name of missing) {
    try {
      await client.query(`create extension if not exists ${name}`)
    } catch (error) {
      throw new Error(
        `The PostgreSQL extension ${name} could not be created: ${(error as Error).message}.\n  Cure: install the server's contrib package, and run as a superuser in this database: create extension ${name};`,
        { cause: error },
      )
    }
  }
}

/** Roles and default rights inside one database; safe to run again, and by two programs at once. */
export async function prepareInside(owner: pg.ClientConfig): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query('begin; select pg_advisory_xact_lock(7277679)')
    await createExtensions(client)
    await grantToProgram(client, programRole)
    await client.query('commit')
  })
}

/** Makes roles and database on the embedded server, where the superuser is ours. */
export async function prepareEmbedded(admin: Address, database = 'rapport'): Promise<Access> {
  await withClient(admin, async (client) => {
    await client.query('select pg_advisory_lock(7277679)')
    for (const role of [ownerRole, programRole]) {
      if (!(await exists(client, 'pg_roles', role))) await client.query(`create role ${role} login`)
    }
    if (!(await exists(client, 'pg_database', database))) await createDatabase(client, database, ownerRole)
  })
  const access = { owner: { ...admin, user: ownerRole, database }, program: { ...admin, user: programRole, database } }
  await prepareInside(access.owner)
  return access
}

/** What is known of a served database. `password` is for the program's role, when we make it. */
export type Served = {
  readonly url: string
  readonly directUrl?: string | undefined
  readonly ownerUrl?: string | undefined
  readonly password: string
}

const withLogin = (url: string, user: string, password: string): string => {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}

const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'

const unreachable = (url: string, error: Error & { readonly code?: string }): Error => {
  if (error.message.includes('Cure:')) return error
  const { host } = new URL(url)
  return new Error(
    `The PostgreSQL server of DATABASE_URL (${decodeURIComponent(host)}) does not let us in: ${error.message || error.code}.\n  Cure: check that it runs and that address, user and password are right, or leave DATABASE_URL out to use the embedded one.`,
    { cause: error },
  )
}

const createWhenMissing = async (url: string): Promise<void> => {
  try {
    await withClient({ connectionString: url }, checkVersion)
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw unreachable(url, error as Error)
    const elsewhere = new URL(url)
    elsewhere.pathname = '/postgres'
    await withClient({ connectionString: elsewhere.href }, async (client) => {
      const { rows } = await client.query<{ me: string }>('select current_user as me')
      await createDatabase(client, databaseOf(url), rows[0]?.me ?? '')
    })
    await withClient({ connectionString: url }, checkVersion)
  }
}

const makeProgramRole = async (client: pg.Client, password: string): Promise<void> => {
  // Only these two words: a hosted server's administrator may not even say NOSUPERUSER.
  const words = `login password ${pg.escapeLiteral(password)}`
  try {
    await client.query('begin; select pg_advisory_xact_lock(7277679)')
    await client.query(
      (await exists(client, 'pg_roles', programRole))
        ? `alter role ${programRole} ${words}`
        : `create role ${programRole} ${words}`,
    )
    await client.query('commit')
  } catch (error) {
    throw new Error(
      `The role of DATABASE_URL may not create the role that Rapport works as: ${(error as Error).message}.\n` +
        `  Cure: run once as an administrator:  create role ${programRole} login nobypassrls password '...';\n` +
        `  then set DATABASE_OWNER_URL to what DATABASE_URL is now, and DATABASE_URL to the same with ${programRole} and its password.`,
      { cause: error },
    )
  }
}

/**
 * Makes what a served PostgreSQL lacks, and answers how to get in.
 * With `ownerUrl`, `url` is already the program's own role; without it, `url` owns the database and we make the program's role.
 * @throws Error with the statements to run when the server does not let us
 */
export async function prepareServed({ url, directUrl, ownerUrl, password }: Served): Promise<Access> {
  const ownerString = ownerUrl ?? directUrl ?? url
  await createWhenMissing(ownerString)
  const owner = { connectionString: ownerString }
  if (ownerUrl) {
    const program = { connectionString: url }
    const role = await withClient(program, checkProgramRole)
    await withClient(owner, async (client) => {
      await createExtensions(client)
      await grantToProgram(client, role)
    })
    return { owner, program }
  }
  const program = { connectionString: withLogin(url, programRole, password) }
  const fits = await withClient(program, checkProgramRole).then(
    () => true,
    () => false,
  )
  if (!fits) await withClient(owner, (client) => makeProgramRole(client, password))
  await prepareInside(owner)
  await withClient(program, checkProgramRole)
  return { owner, program }
}
