/** What happens to evidence when words in its messages are masked? The quote stays what stands there; one that is gone is named. */
import { updateRows } from '#foundation/platform/changes/write-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Evidence } from './contract.ts'
import { findOfMessages, idsOfPerson, idsOfQuote } from './store.ts'

/** Brings quotes in step with texts that were masked. */
export async function requote(ctx: Ctx, texts: readonly { id: string; text: string }[]): Promise<void> {
  const text = new Map(texts.map((one) => [one.id, one.text]))
  const rows = await findOfMessages(ctx, [...text.keys()])
  const changed = rows
    .map((row) => ({ ...row, now: text.get(row.messageId)?.slice(row.start, row.end) ?? row.quote }))
    .filter((row) => row.now !== row.quote)
    .map(({ id, now }) => ({ id, quote: now, updatedAt: ctx.now }))
  if (changed.length) await updateRows(ctx.db, Evidence, ctx.actor.workspaceId, ['quote', 'updatedAt'], changed)
}

/** Evidence in a person's own words. */
export const evidenceOfPerson = (ctx: Ctx, personId: string, most: number): Promise<string[]> => idsOfPerson(ctx, personId, most)
/** Evidence whose quote holds this letter, with the quote. */
export const evidenceWith = (ctx: Ctx, letter: string): Promise<{ id: string; quote: string }[]> => idsOfQuote(ctx, letter)
