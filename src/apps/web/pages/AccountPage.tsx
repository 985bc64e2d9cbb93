/** Who is this account and where do we stand? Read top-down like a briefing. */
import { lazy, Suspense, useState } from 'react'
import { evidence } from '#conversation/evidence/contract.ts'
import { meetings } from '#conversation/meetings/contract.ts'
import { messages } from '#conversation/messages/contract.ts'
import { promises } from '#conversation/promises/contract.ts'
import { accounts } from '#customers/accounts/contract.ts'
import { people } from '#customers/people/contract.ts'
import { needs } from '#discovery/needs/contract.ts'
import { objections } from '#discovery/objections/contract.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Facts, RecordPage } from '#foundation/ui/RecordPage.tsx'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { opportunities } from '#pipeline/opportunities/contract.ts'
import { useLedOn } from '#workspace/duplicates/screens/useLedOn.ts'
import type { PageArgs } from '../page-args.ts'
import { AccountBriefing } from './account/AccountBriefing.tsx'
import { OwnFacts } from './record/OwnFacts.tsx'
import { FieldHistory, RecordMore } from './record/RecordMore.tsx'

const standings = {
  prospect: { tone: 'active', word: 'Prospect' },
  customer: { tone: 'good', word: 'Customer' },
  former: { tone: 'still', word: 'Former customer' },
} as const

const WithOwnFields = lazy(() => import('./record/WithOwnFields.tsx').then((m) => ({ default: m.WithOwnFields })))
const AccountForm = lazy(() => import('#customers/accounts/screens/AccountForm.tsx').then((m) => ({ default: m.AccountForm })))

const hints = () => import('#workspace/duplicates/screens/DuplicateHint.tsx')
const DuplicateHint = lazy(() => hints().then((m) => ({ default: m.DuplicateHint })))
const MergedHere = lazy(() => hints().then((m) => ({ default: m.MergedHere })))

export function AccountPage({ params }: PageArgs) {
  const id = params.id ?? ''
  const now = useNow()
  const [editing, setEditing] = useState(false)
  const account = useAsk(useClient(accounts).get, { id })
  const found = {
    needs: useAsk(useClient(needs).list, { accountId: id, limit: 100 }),
    promises: useAsk(useClient(promises).list, { accountId: id, limit: 100 }),
    objections: useAsk(useClient(objections).list, { accountId: id, limit: 50 }),
    opportunities: useAsk(useClient(opportunities).list, { accountId: id, limit: 50 }),
    people: useAsk(useClient(people).list, { accountId: id, limit: 100 }),
    threads: useAsk(useClient(messages).threads, { accountId: id, limit: 40 }),
    meetings: useAsk(useClient(meetings).list, { accountId: id, limit: 40 }),
    alternatives: useAsk(useClient(evidence).ofAccount, { accountId: id, kind: 'competitor', limit: 20 }),
  }
  useLedOn('accounts', id, account.data?.id)
  useShortcuts([{ keys: 'e', says: 'Edit this account', group: 'Account', run: () => setEditing(true) }])
  const failed = account.error ?? Object.values(found).find((a) => a.error)?.error
  if (failed) {
    return (
      <Page title="Account">
        <ErrorState
          what="This account could not be opened"
          error={failed}
          onRetry={() => [account, ...Object.values(found)].forEach((a) => void a.refetch())}
        />
      </Page>
    )
  }
  // All of it at once: a briefing whose parts push each other down while they arrive cannot be read.
  if (!account.data || Object.values(found).some((a) => a.isPending)) {
    return (
      <Page title="Account">
        <Skeleton shape="paragraph" lines={10} label="Opening the account" />
      </Page>
    )
  }
  const { name, standing, domain, industry, country, employeeCount, website, note } = account.data
  const last = found.threads.data?.rows[0]
  const overdue = (found.promises.data?.rows ?? []).filter(
    (p) => p.state === 'open' && p.side === 'vendor' && p.dueOn && p.dueOn < now.toISOString().slice(0, 10),
  ).length
  const withPast = (field: string, label: string) => ({
    label,
    action: <FieldHistory rowId={id} name={name} field={field} label={label} />,
  })
  return (
    <RecordPage
      from={{ label: 'Accounts', href: '/accounts' }}
      title={name}
      badge={<StateBadge {...standings[standing]} />}
      standing={
        <>
          {last
            ? `${last.lastSide === 'customer' ? 'They' : 'We'} spoke last, ${relateTime(new Date(last.lastAt), now)}.`
            : found.threads.data && 'Nothing has been said yet.'}
          {overdue > 0 && ` ${countOf(overdue, 'promise')} of ours ${overdue === 1 ? 'is' : 'are'} overdue.`}
        </>
      }
      actions={
        <>
          <Button onClick={() => setEditing(true)}>Edit</Button>
          <RecordMore record="accounts" rowId={id} name={name} list="/accounts" />
        </>
      }
      side={
        <>
          <h2 className="m-0 mb-2 text-14 font-semibold text-ink">People</h2>
          <ul className="m-0 mb-6 list-none p-0">
            {(found.people.data?.rows ?? []).map((person) => (
              <li key={person.id} className="py-1">
                <Link href={`/people/${person.id}`} look="quiet" className="text-13">
                  {person.name}
                </Link>
                {person.title && <span className="block text-12 text-faint">{person.title}</span>}
              </li>
            ))}
            {found.people.data?.rows.length === 0 && <li className="text-13 text-faint">Nobody known yet</li>}
          </ul>
          <h2 className="m-0 mb-2 text-14 font-semibold text-ink">Facts</h2>
          <Facts
            facts={[
              { ...withPast('domain', 'Mail domain'), value: domain },
              { ...withPast('website', 'Website'), value: website },
              { ...withPast('industry', 'Industry'), value: industry },
              { ...withPast('country', 'Country'), value: country },
              { ...withPast('employeeCount', 'Employees'), value: employeeCount },
              ...(note ? [{ ...withPast('note', 'Note'), value: note }] : []),
            ]}
          />
          <OwnFacts object="accounts" rowId={id} name={name} />
          <Suspense fallback={<Skeleton shape="line" label="Looking for merges" />}>
            <MergedHere record="accounts" rowId={id} />
          </Suspense>
        </>
      }
    >
      <Suspense fallback={<Skeleton shape="line" label="Looking for duplicates" />}>
        <DuplicateHint record="accounts" rowId={id} />
      </Suspense>
      <AccountBriefing
        accountId={id}
        needs={found.needs.data?.rows}
        promises={found.promises.data?.rows}
        objections={found.objections.data?.rows}
        opportunities={found.opportunities.data?.rows}
        threads={found.threads.data?.rows}
        meetings={found.meetings.data?.rows}
        alternatives={found.alternatives.data}
      />
      <Suspense>
        {editing && (
          <WithOwnFields object="accounts" id={id}>
            {(own) => <AccountForm own={own} account={account.data} onClose={() => setEditing(false)} />}
          </WithOwnFields>
        )}
      </Suspense>
    </RecordPage>
  )
}
