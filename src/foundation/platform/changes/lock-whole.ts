/** What is a row with all that belongs to it as its fields? Its columns, and its values in fields that the workspace added. */
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'
import { ownRecord } from '../own-fields/own-record.ts'
import { addOwnValues } from '../own-fields/own-values.ts'
import { type Fields, lockRows } from './write-rows.ts'

/** Rows by id, locked until the transaction ends; those who hold a row hold its values. @param light without the heavy fields */
export async function lockWhole(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  record: AnyRecord,
  ids: string[],
  light = false,
): Promise<Map<string, Fields>> {
  const rows = await lockRows(ctx.db, record, ctx.actor.workspaceId, ids, light)
  return record.own ? addOwnValues(ctx, await ownRecord(ctx, record), rows) : rows
}
