/** How is a kept file found? SQL in, rows out. */
import { sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import { StoredFile } from './contract.ts'

export const fileById = (ctx: Ctx, id: string): Promise<Row<typeof StoredFile> | undefined> =>
  ctx.db
    .withTables<{ files: TableOf<typeof StoredFile> }>()
    .selectFrom('files as f')
    .select(pickColumns(StoredFile, 'f'))
    .where('f.workspaceId', '=', ctx.actor.workspaceId)
    .where('f.id', '=', id)
    .executeTakeFirst()

/** Deletes files past the door, and answers their hashes. */
export async function deleteFiles(ctx: Ctx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`delete from files where workspace_id = ${ctx.actor.workspaceId}::uuid
    and id = any(${ids}::uuid[]) returning sha256`.execute(ctx.db.withoutPlugins())
  return [...new Set(rows.map((row) => row.sha256))]
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Of these hashes, those whose bytes no file and no import of any workspace needs. */
export async function findUnneeded(ctx: Ctx, hashes: string[]): Promise<string[]> {
  const { rows } = await sql<{
    sha256: string
  }>`select unneeded as sha256 from find_unneeded_bytes(${hashes}::text[], ${nobody}::uuid) as unneeded`.execute(ctx.db)
  return rows.map((row) => row.sha256)
}
