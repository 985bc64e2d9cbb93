/** What may be sold, and where does it stand? As a board by stage, or as a table. */
import { useMemo, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DataTable } from '#foundation/ui/DataTable.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { formatMoney } from '#foundation/ui/format-number.ts'
import { useGo } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { relateDay } from '#foundation/ui/relate-time.ts'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import type { Column } from '#foundation/ui/table-column.ts'
import { useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { opportunities } from '#pipeline/opportunities/contract.ts'
import { OpportunityBoard } from '#pipeline/opportunities/screens/OpportunityBoard.tsx'
import { OpportunityForm, type OpportunityRow } from '#pipeline/opportunities/screens/OpportunityForm.tsx'
import { outcomeLooks } from '#pipeline/opportunities/screens/OpportunityList.tsx'
import type { PageArgs } from '../page-args.ts'

export function OpportunitiesPage({ search, setSearch }: PageArgs) {
  const { go } = useGo()
  const [adding, setAdding] = useState(false)
  const view = search.view === 'table' ? 'table' : 'board'
  useShortcuts([{ keys: 'c', says: 'New opportunity', group: 'Opportunities', run: () => setAdding(true) }])
  return (
    <Page
      title="Opportunities"
      layout="fill"
      actions={<Button onClick={() => setAdding(true)}>New opportunity</Button>}
      tools={
        <>
          <Tabs
            label="View"
            value={view}
            onChange={(next) => setSearch({ view: next === 'board' ? undefined : next })}
            tabs={[
              { value: 'board', label: 'Board' },
              { value: 'table', label: 'Table' },
            ]}
          />
          {view === 'table' && (
            <TextField
              label="Search opportunities"
              hideLabel
              placeholder="Search opportunities"
              value={search.words ?? ''}
              onChange={(words) => setSearch({ words: words || undefined })}
              className="min-w-32 flex-1 sm:w-64 sm:flex-none"
            />
          )}
        </>
      }
    >
      {view === 'board' ? <OpportunityBoard /> : <OpportunityTable search={search} setSearch={setSearch} />}
      {adding && <OpportunityForm onClose={() => setAdding(false)} onSaved={(saved) => go(`/opportunities/${saved.id}`)} />}
    </Page>
  )
}

function OpportunityTable({ search, setSearch }: Pick<PageArgs, 'search' | 'setSearch'>) {
  const now = useNow()
  const sort = search.sort === 'name' || search.sort === 'closeOn' ? search.sort : '-closeOn'
  const list = useAskPages(
    useClient(opportunities).list,
    { sort, limit: 100, ...(search.words ? { words: search.words } : {}) },
    (page) => page,
  )
  const columns = useMemo<Column<OpportunityRow>[]>(
    () => [
      { id: 'name', header: 'Name', cell: (row) => row.name, sortable: true, grow: true, width: 220, phone: 'title' },
      { id: 'account', header: 'Account', cell: (row) => row.accountName, width: 220, phone: 'line' },
      {
        id: 'stage',
        header: 'Stage',
        cell: (row) => <StateBadge tone={outcomeLooks[row.outcome]} word={row.stageName} look="plain" />,
        width: 150,
        phone: 'line',
      },
      {
        id: 'amount',
        header: 'Amount',
        cell: (row) => (row.amountMinor === null ? null : formatMoney(row.amountMinor, row.currency)),
        align: 'end',
        width: 130,
        phone: 'aside',
      },
      {
        id: 'closeOn',
        header: 'Closes',
        cell: (row) => row.closeOn && relateDay(row.closeOn, now),
        sortable: true,
        width: 140,
        phone: 'hide',
      },
      { id: 'owner', header: 'Owner', cell: (row) => row.ownerName, width: 160, phone: 'hide' },
    ],
    [now],
  )
  return (
    <DataTable
      label="Opportunities"
      place="opportunities"
      columns={columns}
      rows={list.rows}
      rowId={(row) => row.id}
      hrefOf={(row) => `/opportunities/${row.id}`}
      noun={['opportunity', 'opportunities']}
      state={list.state}
      error={list.error}
      onRetry={list.retry}
      hasMore={list.hasMore}
      onMore={list.more}
      loadingMore={list.loadingMore}
      sort={{ column: sort === 'name' ? 'name' : 'closeOn', descending: sort === '-closeOn' }}
      onSort={(next) => setSearch({ sort: next?.column === 'name' ? 'name' : next?.descending ? undefined : 'closeOn' })}
      empty={
        <EmptyState
          title={search.words ? 'No opportunity matches' : 'No opportunity yet'}
          says={search.words ? 'Change the search.' : 'Add one, or import a table of them.'}
        />
      }
    />
  )
}
