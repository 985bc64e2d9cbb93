/** What has been written down about anybody? All notes as a table, a board, a calendar or a time line. */
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { RecordViews } from '#workspace/views/screens/RecordViews.tsx'
import type { UsualView } from '#workspace/views/screens/view-state.ts'
import type { PageArgs } from '../page-args.ts'

const usual: UsualView = {
  kind: 'table',
  board: 'authorId',
  calendar: 'createdAt',
  startBy: 'createdAt',
  columns: [
    { field: 'title', width: null },
    { field: 'accountId', width: 190 },
    { field: 'personId', width: 150 },
    { field: 'authorId', width: 150 },
    { field: 'pinned', width: 90 },
    { field: 'createdAt', width: 150 },
  ],
}
const empty = {
  none: (
    <EmptyState
      title="No note yet"
      says="Notes are written on the page of an account, a person or an opportunity, and all of them stand here."
    />
  ),
  noMatch: <EmptyState title="No note matches" says="Change the search or the filter." />,
}

export function NotesPage({ search, setSearch }: PageArgs) {
  return (
    <RecordViews name="notes" title="Notes" search={search} setSearch={setSearch} usual={usual} empty={empty} actions={null} />
  )
}
