/** How are kept files, and where they lie, found? SQL in, rows out. */
import { sql } from 'kysely'
import type { Row, TableOf } from '#foundation/contract/record.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { pickColumns } from '#foundation/platform/pick-columns.ts'
import type { Member } from '../members/contract.ts'
import { FileLink, StoredFile } from './contract.ts'

type FileWithPlace = Row<typeof FileLink> &
  Pick<Row<typeof StoredFile>, 'name' | 'mediaType' | 'byteCount'> & { addedByName: string | null }

const tables = (ctx: Ctx) =>
  ctx.db.withTables<{
    files: TableOf<typeof StoredFile>
    file_links: TableOf<typeof FileLink>
    members: TableOf<typeof Member>
  }>()

export const fileById = (ctx: Ctx, id: string): Promise<Row<typeof StoredFile> | undefined> =>
  tables(ctx)
    .selectFrom('files as f')
    .select(pickColumns(StoredFile, 'f'))
    .where('f.workspaceId', '=', ctx.actor.workspaceId)
    .where('f.id', '=', id)
    .executeTakeFirst()

const placed = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('file_links as l')
    .innerJoin('files as f', (on) => on.onRef('f.workspaceId', '=', 'l.workspaceId').onRef('f.id', '=', 'l.fileId'))
    .leftJoin('members as m', (on) => on.onRef('m.workspaceId', '=', 'l.workspaceId').onRef('m.id', '=', 'l.addedById'))
    .select(pickColumns(FileLink, 'l'))
    .select(['f.name', 'f.mediaType', 'f.byteCount', 'm.name as addedByName'])
    .where('l.workspaceId', '=', ctx.actor.workspaceId)
    .where('f.workspaceId', '=', ctx.actor.workspaceId)

export interface AttachedAsked {
  accountId: string | null
  personId: string | null
  opportunityId: string | null
  before: string | null
  most: number
}

/** Files of a place, the latest first. */
export function listAttached(ctx: Ctx, asked: AttachedAsked): Promise<FileWithPlace[]> {
  const { accountId, personId, opportunityId, before, most } = asked
  return placed(ctx)
    .$if(accountId !== null, (q) => q.where('l.accountId', '=', accountId))
    .$if(personId !== null, (q) => q.where('l.personId', '=', personId))
    .$if(opportunityId !== null, (q) => q.where('l.opportunityId', '=', opportunityId))
    .$if(before !== null, (q) => q.where('l.id', '<', before ?? ''))
    .orderBy('l.id', 'desc')
    .limit(most)
    .execute()
}

export const attachedById = (ctx: Ctx, id: string): Promise<FileWithPlace | undefined> =>
  placed(ctx).where('l.id', '=', id).executeTakeFirst()

/** Whether a file is also needed elsewhere: in another place, or with a message. */
export async function isNeededElsewhere(ctx: Ctx, fileId: string, butLinkId: string): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`select
    exists (select 1 from file_links where workspace_id = ${ctx.actor.workspaceId}::uuid and file_id = ${fileId}::uuid and id <> ${butLinkId}::uuid)
    or exists (select 1 from attachments where workspace_id = ${ctx.actor.workspaceId}::uuid and file_id = ${fileId}::uuid) as needed`.execute(
    ctx.db.withoutPlugins(),
  )
  return rows[0]?.needed ?? true
}

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
