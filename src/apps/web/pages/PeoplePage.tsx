/** Whom do we know? */
import { useState } from 'react'
import { PersonForm } from '#customers/people/screens/PersonForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { useGo } from '#foundation/ui/Link.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { AlreadyThere } from '#workspace/duplicates/screens/AlreadyThere.tsx'
import { MergeSelected } from '#workspace/duplicates/screens/MergeSelected.tsx'
import { RecordViews } from '#workspace/views/screens/RecordViews.tsx'
import type { UsualView } from '#workspace/views/screens/view-state.ts'
import type { PageArgs } from '../page-args.ts'
import { WithOwnFields } from './record/WithOwnFields.tsx'

const usual: UsualView = {
  kind: 'table',
  board: 'side',
  calendar: 'createdAt',
  startBy: 'createdAt',
  columns: ['name', 'side', 'accountId', 'title', 'email', 'phone'].map((field) => ({
    field,
    width: field === 'email' ? 250 : null,
  })),
}
const empty = {
  none: <EmptyState title="Nobody yet" says="People appear by themselves when mail comes in, or you add one." />,
  noMatch: <EmptyState title="Nobody matches" says="Change the search or the filter." />,
}

export function PeoplePage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const [adding, setAdding] = useState(false)
  useShortcuts([{ keys: 'c', says: 'New person', group: 'People', run: () => setAdding(true) }])
  return (
    <>
      <RecordViews
        name="people"
        title="People"
        search={search}
        setSearch={setSearch}
        usual={usual}
        empty={empty}
        ofChosen={(ids) => <MergeSelected record="people" ids={ids} />}
        actions={<Button onClick={() => setAdding(true)}>New person</Button>}
      />
      {adding && (
        <WithOwnFields object="people">
          {(own) => (
            <PersonForm
              own={own}
              hint={(typed) => <AlreadyThere record="people" values={typed} />}
              onClose={() => setAdding(false)}
              onSaved={(saved) => go(`/people/${saved.id}`)}
            />
          )}
        </WithOwnFields>
      )}
    </>
  )
}
