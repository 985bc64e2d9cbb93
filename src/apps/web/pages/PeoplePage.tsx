/** Whom do we know? */
import { useState } from 'react'
import type { z } from 'zod'
import { type PersonShown, people } from '#customers/people/contract.ts'
import { PersonForm } from '#customers/people/screens/PersonForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { DataTable } from '#foundation/ui/DataTable.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { useGo } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import type { Column } from '#foundation/ui/table-column.ts'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { AlreadyThere } from '#workspace/duplicates/screens/AlreadyThere.tsx'
import { MergeSelected } from '#workspace/duplicates/screens/MergeSelected.tsx'
import type { PageArgs } from '../page-args.ts'

type PersonRow = z.output<typeof PersonShown>
const sides = ['customer', 'vendor'] as const

const columns: Column<PersonRow>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, grow: true, width: 180, phone: 'title' },
  {
    id: 'account',
    header: 'Account',
    cell: (row) => (row.side === 'vendor' ? 'Us' : row.accountName),
    width: 220,
    phone: 'line',
  },
  { id: 'title', header: 'Title', cell: (row) => row.title, width: 140, phone: 'hide' },
  { id: 'email', header: 'E-mail', cell: (row) => row.email, width: 250, phone: 'line' },
  { id: 'phone', header: 'Phone', cell: (row) => row.phone, width: 150, phone: 'hide' },
]

export function PeoplePage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const [adding, setAdding] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const side = sides.find((s) => s === search.side)
  const filter = { ...(search.words ? { words: search.words } : {}), ...(side ? { side } : {}) }
  const list = useAskPages(useClient(people).list, { ...filter, limit: 100 }, (page) => page)
  useShortcuts([{ keys: 'c', says: 'New person', group: 'People', run: () => setAdding(true) }])
  const filtered = Boolean(search.words || side)
  return (
    <Page
      title="People"
      layout="fill"
      actions={<Button onClick={() => setAdding(true)}>New person</Button>}
      tools={
        <>
          <TextField
            label="Search people"
            hideLabel
            placeholder="Search people"
            value={search.words ?? ''}
            onChange={(words) => setSearch({ words: words || undefined })}
            className="min-w-32 flex-1 sm:w-64 sm:flex-none"
          />
          <Select
            label="Side"
            hideLabel
            value={side ?? ''}
            placeholder="Everybody"
            onChange={(next) => setSearch({ side: next || undefined })}
            choices={[
              { value: '', label: 'Everybody' },
              { value: 'customer', label: 'Customers' },
              { value: 'vendor', label: 'Us' },
            ]}
            className="w-36 sm:w-40"
          />
        </>
      }
    >
      <DataTable
        label="People"
        place="people"
        columns={columns}
        rows={list.rows}
        rowId={(row) => row.id}
        selected={selected}
        onSelect={setSelected}
        selectedActions={<MergeSelected record="people" ids={selected} />}
        hrefOf={(row) => `/people/${row.id}`}
        noun={['person', 'people']}
        state={list.state}
        error={list.error}
        onRetry={list.retry}
        hasMore={list.hasMore}
        onMore={list.more}
        loadingMore={list.loadingMore}
        empty={
          <EmptyState
            title={filtered ? 'Nobody matches' : 'Nobody yet'}
            says={
              filtered ? 'Change the search or the filter.' : 'People appear by themselves when mail comes in, or you add one.'
            }
          />
        }
      />
      {adding && (
        <PersonForm
          hint={(typed) => <AlreadyThere record="people" values={typed} />}
          onClose={() => setAdding(false)}
          onSaved={(saved) => go(`/people/${saved.id}`)}
        />
      )}
    </Page>
  )
}
