/** What of an arriving batch tells of people who were erased? Their mails stay outside, and mails of others come in without them. */
import type { Ctx } from '#foundation/platform/context.ts'
import { whoWasErased } from '#workspace/personal-data/actions.ts'
import { findTraces, traceOf } from '#workspace/personal-data/rules/find-traces.ts'
import { maskText } from '#workspace/personal-data/rules/mask-text.ts'
import type { Named, Prepared } from './rules/prepare-arrivals.ts'

/** The batch without the erased; `isBarred` tells which items were sent by one of them. */
export async function shieldErased<B>(
  ctx: Ctx,
  items: Prepared<B>[],
): Promise<{ items: Prepared<B>[]; isBarred: (item: { sourceKey: string }) => boolean }> {
  const wasErased = await whoWasErased(ctx)
  if (!wasErased) return { items, isBarred: () => false }
  const isErased = (one: Named | null) => one?.email !== null && one?.email !== undefined && wasErased({ email: one.email })
  const barred = new Set(items.filter((item) => isErased(item.from)).map((item) => item.sourceKey))
  // What they wrote in this very batch is recognised where others repeat it.
  const said = items.filter((item) => isErased(item.from)).map((item) => item.text.replace(/^\s*>.*$/gm, ''))
  const named = items.flatMap((item) => [item.from, ...item.recipients]).filter((one): one is Named => isErased(one))
  if (!named.length) return { items, isBarred: () => false }
  const traces = traceOf({
    names: [...new Set(named.map((one) => one.name).filter((name) => /\s/.test(name)))],
    emails: [...new Set(named.flatMap((one) => one.email ?? []))],
    phones: [],
    said,
    near: [],
  })
  const masked = (text: string) => {
    const quoted = [...text.matchAll(/(?:^[ \t]*>.*(?:\n|$))+/gm)].flatMap(({ 0: block, index }) =>
      findTraces(block, traces, { isQuoted: true }).map(({ start, end }) => ({ start: index + start, end: index + end })),
    )
    return maskText(text, [...findTraces(text, traces, { isOthers: true }), ...quoted])
  }
  const shielded = items.map((item) => {
    if (barred.has(item.sourceKey)) return item
    const recipients = item.recipients.filter((one) => !isErased(one))
    return { ...item, recipients, subject: masked(item.subject), text: masked(item.text) }
  })
  return { items: shielded, isBarred: ({ sourceKey }) => barred.has(sourceKey) }
}
