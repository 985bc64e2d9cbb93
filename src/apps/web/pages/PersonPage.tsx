/** Who is this person, and what was said between us? */
import { useState } from 'react'
import { messages } from '#conversation/messages/contract.ts'
import { people } from '#customers/people/contract.ts'
import { PersonForm } from '#customers/people/screens/PersonForm.tsx'
import { TaskList } from '#customers/tasks/screens/TaskList.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Facts, RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { DuplicateHint, MergedHere } from '#workspace/duplicates/screens/DuplicateHint.tsx'
import { useLedOn } from '#workspace/duplicates/screens/useLedOn.ts'
import type { PageArgs } from '../page-args.ts'
import { Kept } from './record/Kept.tsx'
import { OwnFacts } from './record/OwnFacts.tsx'
import { FieldHistory, RecordMore } from './record/RecordMore.tsx'
import { WithOwnFields } from './record/WithOwnFields.tsx'

export function PersonPage({ params }: PageArgs) {
  const id = params.id ?? ''
  const now = useNow()
  const [editing, setEditing] = useState(false)
  const person = useAsk(useClient(people).get, { id })
  const threads = useAsk(useClient(messages).threads, { personId: id, limit: 50 })
  const about = { personId: id }
  useLedOn('people', id, person.data?.id)
  useShortcuts([{ keys: 'e', says: 'Edit this person', group: 'Person', run: () => setEditing(true) }])
  const failed = person.error ?? threads.error
  if (failed) {
    return (
      <Page title="Person">
        <ErrorState
          what="This person could not be opened"
          error={failed}
          onRetry={() => void Promise.all([person.refetch(), threads.refetch()])}
        />
      </Page>
    )
  }
  if (!person.data || threads.isPending) {
    return (
      <Page title="Person">
        <Skeleton shape="paragraph" lines={8} label="Opening the person" />
      </Page>
    )
  }
  const { name, title, accountId, accountName, email, phone, side } = person.data
  const last = threads.data?.rows[0]
  const withPast = (field: string, label: string) => ({
    label,
    action: <FieldHistory rowId={id} name={name} field={field} label={label} />,
  })
  return (
    <RecordPage
      from={{ label: 'People', href: '/people' }}
      title={name}
      standing={
        <>
          {[title, side === 'vendor' ? 'one of us' : null].filter(Boolean).join(', ')}
          {accountId && accountName && (
            <>
              {title ? ' at ' : ''}
              <Link href={`/accounts/${accountId}`}>{accountName}</Link>
            </>
          )}
          {last && `. Last words ${relateTime(new Date(last.lastAt), now)}.`}
        </>
      }
      actions={
        <>
          <Button onClick={() => setEditing(true)}>Edit</Button>
          <RecordMore record="people" rowId={id} name={name} list="/people" />
        </>
      }
      side={
        <>
          <Facts
            facts={[
              {
                ...withPast('email', 'E-mail'),
                value: email && (
                  <a href={`mailto:${email}`} className="text-accent underline decoration-accent/35 underline-offset-3">
                    {email}
                  </a>
                ),
              },
              { ...withPast('phone', 'Phone'), value: phone },
              { ...withPast('title', 'Title'), value: title },
            ]}
          />
          <OwnFacts object="people" rowId={id} name={name} />
          <MergedHere record="people" rowId={id} />
        </>
      }
    >
      <DuplicateHint record="people" rowId={id} />
      <Section title="What is next">
        <TaskList about={about} />
      </Section>
      <Kept
        about={about}
        threads={threads.data?.rows}
        says={(t) => t.snippet}
        none={`No mail and no call with ${name} yet, and nothing noted.`}
      />
      {editing && (
        <WithOwnFields object="people" id={id}>
          {(own) => <PersonForm own={own} person={person.data} onClose={() => setEditing(false)} />}
        </WithOwnFields>
      )}
    </RecordPage>
  )
}
