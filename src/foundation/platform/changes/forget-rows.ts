/** How does the change history forget rows that are gone? The one write past the door: it takes values away and leaves who did what when. */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** Empties the values of every change of these rows. */
export async function forgetValues(ctx: Reader, rowIds: readonly string[]): Promise<void> {
  if (!rowIds.length) return
  await sql`update changes set before = null, after = null where workspace_id = ${ctx.actor.workspaceId}::uuid
    and row_id = any(${[...rowIds]}::uuid[]) and (before is not null or after is not null)`.execute(ctx.db.withoutPlugins())
}

/** Takes a name out of the reasons of the change sets that touched these rows: "Removed the account Acme". */
export async function forgetReasons(ctx: Reader, rowIds: readonly string[], name: string): Promise<void> {
  if (!rowIds.length || name.length < 2) return
  await sql`update change_sets s set reason = replace(s.reason, ${name}, '…') where s.workspace_id = ${ctx.actor.workspaceId}::uuid
    and strpos(s.reason, ${name}) > 0
    and s.id in (select c.change_set_id from changes c where c.workspace_id = ${ctx.actor.workspaceId}::uuid and c.row_id = any(${[...rowIds]}::uuid[]))`.execute(
    ctx.db.withoutPlugins(),
  )
}
