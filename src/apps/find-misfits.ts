/** Can this program work on this database? Its own role must see every column of every record, as the contracts say them. */
import { sql } from 'kysely'
import { type Column, drift } from '#foundation/contract/drift.ts'
import type { Database } from '#foundation/platform/database.ts'
import { records } from './contracts.ts'

/** What does not fit, in words; empty when all is well. */
export async function findMisfits(database: Database): Promise<readonly string[]> {
  const columns = await sql<Column>`select table_name as "table", column_name as "column", data_type as type,
    is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`.execute(
    database.global.withoutPlugins(),
  )
  return drift([...records.values()], columns.rows)
}

/**
 * The first look after an upgrade. When the program does not fit, the database is put back as it was.
 * @throws Error that says what happened and what to do now
 */
export async function trustUpgrade(
  { database, upgrade }: { database: Database; upgrade: { backup: string; putBack: () => Promise<void> } | undefined },
  check: () => Promise<readonly string[]> = () => findMisfits(database),
): Promise<void> {
  if (!upgrade) return
  const wrong = await check().catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
  if (wrong.length === 0) return
  await upgrade.putBack()
  throw new Error(
    `The upgrade did not work: after it, this program could not use the database.\n  ${wrong.slice(0, 5).join('\n  ')}\nThe database was put back as it was before, from ${upgrade.backup}.\n  Cure: start the Rapport you had before; it works on this database.`,
  )
}
