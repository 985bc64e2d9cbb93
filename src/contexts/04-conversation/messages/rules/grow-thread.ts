/** What does a thread show after messages were added to it? */
import { byMoment, earlierOf } from '#foundation/kernel/order-moments.ts'

export type Side = 'customer' | 'vendor'
/** What a list of conversations shows of one. */
export type ThreadSums = {
  accountId: string | null
  firstAt: string
  lastAt: string
  lastSide: Side
  messageCount: number
  snippet: string
}
export type Added = { sentAt: string; side: Side; automatic: boolean; accountId: string | null; snippet: string }

/**
 * Adds messages, in any order, to what a thread showed before (null: a new thread).
 * An automatic reply is the latest word, but answers nobody: `lastSide` stays with the last person who wrote.
 */
export function growThread(before: ThreadSums | null, added: readonly Added[]): ThreadSums {
  const inOrder = added.toSorted((a, b) => byMoment(a.sentAt, b.sentAt))
  const [first] = inOrder
  if (!first) {
    if (before) return before
    throw new RangeError('A thread holds at least one message')
  }
  let sums: ThreadSums = before ?? {
    accountId: null,
    firstAt: first.sentAt,
    lastAt: first.sentAt,
    lastSide: first.side,
    messageCount: 0,
    snippet: first.snippet,
  }
  let byPerson = before !== null
  for (const one of inOrder) {
    const latest = one.sentAt >= sums.lastAt
    sums = {
      accountId: sums.accountId ?? one.accountId,
      firstAt: earlierOf(one.sentAt, sums.firstAt),
      lastAt: latest ? one.sentAt : sums.lastAt,
      lastSide: latest && (!one.automatic || !byPerson) ? one.side : sums.lastSide,
      messageCount: sums.messageCount + 1,
      snippet: latest ? one.snippet : sums.snippet,
    }
    byPerson ||= !one.automatic
  }
  return sums
}
