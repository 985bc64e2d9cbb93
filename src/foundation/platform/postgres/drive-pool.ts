/** How does Kysely speak through our pool? With named statements, and with a BEGIN that says at once whose rows are meant. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'

type Naming = (text: string, values: readonly unknown[]) => pg.QueryConfig

const writing: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

type Held = DatabaseConnection & {
  readonly client: pg.PoolClient
  failed: boolean
  wrote: boolean
  /** The end of a transaction that nobody waits for. */
  ending: Promise<void> | null
}

const holdClient = (client: pg.PoolClient, naming: Naming): Held => {
  const held: Held = {
    client,
    failed: false,
    wrote: false,
    ending: null,
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { command, rowCount, rows } = await client.query<R & pg.QueryResultRow>(naming(sql, parameters))
      if (!writing.has(command)) return { rows }
      held.wrote = true
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: the interface asks for a stream; large reads use keyset pages instead
    async *streamQuery() {
      throw new Error('Streams of rows are not offered: read keyset pages.')
    },
  }
  return held
}

const asHeld = (connection: DatabaseConnection): Held => connection as Held

const rollback = async (held: Held): Promise<void> => {
  try {
    await held.client.query('rollback')
  } catch {
    // The connection itself is broken: it must not go back to the pool with a transaction open.
    held.failed = true
  }
}

const end = async (held: Held): Promise<void> => {
  try {
    await held.client.query('commit')
  } catch {
    held.failed = true
  }
}

const drive = (pool: pg.Pool, naming: Naming, begin: string, isReading: boolean): Driver => ({
  init: async () => {},
  acquireConnection: async () => holdClient(await pool.connect(), naming),
  beginTransaction: async (connection) => {
    await asHeld(connection).client.query(begin)
  },
  commitTransaction: async (connection) => {
    const held = asHeld(connection)
    if (isReading && !held.wrote) held.ending = end(held)
    else await held.client.query('commit')
  },
  rollbackTransaction: (connection) => rollback(asHeld(connection)),
  releaseConnection: async (connection) => {
    const held = asHeld(connection)
    const release = () => held.client.release(held.failed)
    if (held.ending) void held.ending.then(release)
    else release()
  },
  destroy: async () => {},
})

/**
 * The dialect for a pool. The pool belongs to the caller, who ends it.
 * @param begin the words that open a transaction, sent in one round trip
 * @param isReading what was read is answered without waiting for the end of the transaction, unless it wrote after all
 */
export const drivePool = (pool: pg.Pool, naming: Naming, begin = 'begin', isReading = false): Dialect => ({
  createDriver: () => drive(pool, naming, begin, isReading),
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
})
