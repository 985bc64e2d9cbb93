/** Which accounts do we have? */
import { useState } from 'react'
import { AccountForm } from '#customers/accounts/screens/AccountForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { useGo } from '#foundation/ui/Link.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { AlreadyThere } from '#workspace/duplicates/screens/AlreadyThere.tsx'
import { MergeSelected } from '#workspace/duplicates/screens/MergeSelected.tsx'
import { RecordViews } from '#workspace/views/screens/RecordViews.tsx'
import type { FieldLooks } from '#workspace/views/screens/row-columns.ts'
import type { UsualView } from '#workspace/views/screens/view-state.ts'
import type { PageArgs } from '../page-args.ts'
import { WithOwnFields } from './record/WithOwnFields.tsx'

const standings = {
  prospect: { tone: 'active', word: 'Prospect' },
  customer: { tone: 'good', word: 'Customer' },
  former: { tone: 'still', word: 'Former' },
} as const
const isStanding = (value: unknown): value is keyof typeof standings => typeof value === 'string' && value in standings

const looks: FieldLooks = {
  standing: ({ values }) => isStanding(values.standing) && <StateBadge {...standings[values.standing]} look="plain" />,
}
const usual: UsualView = {
  kind: 'table',
  board: 'standing',
  calendar: 'createdAt',
  startBy: 'createdAt',
  columns: [
    { field: 'name', width: null },
    { field: 'standing', width: 120 },
    { field: 'domain', width: 180 },
    { field: 'industry', width: 160 },
    { field: 'country', width: 130 },
    { field: 'employeeCount', width: 110 },
    { field: 'ownerId', width: 150 },
  ],
}
const empty = {
  none: (
    <EmptyState title="No account yet" says="They appear by themselves when mail comes in, or you add one.">
      <Button href="/imports">Import mail or a table</Button>
    </EmptyState>
  ),
  noMatch: <EmptyState title="No account matches" says="Change the search or the filter." />,
}

export function AccountsPage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const [adding, setAdding] = useState(false)
  useShortcuts([{ keys: 'c', says: 'New account', group: 'Accounts', run: () => setAdding(true) }])
  return (
    <>
      <RecordViews
        name="accounts"
        title="Accounts"
        search={search}
        setSearch={setSearch}
        usual={usual}
        looks={looks}
        empty={empty}
        ofChosen={(ids) => <MergeSelected record="accounts" ids={ids} />}
        actions={<Button onClick={() => setAdding(true)}>New account</Button>}
      />
      {adding && (
        <WithOwnFields object="accounts">
          {(own) => (
            <AccountForm
              own={own}
              hint={(typed) => <AlreadyThere record="accounts" values={typed} />}
              onClose={() => setAdding(false)}
              onSaved={(saved) => go(`/accounts/${saved.id}`)}
            />
          )}
        </WithOwnFields>
      )}
    </>
  )
}
