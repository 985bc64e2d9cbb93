/** Which objection follows from a piece of evidence? */
import type { Evidence } from '#conversation/evidence/contract.ts'
import { OBJECTION_TYPES, type ObjectionType } from '#conversation/evidence/rules/evidence-span.ts'
import type { Draft, Row } from '#foundation/contract/record.ts'
import type { Objection } from '../contract.ts'

const isType = (word: string | undefined): word is ObjectionType => OBJECTION_TYPES.some((type) => type === word)

/** The objection as the evidence tells it; words that do not say what they resist on are counted as doubt. */
export const planObjection = (said: Row<typeof Evidence>): Draft<typeof Objection> => ({
  accountId: said.accountId,
  evidenceId: said.id,
  type: isType(said.detail.type) ? said.detail.type : 'trust',
  concern: (said.detail.concern?.trim() || said.quote.trim()).slice(0, 1_000),
  who: said.who,
  state: 'open',
  confidence: said.confidence,
  saidAt: said.saidAt,
  stateReason: null,
})
