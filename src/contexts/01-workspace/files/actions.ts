/** What happens when a kept file is asked for, laid with an account, a person or an opportunity, or taken away from there? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { findDependents } from '#foundation/platform/changes/find-referrers.ts'
import { forgetValues } from '#foundation/platform/changes/forget-rows.ts'
import { create, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessReferred } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Kept } from '#foundation/platform/file-store.ts'
import { BytesMayGo, FileLink, type files, StoredFile } from './contract.ts'
import { cleanFileName, cleanMediaType } from './rules/clean-file-name.ts'
import { attachedById, deleteFiles, fileById, findUnneeded, isNeededElsewhere, listAttached } from './store.ts'

export const filesActions = {
  async get(ctx, { id }) {
    const row = await fileById(ctx, id)
    if (!row) throw notFound('file')
    return row
  },
  async attached(ctx, { limit, after, accountId, personId, opportunityId }) {
    const [before] = after ? readCursor(after, 1) : []
    const rows = await listAttached(ctx, {
      accountId: accountId ?? null,
      personId: personId ?? null,
      opportunityId: opportunityId ?? null,
      before: after ? String(before) : null,
      most: limit + 1,
    })
    return pageFrom(rows, limit, (row) => writeCursor(row.id))
  },
  // Its bytes stay where they are: who takes this back wants them again.
  async detach(ctx, { id }) {
    const row = await attachedById(ctx, id)
    if (!row) throw notFound('file')
    const isLast = !(await isNeededElsewhere(ctx, row.fileId, id))
    const changes = [remove(FileLink, id), ...(isLast ? [remove(StoredFile, row.fileId)] : [])]
    const { changeSetId } = await ctx.save({ why: `Took the file ${row.name} away`, changes })
    return { changeSetId: changeSetId ?? '' }
  },
} satisfies Actions<typeof files, Ctx>

export interface Place {
  accountId?: string | undefined
  personId?: string | undefined
  opportunityId?: string | undefined
}

/**
 * Lays a file with an account, a person or an opportunity. Its bytes are kept first, outside of any transaction.
 * @throws Problem 422 when not exactly one place is named, 404 when it is not there
 */
export async function attachFile(ctx: Ctx, given: { name: string; mediaType?: string | undefined } & Place, kept: Kept) {
  const { accountId = null, personId = null, opportunityId = null } = given
  expectPlace(given)
  const [fileId, name] = [ctx.id(), cleanFileName(given.name)]
  const saved = await saveUnlessReferred(ctx, {
    why: `Added the file ${name}`,
    changes: [
      create(StoredFile, { id: fileId, name, mediaType: cleanMediaType(given.mediaType), ...kept }),
      create(FileLink, { fileId, accountId, personId, opportunityId, addedById: ctx.actor.memberId }),
    ],
  })
  const row = saved && (await attachedById(ctx, saved.ids[1] ?? ''))
  if (!row) throw notFound(accountId ? 'account' : personId ? 'person' : 'opportunity')
  return row
}

/** @throws Problem 422 when a file would lie nowhere, or in several places */
export function expectPlace({ accountId, personId, opportunityId }: Place): void {
  if ([accountId, personId, opportunityId].filter(Boolean).length === 1) return
  throw new Problem(422, 'Say where the file belongs: accountId, personId or opportunityId, one of them.', [
    { path: 'accountId', message: 'one place, neither none nor several' },
  ])
}

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
