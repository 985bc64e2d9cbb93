/** How do rows leave for good, with what rests on them, and everything they were counted in set right? */
import { recountThreads } from '#conversation/messages/actions-of-person.ts'
import { recountNeeds } from '#discovery/needs/actions-of-person.ts'
import { type Family, findFamily } from '#foundation/platform/changes/find-family.ts'
import { deleteForGood, valuesOf } from '#foundation/platform/changes/forget-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { forgetMatched } from '#workspace/duplicates/actions-match.ts'
import { forgetFiles } from '#workspace/files/actions.ts'
import { forgetLabels } from '#workspace/personal-data/actions.ts'
import { mask } from '#workspace/personal-data/rules/mask-text.ts'

export interface Removed {
  /** Rows by table. */
  gone: Record<string, number>
  files: number
  /** The imports whose ledgers told of these rows. */
  importIds: string[]
}

/**
 * Removes rows past the history: nobody brings them back. Needs and conversations that nothing is left of go too; those that others
 * also show are counted again. In the caller's transaction, so give it a batch.
 * @param isTheirs which wording of a need may not stay when others said it too
 */
export async function removeForGood(
  ctx: Ctx,
  table: string,
  ids: readonly string[],
  isTheirs = (text: string) => text.includes(mask),
): Promise<Removed> {
  const removed: Removed = { gone: {}, files: 0, importIds: [] }
  if (!ids.length) return removed
  const family = await findFamily(ctx, [{ table, ids }])
  const touched = await namedBy(ctx, family, ['fileId', 'needId', 'threadId'])
  await removeFamily(ctx, family, removed)
  const bare = [
    {
      table: 'needs',
      ids: await recountNeeds(
        ctx,
        [...touched.needId].filter((id) => !has(family, 'needs', id)),
        isTheirs,
      ),
    },
    {
      table: 'threads',
      ids: await recountThreads(
        ctx,
        [...touched.threadId].filter((id) => !has(family, 'threads', id)),
      ),
    },
  ].filter((one) => one.ids.length)
  if (bare.length) await removeFamily(ctx, await findFamily(ctx, bare), removed)
  removed.files += await forgetFiles(ctx, [...touched.fileId])
  return removed
}

const has = (family: Family, table: string, id: string) =>
  family.members.some((m) => m.record.table === table && m.ids.includes(id))

async function removeFamily(ctx: Ctx, family: Family, removed: Removed): Promise<void> {
  await deleteForGood(ctx, family)
  await forgetMatched(
    ctx,
    family.members.flatMap(({ record, ids }) => (record.tells ? ids : [])),
  )
  for (const { record, ids } of family.members) removed.gone[record.table] = (removed.gone[record.table] ?? 0) + ids.length
  removed.importIds.push(
    ...(await forgetLabels(
      ctx,
      family.members.flatMap((m) => m.ids),
    )),
  )
}

async function namedBy<const F extends string>(ctx: Ctx, family: Family, fields: readonly F[]): Promise<Record<F, Set<string>>> {
  const named = Object.fromEntries(fields.map((field) => [field, new Set<string>()])) as Record<F, Set<string>>
  for (const { record, ids } of family.members)
    for (const field of fields)
      if (record.fields[field]) for (const id of await valuesOf(ctx, record, field, ids)) named[field].add(id)
  return named
}
