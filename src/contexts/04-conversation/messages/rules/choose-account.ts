/** Which account is a message about? */

/** Somebody on a message, as far as the question goes. */
export type Standing = { role: 'from' | 'to' | 'cc' | 'bcc' | 'speaker'; accountId: string | null }

const weight = { from: 1_000, speaker: 100, to: 100, cc: 1, bcc: 1 } as const satisfies Record<Standing['role'], number>

/** The sender's account; else the one most named among the recipients, those in "to" before those in copy. Null when nobody has one. */
export function chooseAccount(people: readonly Standing[]): string | null {
  const sums = new Map<string, number>()
  for (const { role, accountId } of people) if (accountId) sums.set(accountId, (sums.get(accountId) ?? 0) + weight[role])
  let best: string | null = null
  for (const [accountId, sum] of sums) if (best === null || sum > (sums.get(best) ?? 0)) best = accountId
  return best
}
