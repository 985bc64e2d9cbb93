/** One conversation, whole: every message as stored, and what its words show. */
import { lazy, Suspense, useState } from 'react'
import { evidence } from '#conversation/evidence/contract.ts'
import { messages } from '#conversation/messages/contract.ts'
import { MessageText } from '#conversation/messages/screens/MessageText.tsx'
import type { NeedRow } from '#discovery/needs/screens/why-need.ts'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useWhy } from '#foundation/ui/useWhy.tsx'
import { lookOf } from '../../look-of-kind.ts'
import { useWhyEvidence } from './useWhyEvidence.ts'

const NeedForm = lazy(() => import('#discovery/needs/screens/NeedForm.tsx').then((m) => ({ default: m.NeedForm })))

interface ThreadProps {
  id: string
  /** The words to scroll to and light. */
  litId: string | null
  /** The message to scroll to, when no words are lit. */
  messageId: string | null
}

export function Thread({ id, litId, messageId }: ThreadProps) {
  const asked = useAsk(useClient(messages).thread, { id })
  const found = useAsk(useClient(evidence).ofThread, { threadId: id })
  const [correcting, setCorrecting] = useState<NeedRow | null>(null)
  const whyOf = useWhyEvidence(setCorrecting)
  const { open } = useWhy()
  if (asked.error)
    return <ErrorState what="This conversation could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data)
    return (
      <div className="mx-auto max-w-[46rem] px-4 pt-5 pb-20 sm:px-8">
        <Skeleton shape="paragraph" lines={12} label="Opening the conversation" />
      </div>
    )
  const { thread } = asked.data
  const shown = (found.data ?? []).filter((e) => e.state !== 'rejected')
  return (
    <div className="mx-auto max-w-[46rem] px-4 pt-5 pb-20 sm:px-8">
      <p className="m-0 lg:hidden" data-print="no">
        <Link href="/conversations" look="quiet" className="inline-flex min-h-11 items-center text-12 text-faint">
          Conversations
        </Link>
      </p>
      <header className="mb-5 border-b border-line pb-4">
        <h2 className="m-0 text-20 font-semibold tracking-tight wrap-anywhere text-ink">{thread.subject || 'No subject'}</h2>
        <p className="m-0 mt-1 flex flex-wrap gap-x-3 text-13 text-faint">
          {thread.accountId && thread.accountName ? (
            <Link href={`/accounts/${thread.accountId}`}>{thread.accountName}</Link>
          ) : (
            <span>No account</span>
          )}
          <span className="min-w-0 truncate">{thread.people.join(', ')}</span>
        </p>
      </header>
      <div>
        {asked.data.messages.map((message) => (
          <MessageText
            key={message.id}
            message={message}
            spans={shown
              .filter((e) => e.messageId === message.id)
              .map((e) => ({
                id: e.id,
                start: e.start,
                end: e.end,
                kind: lookOf(e.kind),
                says: e.detail.need ?? e.detail.concern ?? e.detail.what ?? e.detail.name ?? e.quote,
              }))}
            litId={litId}
            isSought={litId === null && message.id === messageId}
            onOpen={(evidenceId) => {
              const piece = shown.find((e) => e.id === evidenceId)
              if (piece) open(whyOf(piece))
            }}
          />
        ))}
      </div>
      <Suspense>{correcting && <NeedForm need={correcting} onClose={() => setCorrecting(null)} />}</Suspense>
    </div>
  )
}
