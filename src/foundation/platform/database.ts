/** How does the program read and write? Inside one workspace, in one transaction, as a role that owns nothing. */
import { CamelCasePlugin, Kysely, type Transaction } from 'kysely'
import pg from 'pg'
import { isId } from '#foundation/kernel/id.ts'
import { drivePool } from './postgres/drive-pool.ts'
import { nameStatements } from './postgres/name-statements.ts'
import { readValues } from './postgres/read-values.ts'

/** A handle that knows no table yet; a store widens it: `db.withTables<{ needs: ... }>()`. */
export type NoTables = Record<never, never>

/** One transaction. */
export type Unit = Transaction<NoTables>

/**
 * How a transaction runs: `timeoutMs` bounds each statement of it, 1 .. 3,600,000. `answersEarly`: what only read something
 * (no insert, update, delete or merge was sent) is answered while the transaction still ends.
 */
export type UnitOptions = { readonly timeoutMs?: number; readonly readOnly?: boolean; readonly answersEarly?: boolean }

/** The open database. */
export type Database = {
  readonly pool: pg.Pool
  /** Global tables only (users, sessions): without a workspace, row security shows no tenant row. */
  readonly global: Kysely<NoTables>
  /**
   * Runs in one transaction that sees the rows of one workspace. Runs again (up to 4 times) when the server chose it as
   * the victim of a deadlock or a serialization conflict, so `run` must have no effect outside the transaction.
   */
  readonly inWorkspace: <T>(workspaceId: string, run: (db: Unit) => Promise<T>, options?: UnitOptions) => Promise<T>
  /** The same without a workspace: for what concerns global tables only. */
  readonly inTransaction: <T>(run: (db: Unit) => Promise<T>, options?: UnitOptions) => Promise<T>
  readonly close: () => Promise<void>
}

/** What `openDatabase` asks for. `prepare: false` behind poolers that lose prepared statements. */
export type OpenOptions = {
  readonly connection: pg.ClientConfig
  readonly prepare?: boolean
  readonly connections?: number
  readonly timeoutMs?: number
}

const retried: ReadonlySet<unknown> = new Set(['40001', '40P01'])
const pausesMs = [10, 40, 160]
const requestTimeoutMs = 30_000

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const withRetries = async <T>(run: () => Promise<T>): Promise<T> => {
  for (const pause of pausesMs) {
    try {
      return await run()
    } catch (error) {
      if (!retried.has(codeOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
    }
  }
  return run()
}

// SET takes no parameters: what is written into it literally has been checked here.
const beginWords = (workspaceId: string | undefined, { timeoutMs = requestTimeoutMs, readOnly = false }: UnitOptions): string => {
  if (workspaceId !== undefined && !isId(workspaceId))
    throw new TypeError(`Not the id of a workspace: ${JSON.stringify(workspaceId)}`)
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > 3_600_000)
    throw new RangeError(`Not a statement timeout in milliseconds: ${timeoutMs}`)
  const workspace = workspaceId === undefined ? '' : `; set local app.workspace_id = '${workspaceId}'`
  return `begin${readOnly ? ' read only' : ''}; set local statement_timeout = ${timeoutMs}${workspace}`
}

/** Opens the pool. Nothing is connected until the first question. */
export function openDatabase({
  connection,
  prepare = true,
  connections = 12,
  timeoutMs = requestTimeoutMs,
}: OpenOptions): Database {
  const pool = new pg.Pool({
    ...connection,
    types: readValues,
    max: connections,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 15_000,
  })
  // A connection that breaks while it rests is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => {})
  // The pool takes its listener away while a transaction holds the connection: between two statements a break would end the program.
  // The next statement answers with the break, so nothing is hidden.
  pool.on('connect', (client) => client.on('error', () => {}))
  const naming = nameStatements(prepare)
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
  const kysely = (begin: string, answersEarly = false) =>
    new Kysely<NoTables>({ dialect: drivePool(pool, naming, begin, answersEarly), plugins })
  const unit = <T>(begin: string, run: (db: Unit) => Promise<T>, answersEarly?: boolean) =>
    withRetries(() => kysely(begin, answersEarly).transaction().execute(run))
  return {
    pool,
    global: kysely('begin'),
    inWorkspace: async (workspaceId, run, options = {}) =>
      unit(beginWords(workspaceId, { timeoutMs, ...options }), run, options.answersEarly),
    inTransaction: async (run, options = {}) => unit(beginWords(undefined, { timeoutMs, ...options }), run, options.answersEarly),
    close: () => pool.end(),
  }
}
