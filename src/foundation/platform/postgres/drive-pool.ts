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

type Held = DatabaseConnection & { readonly client: pg.PoolClient; failed: boolean }

const holdClient = (client: pg.PoolClient, naming: Naming): Held => ({
  client,
  failed: false,
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await client.query<R & pg.QueryResultRow>(naming(sql, parameters))
    return writing.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  },
  // biome-ignore lint/correctness/useYield: the interface asks for a stream; large reads use keyset pages instead
  async *streamQuery() {
    throw new Error('Streams of rows are not offered: read keyset pages.')
  },
})

const asHeld = (connection: DatabaseConnection): Held => connection as Held

const rollback = async (held: Held): Promise<void> => {
  try {
    await held.client.query('rollback')
  } catch {
    // The connection itself is broken: it must not go back to the pool with a transaction open.
    held.failed = true
  }
}

const drive = (pool: pg.Pool, naming: Naming, begin: string): Driver => ({
  init: async () => {},
  acquireConnection: async () => holdClient(await pool.connect(), naming),
  beginTransaction: async (connection) => {
    await asHeld(connection).client.query(begin)
  },
  commitTransaction: async (connection) => {
    await asHeld(connection).client.query('commit')
  },
  rollbackTransaction: (connection) => rollback(asHeld(connection)),
  releaseConnection: async (connection) => asHeld(connection).client.release(asHeld(connection).failed),
  destroy: async () => {},
})

/**
 * The dialect for a pool. The pool belongs to the caller, who ends it.
 * @param begin the words that open a transaction, sent in one round trip
 */
export const drivePool = (pool: pg.Pool, naming: Naming, begin = 'begin'): Dialect => ({
  createDriver: () => drive(pool, naming, begin),
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
})
