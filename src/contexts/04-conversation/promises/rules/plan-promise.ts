/** Which promise follows from a piece of evidence? */
import type { Draft, Row } from '#foundation/contract/record.ts'
import type { Evidence } from '../../evidence/contract.ts'
import type { PromiseMade } from '../contract.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** The promise as the evidence tells it: open, owned by whoever speaks unless the words name another. */
export function planPromise(said: Row<typeof Evidence>): Draft<typeof PromiseMade> {
  const { id: evidenceId, messageId, threadId, accountId, side, saidAt, confidence, detail, who, personId, quote } = said
  const ownerName = (detail.owner?.trim() || who).slice(0, 500)
  return {
    evidenceId,
    messageId,
    threadId,
    accountId,
    what: (detail.what?.trim() || quote.trim()).slice(0, 1_000),
    dueOn: detail.due && day.test(detail.due) && !Number.isNaN(Date.parse(detail.due)) ? detail.due : null,
    ownerName,
    ownerPersonId: ownerName === who ? personId : null,
    side,
    state: 'open',
    saidAt,
    confidence,
    confirmedAt: null,
    closedAt: null,
    closedById: null,
    closeReason: null,
  }
}
