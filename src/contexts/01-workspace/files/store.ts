/** How is a kept file found? SQL in, rows out. */
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
