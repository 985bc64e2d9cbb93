/** Which accounts do we have? */
import { useState } from 'react'
import type { z } from 'zod'
import { type Account, accounts } from '#customers/accounts/contract.ts'
import { AccountForm } from '#customers/accounts/screens/AccountForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { DataTable } from '#foundation/ui/DataTable.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { formatNumber } from '#foundation/ui/format-number.ts'
import { useGo } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import type { Column } from '#foundation/ui/table-column.ts'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { AlreadyThere } from '#workspace/duplicates/screens/AlreadyThere.tsx'
import { MergeSelected } from '#workspace/duplicates/screens/MergeSelected.tsx'
import type { PageArgs } from '../page-args.ts'

type AccountRow = z.output<typeof Account.schema>
const looks = {
  prospect: { tone: 'active', word: 'Prospect' },
  customer: { tone: 'good', word: 'Customer' },
  former: { tone: 'still', word: 'Former' },
} as const

const standings = ['prospect', 'customer', 'former'] as const

const columns: Column<AccountRow>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, grow: true, width: 220, phone: 'title' },
  {
    id: 'standing',
    header: 'Standing',
    cell: (row) => <StateBadge {...looks[row.standing]} look="plain" />,
    width: 130,
    phone: 'aside',
  },
  { id: 'domain', header: 'Mail domain', cell: (row) => row.domain, width: 210, phone: 'line' },
  { id: 'industry', header: 'Industry', cell: (row) => row.industry, width: 180, phone: 'hide' },
  { id: 'country', header: 'Country', cell: (row) => row.country, width: 140, phone: 'hide' },
  {
    id: 'employees',
    header: 'Employees',
    cell: (row) => row.employeeCount !== null && formatNumber(row.employeeCount, 0),
    align: 'end',
    width: 110,
    phone: 'hide',
  },
]

export function AccountsPage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const [adding, setAdding] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const standing = standings.find((s) => s === search.standing)
  const filter = { ...(search.words ? { words: search.words } : {}), ...(standing ? { standing } : {}) }
  const list = useAskPages(useClient(accounts).list, { ...filter, limit: 100 }, (page) => page)
  useShortcuts([{ keys: 'c', says: 'New account', group: 'Accounts', run: () => setAdding(true) }])
  const filtered = Boolean(search.words || standing)
  return (
    <Page
      title="Accounts"
      layout="fill"
      actions={<Button onClick={() => setAdding(true)}>New account</Button>}
      tools={
        <>
          <TextField
            label="Search accounts"
            hideLabel
            placeholder="Search accounts"
            value={search.words ?? ''}
            onChange={(words) => setSearch({ words: words || undefined })}
            className="min-w-32 flex-1 sm:w-64 sm:flex-none"
          />
          <Select
            label="Standing"
            hideLabel
            value={standing ?? ''}
            placeholder="Every standing"
            onChange={(next) => setSearch({ standing: next || undefined })}
            choices={[
              { value: '', label: 'Every standing' },
              { value: 'prospect', label: 'Prospects' },
              { value: 'customer', label: 'Customers' },
              { value: 'former', label: 'Former customers' },
            ]}
            className="w-36 sm:w-44"
          />
        </>
      }
    >
      <DataTable
        label="Accounts"
        place="accounts"
        columns={columns}
        rows={list.rows}
        rowId={(row) => row.id}
        selected={selected}
        onSelect={setSelected}
        selectedActions={<MergeSelected record="accounts" ids={selected} />}
        hrefOf={(row) => `/accounts/${row.id}`}
        noun={['account', 'accounts']}
        state={list.state}
        error={list.error}
        onRetry={list.retry}
        hasMore={list.hasMore}
        onMore={list.more}
        loadingMore={list.loadingMore}
        empty={
          <EmptyState
            title={filtered ? 'No account matches' : 'No account yet'}
            says={filtered ? 'Change the search or the filter.' : 'They appear by themselves when mail comes in, or you add one.'}
          >
            {!filtered && <Button href="/imports">Import mail or a table</Button>}
          </EmptyState>
        }
      />
      {adding && (
        <AccountForm
          hint={(typed) => <AlreadyThere record="accounts" values={typed} />}
          onClose={() => setAdding(false)}
          onSaved={(saved) => go(`/accounts/${saved.id}`)}
        />
      )}
    </Page>
  )
}
