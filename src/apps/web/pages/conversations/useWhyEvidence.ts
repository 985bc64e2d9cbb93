/** Which conclusion do these marked words carry, and why? A need opens its need, the rest opens itself. */
import type { z } from 'zod'
import { type EvidenceShown, evidence } from '#conversation/evidence/contract.ts'
import { needs } from '#discovery/needs/contract.ts'
import { type NeedRow, whyNeed } from '#discovery/needs/screens/why-need.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import type { Why } from '#foundation/ui/useWhy.tsx'
import { lookOf } from '../../look-of-kind.ts'

type Piece = z.output<typeof EvidenceShown>

/** Makes the Why panel's content for a marked span. @param onCorrect opens the form of a need */
export function useWhyEvidence(onCorrect: (need: NeedRow) => void): (piece: Piece) => Why {
  const ofNeeds = useClient(needs)
  const ofEvidence = useClient(evidence)
  const confirmNeed = useChange(ofNeeds.confirm, 'Confirmed')
  const rejectNeed = useChange(ofNeeds.reject, 'Marked as not a need')
  const confirm = useChange(ofEvidence.confirm, 'Confirmed')
  const reject = useChange(ofEvidence.reject, 'Taken out')
  return (piece) => ({
    key: `evidence:${piece.id}`,
    load: async () => {
      const need = piece.kind.startsWith('need.') ? await ofNeeds.ofEvidence({ evidenceId: piece.id }) : null
      if (need) {
        return whyNeed(need, {
          ...(need.state === 'found' ? { confirm: () => confirmNeed.mutateAsync({ id: need.id }) } : {}),
          correct: () => onCorrect(need),
          reject: () => rejectNeed.mutateAsync({ id: need.id }),
        })
      }
      const fresh = await ofEvidence.get({ id: piece.id })
      const says = fresh.detail.concern ?? fresh.detail.what ?? fresh.detail.name ?? fresh.detail.need ?? fresh.quote
      return {
        conclusion: `${lookOf(fresh.kind).word}: ${says}`,
        sure: { confidence: fresh.confidence, n: 1, unit: 'sentence' },
        standing:
          fresh.state === 'confirmed'
            ? 'A person confirmed this.'
            : fresh.state === 'rejected'
              ? 'A person took this out.'
              : 'Nobody has looked at this yet.',
        quotes: [
          {
            id: fresh.id,
            text: fresh.quote,
            who: fresh.who,
            when: fresh.saidAt,
            where: fresh.subject,
            href: `/conversations/${fresh.threadId}?evidence=${fresh.id}`,
          },
        ],
        rule: { name: fresh.rule, says: fresh.detail.because ?? 'The words themselves say so.' },
        actions:
          fresh.state === 'rejected'
            ? {}
            : {
                ...(fresh.state === 'found' ? { confirm: () => confirm.mutateAsync({ id: fresh.id }) } : {}),
                reject: () => reject.mutateAsync({ id: fresh.id }),
              },
      }
    },
  })
}
