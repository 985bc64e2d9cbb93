/** What do they need, what was promised, what is next, what was said? The sections of an account in the order of a briefing. */
import { lazy, Suspense, useState } from 'react'
import type { z } from 'zod'
import type { EvidenceShown } from '#conversation/evidence/contract.ts'
import type { MeetingShown } from '#conversation/meetings/contract.ts'
import type { ThreadRow } from '#conversation/messages/screens/ThreadList.tsx'
import { PromiseList } from '#conversation/promises/screens/PromiseList.tsx'
import type { PromiseRow } from '#conversation/promises/screens/why-promise.ts'
import { TaskList } from '#customers/tasks/screens/TaskList.tsx'
import { NeedList } from '#discovery/needs/screens/NeedList.tsx'
import type { NeedRow } from '#discovery/needs/screens/why-need.ts'
import type { ObjectionRow } from '#discovery/objections/screens/ObjectionList.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { EvidenceMark } from '#foundation/ui/EvidenceMark.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import type { OpportunityRow } from '#pipeline/opportunities/screens/OpportunityForm.tsx'
import { OpportunityList } from '#pipeline/opportunities/screens/OpportunityList.tsx'
import { lookOf } from '../../look-of-kind.ts'
import { Kept } from '../record/Kept.tsx'

const ObjectionList = lazy(() =>
  import('#discovery/objections/screens/ObjectionList.tsx').then((m) => ({ default: m.ObjectionList })),
)
const WithOwnFields = lazy(() => import('../record/WithOwnFields.tsx').then((m) => ({ default: m.WithOwnFields })))
const OpportunityForm = lazy(() =>
  import('#pipeline/opportunities/screens/OpportunityForm.tsx').then((m) => ({ default: m.OpportunityForm })),
)

interface AccountBriefingProps {
  accountId: string
  needs: NeedRow[] | undefined
  promises: PromiseRow[] | undefined
  objections: ObjectionRow[] | undefined
  opportunities: OpportunityRow[] | undefined
  threads: ThreadRow[] | undefined
  meetings: z.output<typeof MeetingShown>[] | undefined
  alternatives: z.output<typeof EvidenceShown>[] | undefined
}

const settled = new Set(['rejected', 'withdrawn'])
const few = 6

export function AccountBriefing({
  accountId,
  needs,
  promises,
  objections,
  opportunities,
  threads,
  meetings,
  alternatives,
}: AccountBriefingProps) {
  const [adding, setAdding] = useState(false)
  const standing = (needs ?? [])
    .filter((n) => !settled.has(n.state))
    .sort((a, b) => b.spanCount - a.spanCount || b.confidence - a.confidence)
  const made = (promises ?? []).filter((p) => p.state !== 'rejected').sort(openFirst)
  const against = (objections ?? []).filter((o) => o.state !== 'rejected')
  const named = (alternatives ?? []).filter((e) => e.state !== 'rejected')
  const about = { accountId }
  return (
    <>
      <Section title="What they need" note={needs && standing.length}>
        {needs ? (
          <Some rows={standing} word="needs" of={(rows) => <NeedList rows={rows} />} />
        ) : (
          <Skeleton shape="paragraph" lines={5} label="Loading needs" />
        )}
      </Section>
      <Section title="What we promised" note={promises && made.filter((p) => p.side === 'vendor').length}>
        <Some
          rows={made.filter((p) => p.side === 'vendor')}
          word="promises"
          of={(rows) => <PromiseList rows={rows} none="We have promised nothing yet." />}
        />
      </Section>
      <Section title="What they promised" note={promises && made.filter((p) => p.side === 'customer').length}>
        <Some
          rows={made.filter((p) => p.side === 'customer')}
          word="promises"
          of={(rows) => <PromiseList rows={rows} none="They have promised nothing yet." />}
        />
      </Section>
      {against.length > 0 && (
        <Section title="What holds them back" note={against.length}>
          <Suspense fallback={<Skeleton shape="rows" lines={3} label="Loading objections" />}>
            <Some rows={against} word="objections" of={(rows) => <ObjectionList rows={rows} />} />
          </Suspense>
        </Section>
      )}
      {named.length > 0 && (
        <Section title="What else they look at" note={named.length}>
          <ul className="m-0 flex list-none flex-col gap-3 p-0">
            {named.slice(0, few).map((e) => (
              <li key={e.id}>
                <EvidenceMark kind={lookOf(e.kind)} /> <span className="text-13 font-medium text-ink">{e.detail.name}</span>
                <div className="mt-1">
                  <Quote
                    text={e.quote}
                    who={e.who}
                    when={e.saidAt}
                    where={e.subject}
                    href={`/conversations/${e.threadId}?evidence=${e.id}`}
                    size="small"
                  />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="What is next">
        <TaskList about={about} />
      </Section>
      <Section
        title="Opportunities"
        note={opportunities?.length}
        action={
          <Button look="quiet" onClick={() => setAdding(true)}>
            New opportunity
          </Button>
        }
      >
        <Some
          rows={opportunities ?? []}
          word="opportunities"
          of={(rows) => <OpportunityList rows={rows} none="No opportunity yet." />}
        />
      </Section>
      <Kept
        about={about}
        threads={threads}
        meetings={meetings}
        says={(t) => t.people.join(', ')}
        none="No mail, no call, no meeting and no note yet."
      />
      <Suspense>
        {adding && (
          <WithOwnFields object="opportunities">
            {(own) => <OpportunityForm own={own} start={{ accountId }} onClose={() => setAdding(false)} />}
          </WithOwnFields>
        )}
      </Suspense>
    </>
  )
}

const openFirst = (a: PromiseRow, b: PromiseRow): number =>
  Number(a.state !== 'open') - Number(b.state !== 'open') ||
  (a.state === 'open' ? (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') : b.saidAt.localeCompare(a.saidAt))

/** The first few, and the rest when asked: a briefing before it is an archive. */
function Some<T>({ rows, word, of }: { rows: readonly T[]; word: string; of: (rows: readonly T[]) => React.ReactNode }) {
  const [all, setAll] = useState(false)
  return (
    <>
      {of(all ? rows : rows.slice(0, few))}
      {!all && rows.length > few && (
        <Button look="quiet" onClick={() => setAll(true)}>
          Show all {rows.length} {word}
        </Button>
      )}
    </>
  )
}
