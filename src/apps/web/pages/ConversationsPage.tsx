/** What was said, and what does it show? The list beside the conversation; on a phone one after the other. */
import { useEffect, useRef } from 'react'
import { messages } from '#conversation/messages/contract.ts'
import { ThreadList } from '#conversation/messages/screens/ThreadList.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { dress } from '#foundation/ui/dress.ts'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { EvidenceMark } from '#foundation/ui/EvidenceMark.tsx'
import { useGo } from '#foundation/ui/Link.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { usePageTitle } from '#foundation/ui/usePageTitle.ts'
import { usePlaceKept } from '#foundation/ui/usePlaceKept.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { lookOf, lookOfKind } from '../look-of-kind.ts'
import type { PageArgs } from '../page-args.ts'
import { Thread } from './conversations/Thread.tsx'

const shownKinds = ['need.explicit', 'need.implicit', 'objection', 'competitor', 'promise'] as const

export function ConversationsPage({ params, search, setSearch }: PageArgs) {
  usePageTitle('Conversations')
  const { go } = useGo()
  const id = params.id ?? null
  const filter = { ...(search.words ? { words: search.words } : {}), ...(search.kind ? { kind: search.kind } : {}) }
  const list = useAskPages(useClient(messages).threads, { ...filter, limit: 50 }, (page) => page)
  const box = useRef<HTMLDivElement>(null)
  usePlaceKept(box, 'conversations')
  const tail = new URLSearchParams(filter).toString()
  const hrefOf = (row: { id: string }) => `/conversations/${row.id}${tail ? `?${tail}` : ''}`
  // Keys come faster than pages: each step goes on from where the last one leads, not from what is drawn yet.
  const here = useRef(id)
  useEffect(() => {
    here.current = id
  }, [id])
  const step = (by: number) => {
    const at = list.rows.findIndex((r) => r.id === here.current)
    const next = list.rows[at < 0 ? 0 : at + by]
    if (!next) return
    here.current = next.id
    go(hrefOf(next))
  }
  useShortcuts([
    { keys: 'j', says: 'Next conversation', group: 'Conversations', run: () => step(1) },
    { keys: 'k', says: 'Conversation before', group: 'Conversations', run: () => step(-1) },
  ])
  useEffect(() => {
    if (id) box.current?.querySelector(`[data-thread="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id])
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="All conversations"
        className={dress(
          'flex min-h-0 w-full flex-col border-r border-line lg:w-[23rem] lg:shrink-0',
          id !== null && 'max-lg:hidden',
        )}
        data-print="no"
      >
        <header className="shrink-0 px-4 pt-5 pb-3">
          <h1 className="m-0 text-20 font-semibold tracking-tight text-ink">Conversations</h1>
          <div className="mt-3 flex gap-2">
            <TextField
              label="Search subjects"
              hideLabel
              placeholder="Search subjects"
              value={search.words ?? ''}
              onChange={(words) => setSearch({ words: words || undefined })}
              className="min-w-0 flex-1"
            />
            <Select
              label="Shows"
              hideLabel
              value={search.kind ?? ''}
              placeholder="All"
              onChange={(kind) => setSearch({ kind: kind || undefined })}
              choices={[
                { value: '', label: 'All' },
                ...shownKinds.map((kind) => ({ value: kind, label: lookOfKind[kind].word })),
              ]}
              className="w-32"
            />
          </div>
        </header>
        <div ref={box} className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          {list.state === 'error' && (
            <ErrorState what="The conversations could not be loaded" error={list.error} onRetry={list.retry} />
          )}
          {list.state === 'loading' && <Skeleton shape="rows" lines={10} label="Loading conversations" />}
          {list.state === 'ready' && list.rows.length === 0 && (
            <EmptyState
              title={tail ? 'Nothing matches' : 'No conversation yet'}
              says={tail ? 'Change the search or the filter.' : 'Bring in a mailbox or call transcripts to begin.'}
            >
              {!tail && <Button href="/imports">Import a mailbox</Button>}
            </EmptyState>
          )}
          <ThreadList
            rows={list.rows}
            currentId={id}
            hrefOf={hrefOf}
            marksOf={(row) => (
              <span className="flex shrink-0 gap-1">
                {shownKinds
                  .filter((k) => row.evidenceKinds.includes(k))
                  .map((k) => (
                    <EvidenceMark key={k} kind={lookOf(k)} look="icon" />
                  ))}
              </span>
            )}
          />
          {list.hasMore && (
            <div className="p-4 text-center">
              <Button look="quiet" busy={list.loadingMore} onClick={list.more}>
                Show more
              </Button>
            </div>
          )}
        </div>
      </section>
      <section
        aria-label="Conversation"
        className={dress('min-h-0 min-w-0 flex-1 overflow-y-auto [scrollbar-gutter:stable]', id === null && 'max-lg:hidden')}
      >
        {id ? (
          <Thread key={id} id={id} litId={search.evidence ?? null} messageId={search.message ?? null} />
        ) : (
          <div className="px-8 pt-2">
            <EmptyState title="Choose a conversation" says="Press j and k to move through them." />
          </div>
        )}
      </section>
    </div>
  )
}
