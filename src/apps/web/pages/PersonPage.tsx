/** Who is this person, and what was said between us? */
import { Mail, Phone } from 'lucide-react'
import { useState } from 'react'
import { messages } from '#conversation/messages/contract.ts'
import { people } from '#customers/people/contract.ts'
import { PersonForm } from '#customers/people/screens/PersonForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Facts, RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { TimeLine } from '#foundation/ui/TimeLine.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { DuplicateHint, MergedHere } from '#workspace/duplicates/screens/DuplicateHint.tsx'
import { useLedOn } from '#workspace/duplicates/screens/useLedOn.ts'
import type { PageArgs } from '../page-args.ts'

export function PersonPage({ params }: PageArgs) {
  const id = params.id ?? ''
  const now = useNow()
  const [editing, setEditing] = useState(false)
  const person = useAsk(useClient(people).get, { id })
  const threads = useAsk(useClient(messages).threads, { personId: id, limit: 50 })
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
  if (!person.data) {
    return (
      <Page title="Person">
        <Skeleton shape="paragraph" lines={8} label="Opening the person" />
      </Page>
    )
  }
  const { name, title, accountId, accountName, email, phone, side } = person.data
  const last = threads.data?.rows[0]
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
      actions={<Button onClick={() => setEditing(true)}>Edit</Button>}
      side={
        <>
          <Facts
            facts={[
              {
                label: 'E-mail',
                value: email && (
                  <a href={`mailto:${email}`} className="text-accent underline decoration-accent/35 underline-offset-3">
                    {email}
                  </a>
                ),
              },
              { label: 'Phone', value: phone },
              { label: 'Title', value: title },
            ]}
          />
          <MergedHere record="people" rowId={id} />
        </>
      }
    >
      <DuplicateHint record="people" rowId={id} />
      <Section title="What was said" note={threads.data?.rows.length}>
        {threads.data?.rows.length === 0 && <p className="m-0 text-13 text-faint">No mail and no call with {name} yet.</p>}
        <TimeLine
          entries={(threads.data?.rows ?? []).map((t) => ({
            id: t.id,
            at: t.lastAt,
            icon: t.source === 'call' ? Phone : Mail,
            title: t.subject || 'No subject',
            says: t.snippet,
            href: `/conversations/${t.id}`,
          }))}
        />
      </Section>
      {editing && <PersonForm person={person.data} onClose={() => setEditing(false)} />}
    </RecordPage>
  )
}
