/** Which fields did we add to accounts, people and opportunities, and how are they arranged? */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { reaches } from '#foundation/contract/operation.ts'
import type { FieldRow } from '#foundation/contract/own-field.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { members } from '#workspace/members/contract.ts'
import { fields as contract } from '../contract.ts'
import { FieldForm } from './FieldForm.tsx'
import { FieldLine } from './FieldLine.tsx'
import { objectWords } from './type-words.ts'

export function FieldsPage() {
  const api = useClient(contract)
  const mayChange = reaches(useAsk(useClient(members).me, {}, { staleMs: 60_000 }).data?.member.role ?? 'member', 'manager')
  const [object, setObject] = useState('accounts')
  const [editing, setEditing] = useState<FieldRow | 'new' | null>(null)
  const asked = useAsk(api.list, {})
  const order = useChange(api.order, 'Moved')
  const own = (asked.data ?? []).filter((f) => f.object === object)
  const active = own.filter((f) => f.archivedAt === null)
  const archived = own.filter((f) => f.archivedAt !== null)
  const about = objectWords.find((o) => o.value === object)
  const move = (from: number, by: 1 | -1) => {
    const ids = active.map((f) => f.id)
    const [moved] = ids.splice(from, 1)
    if (moved) ids.splice(from + by, 0, moved)
    order.mutate({ object, ids })
  }
  return (
    <Page title="Fields" says={<Link href="/settings">Settings</Link>} layout="reading">
      <div className="flex flex-wrap items-center gap-3 pb-4">
        <Tabs
          label="Object"
          value={object}
          onChange={setObject}
          tabs={objectWords.map(({ value, label }) => ({
            value,
            label,
            count: (asked.data ?? []).filter((f) => f.object === value && f.archivedAt === null).length,
          }))}
        />
        <span className="flex-1" />
        {mayChange && (
          <Button look="main" icon={Plus} onClick={() => setEditing('new')}>
            Add a field
          </Button>
        )}
      </div>
      {asked.error && <ErrorState what="The fields could not be read" error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton shape="rows" lines={5} label="Reading the fields" />}
      {asked.data && !active.length && (
        <EmptyState
          title={`No fields of your own on ${about?.label.toLowerCase()} yet`}
          says={`Add what you want to know of every ${about?.one}. It stands in tables, forms, filters, imports and the API at once.`}
        />
      )}
      {active.length > 0 && (
        <ol
          aria-label={`Fields of ${about?.label.toLowerCase()}`}
          className="m-0 list-none divide-y divide-line border-y border-line p-0"
        >
          {active.map((field, i) => (
            <FieldLine
              key={field.id}
              field={field}
              {...(mayChange ? { onEdit: () => setEditing(field) } : {})}
              {...(mayChange && i > 0 ? { onUp: () => move(i, -1) } : {})}
              {...(mayChange && i < active.length - 1 ? { onDown: () => move(i, 1) } : {})}
            />
          ))}
        </ol>
      )}
      {archived.length > 0 && (
        <Section title="Archived" note={archived.length}>
          <ul className="m-0 list-none divide-y divide-line border-y border-line p-0">
            {archived.map((field) => (
              <FieldLine key={field.id} field={field} {...(mayChange ? { onEdit: () => setEditing(field) } : {})} />
            ))}
          </ul>
        </Section>
      )}
      {editing && (
        <FieldForm object={object} {...(editing === 'new' ? {} : { field: editing })} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}
