/** What happens when a kept file is asked for? */
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import { findDependents } from '#foundation/platform/changes/find-referrers.ts'
import { forgetValues } from '#foundation/platform/changes/forget-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { BytesMayGo, type files } from './contract.ts'
import { deleteFiles, fileById, findUnneeded } from './store.ts'

export const filesActions = {
  async get(ctx, { id }) {
    const row = await fileById(ctx, id)
    if (!row) throw notFound('file')
    return row
  },
} satisfies Actions<typeof files, Ctx>

/** Forgets files that no row holds any more, their past values too; their bytes go once this is committed. */
export async function forgetFiles(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (!ids.length) return 0
  const held = new Set(
    (await findDependents(ctx, 'files', [...ids])).flatMap(({ rows }) => rows.map((row) => String(row.fileId))),
  )
  const free = [...new Set(ids)].filter((id) => !held.has(id))
  const hashes = await deleteFiles(ctx, free)
  await forgetValues(ctx, free)
  await releaseBytes(ctx, hashes)
  return free.length
}

/** Says that bytes may leave the disk if nothing else needs them; a workflow looks once this is committed. */
export async function releaseBytes(ctx: Ctx, hashes: readonly string[]): Promise<void> {
  if (hashes.length) await ctx.announce(BytesMayGo, { hashes: [...new Set(hashes)] })
}

/** Of these hashes, those whose bytes nothing needs. */
export const unneededBytes = (ctx: Ctx, hashes: readonly string[]): Promise<string[]> => findUnneeded(ctx, [...hashes])
