/** What is this opportunity, where does it stand, and what do they need? */
import { useState } from 'react'
import { TaskList } from '#customers/tasks/screens/TaskList.tsx'
import { needs } from '#discovery/needs/contract.ts'
import { NeedList } from '#discovery/needs/screens/NeedList.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { formatMoney } from '#foundation/ui/format-number.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Facts, RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { plainDay, relateDay, relateTime } from '#foundation/ui/relate-time.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { opportunities } from '#pipeline/opportunities/contract.ts'
import { OpportunityForm } from '#pipeline/opportunities/screens/OpportunityForm.tsx'
import { outcomeLooks } from '#pipeline/opportunities/screens/OpportunityList.tsx'
import { pipelines } from '#pipeline/pipelines/contract.ts'
import { choicesOfStages } from '#pipeline/pipelines/rules/choices-of-stages.ts'
import { sayLongStay } from '#pipeline/pipelines/rules/say-long-stay.ts'
import type { PageArgs } from '../page-args.ts'
import { Kept } from './record/Kept.tsx'
import { OwnFacts } from './record/OwnFacts.tsx'
import { FieldHistory, RecordMore } from './record/RecordMore.tsx'
import { WithOwnFields } from './record/WithOwnFields.tsx'

// What was said belongs to the account; here stands what was noted and done.
const none: [] = []

export function OpportunityPage({ params }: PageArgs) {
  const id = params.id ?? ''
  const now = useNow()
  const api = useClient(opportunities)
  const [editing, setEditing] = useState(false)
  const asked = useAsk(api.get, { id })
  const ofPipelines = useAsk(useClient(pipelines).list, {}, { staleMs: 60_000 })
  const accountId = asked.data?.accountId ?? null
  const found = useAsk(useClient(needs).list, { ...(accountId ? { accountId } : {}), limit: 30 }, { when: accountId !== null })
  const move = useChange(api.move, (answer) => `Moved to ${answer.stageName}`)
  const about = { opportunityId: id }
  useShortcuts([{ keys: 'e', says: 'Edit this opportunity', group: 'Opportunity', run: () => setEditing(true) }])
  if (asked.error) {
    return (
      <Page title="Opportunity">
        <ErrorState what="This opportunity could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  }
  if (!asked.data) {
    return (
      <Page title="Opportunity">
        <Skeleton shape="paragraph" lines={8} label="Opening the opportunity" />
      </Page>
    )
  }
  const row = asked.data
  const stage = ofPipelines.data?.flatMap(({ stages }) => stages).find((one) => one.id === row.stageId)
  const longStay = row.outcome === 'open' ? sayLongStay(row.stageSince, stage?.normalDays ?? null, now.toISOString()) : null
  const past = row.outcome === 'open' && row.closeOn !== null && row.closeOn < now.toISOString().slice(0, 10)
  const withPast = (field: string, label: string) => ({
    label,
    action: <FieldHistory rowId={id} name={row.name} field={field} label={label} />,
  })
  return (
    <RecordPage
      from={{ label: 'Opportunities', href: '/opportunities' }}
      title={row.name}
      badge={<StateBadge tone={outcomeLooks[row.outcome]} word={row.stageName} />}
      standing={
        <>
          {row.amountMinor === null ? 'No amount yet' : formatMoney(row.amountMinor, row.currency)}
          {row.accountId && row.accountName && (
            <>
              {' from '}
              <Link href={`/accounts/${row.accountId}`}>{row.accountName}</Link>
            </>
          )}
          {row.closeOn &&
            `, ${row.outcome === 'open' ? (past ? 'was to close' : 'closes') : 'closed'} ${relateDay(row.closeOn, now)}`}
          . In this stage since {relateTime(new Date(row.stageSince), now)}.
          {longStay && <span className="text-warn"> {longStay}</span>}
        </>
      }
      actions={
        <>
          <Select
            label="Stage"
            hideLabel
            value={row.stageId}
            onChange={(stageId) => move.mutate({ id: row.id, stageId })}
            choices={choicesOfStages(ofPipelines.data ?? [], row)}
            className="w-44"
          />
          <Button onClick={() => setEditing(true)}>Edit</Button>
          <RecordMore record="opportunities" rowId={id} name={row.name} list="/opportunities" />
        </>
      }
      side={
        <>
          <Facts
            facts={[
              { ...withPast('product', 'Product'), value: row.product },
              { label: 'Owner', value: row.ownerName },
              { ...withPast('openedOn', 'Opened'), value: row.openedOn && plainDay(new Date(row.openedOn), now) },
              { label: row.outcome === 'open' ? 'Closes' : 'Closed', value: row.closeOn && plainDay(new Date(row.closeOn), now) },
              ...(row.closeReason ? [{ ...withPast('closeReason', 'Why it ended so'), value: row.closeReason }] : []),
              ...(row.externalId ? [{ label: 'Id elsewhere', value: row.externalId }] : []),
            ]}
          />
          <OwnFacts object="opportunities" rowId={row.id} name={row.name} />
        </>
      }
    >
      <Section title="What they need" note={found.data?.rows.length}>
        {accountId ? (
          found.data ? (
            <NeedList rows={found.data.rows.filter((n) => n.state !== 'rejected')} />
          ) : (
            <Skeleton shape="paragraph" lines={4} label="Loading needs" />
          )
        ) : (
          <p className="m-0 text-13 text-faint">This opportunity belongs to no account yet. Choose one under Edit.</p>
        )}
      </Section>
      <Section title="What is next">
        <TaskList about={about} />
      </Section>
      <Kept about={about} threads={none} says={() => ''} none="Nothing noted and nothing done yet." />
      {editing && (
        <WithOwnFields object="opportunities" id={row.id}>
          {(own) => <OpportunityForm own={own} opportunity={row} onClose={() => setEditing(false)} />}
        </WithOwnFields>
      )}
    </RecordPage>
  )
}
