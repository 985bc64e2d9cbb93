/** How are imports and their ledgers read? SQL in, rows out. */
import { sql } from 'kysely'
import type { ChangeSet } from '#foundation/contract/change-set.ts'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import type { Workspace } from '../members/contract.ts'
import { Import, ImportEntry, ImportMapping, ImportSource } from './contract.ts'

export type ImportRow = Row<typeof Import>
export type EntryRow = Row<typeof ImportEntry>
export type SourceRow = Row<typeof ImportSource>
const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    imports: TableOf<typeof Import>
    importEntries: TableOf<typeof ImportEntry>
    importSources: TableOf<typeof ImportSource>
    importMappings: TableOf<typeof ImportMapping>
    changeSets: TableOf<typeof ChangeSet>
    workspaces: TableOf<typeof Workspace>
  }>()
const ofWorkspace = (ctx: Ctx) =>
  tables(ctx).selectFrom('imports as i').select(pickColumns(Import, 'i')).where('i.workspaceId', '=', ctx.actor.workspaceId)

/** Imports, the newest first; their ids sort by birth. */
export const listImports = (ctx: Ctx, before: string | null, most: number): Promise<ImportRow[]> =>
  ofWorkspace(ctx)
    .$if(before !== null, (q) => q.where('i.id', '<', before ?? ''))
    .orderBy('i.id', 'desc')
    .limit(most)
    .execute()

export const importById = (ctx: Ctx, id: string): Promise<ImportRow | undefined> =>
  ofWorkspace(ctx).where('i.id', '=', id).executeTakeFirst()

/**
 * Plans every statement of this transaction for the rows that are there. A plan kept from when a table was nearly empty compares each of
 * its rows with each of a batch's five hundred keys (10,000 rows: 167 ms instead of 8).
 */
export const planAnew = async (ctx: Ctx): Promise<void> => {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(ctx.db)
}

/** The import, held until the transaction ends: whoever changes it does so one after the other. */
export const lockImport = (ctx: Ctx, id: string): Promise<ImportRow | undefined> =>
  ofWorkspace(ctx).where('i.id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** The files of an import, by path. */
export const sourcesOf = (ctx: Ctx, importId: string): Promise<SourceRow[]> =>
  tables(ctx)
    .selectFrom('importSources as s')
    .select(pickColumns(ImportSource, 's'))
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .where('s.importId', '=', importId)
    .orderBy('s.path')
    .execute()

export const sourceAt = (ctx: Ctx, importId: string, path: string): Promise<SourceRow | undefined> =>
  tables(ctx)
    .selectFrom('importSources as s')
    .select(pickColumns(ImportSource, 's'))
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .where('s.importId', '=', importId)
    .where('s.path', '=', path)
    .executeTakeFirst()

/** The ledger in order, behind a position. */
export const listEntries = (
  ctx: Ctx,
  asked: { importId: string; outcome: EntryRow['outcome'] | null; after: number | null; most: number; path?: string },
): Promise<EntryRow[]> =>
  tables(ctx)
    .selectFrom('importEntries as e')
    .select(pickColumns(ImportEntry, 'e'))
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where('e.importId', '=', asked.importId)
    .$if(asked.outcome !== null, (q) => q.where('e.outcome', '=', asked.outcome ?? 'stored'))
    .$if(asked.path !== undefined, (q) => q.where('e.path', '=', asked.path ?? '').where('e.cells', 'is not', null))
    .$if(asked.after !== null, (q) => q.where('e.position', '>', asked.after ?? 0))
    .orderBy('e.position')
    .limit(asked.most)
    .execute()

/** By table, how many rows were skipped or taken without some of their cells. */
export const countFaults = (ctx: Ctx, importId: string): Promise<{ path: string; skipped: number; incomplete: number }[]> =>
  tables(ctx)
    .selectFrom('importEntries as e')
    .select(['e.path', sql<number>`(count(*) filter (where e.outcome = 'skipped'))::int`.as('skipped')])
    .select(sql<number>`(count(*) filter (where e.outcome <> 'skipped'))::int`.as('incomplete'))
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where('e.importId', '=', importId)
    .where('e.cells', 'is not', null)
    .groupBy('e.path')
    .orderBy('e.path')
    .limit(500)
    .execute()

/** The position of the last line of the ledger, 0 for an empty one. */
export async function lastPosition(ctx: Ctx, importId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('importEntries as e')
    .select('e.position')
    .where('e.workspaceId', '=', ctx.actor.workspaceId)
    .where('e.importId', '=', importId)
    .orderBy('e.position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** The change sets that an import made, the newest first. */
export async function changeSetsOfImport(ctx: Ctx, importId: string, before: string | null, most: number): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('changeSets as s')
    .select('s.id')
    .where('s.workspaceId', '=', ctx.actor.workspaceId)
    .where('s.causeId', '=', importId)
    .where('s.causeKind', '=', 'import')
    .$if(before !== null, (q) => q.where('s.id', '<', before ?? ''))
    .orderBy('s.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** What the workspace says of itself that an import must know. */
export const workspaceOf = (ctx: Ctx): Promise<{ currency: string; domains: string[]; timeZone: string }> =>
  tables(ctx)
    .selectFrom('workspaces as w')
    .select(['w.currency', 'w.domains', 'w.timeZone'])
    .where('w.workspaceId', '=', ctx.actor.workspaceId)
    .executeTakeFirstOrThrow()

/** What was decided for tables of these headings. */
export const mappingsBySignature = (ctx: Ctx, signatures: string[]): Promise<Row<typeof ImportMapping>[]> =>
  tables(ctx)
    .selectFrom('importMappings as m')
    .select(pickColumns(ImportMapping, 'm'))
    .where('m.workspaceId', '=', ctx.actor.workspaceId)
    .where('m.signature', '=', sql<string>`any(${signatures}::text[])`)
    .execute()

/** Of these, the bytes that no file and no import of any workspace needs. */
export async function findUnneeded(ctx: Ctx, hashes: string[], butImport: string): Promise<string[]> {
  const { rows } = await sql<{
    sha256: string
  }>`select unneeded as sha256 from find_unneeded_bytes(${hashes}::text[], ${butImport}::uuid) as unneeded`.execute(ctx.db)
  return rows.map((row) => row.sha256)
}
