/** What has everybody planned, and what was done? All tasks as a table, a board, a calendar or a time line. */
import { useState } from 'react'
import { TaskForm } from '#customers/tasks/screens/TaskForm.tsx'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { RecordViews } from '#workspace/views/screens/RecordViews.tsx'
import type { FieldLooks } from '#workspace/views/screens/row-columns.ts'
import type { UsualView } from '#workspace/views/screens/view-state.ts'
import type { PageArgs } from '../page-args.ts'

const priorities = {
  high: { tone: 'warn', word: 'High' },
  normal: { tone: 'still', word: 'Normal' },
  low: { tone: 'still', word: 'Low' },
} as const
const isPriority = (value: unknown): value is keyof typeof priorities => typeof value === 'string' && value in priorities

const looks: FieldLooks = {
  priority: ({ values }) => isPriority(values.priority) && <StateBadge {...priorities[values.priority]} look="plain" />,
  doneAt: ({ values }) => typeof values.doneAt === 'string' && <RelativeTime at={values.doneAt} />,
}
const usual: UsualView = {
  kind: 'table',
  board: 'priority',
  calendar: 'dueOn',
  startBy: 'dueOn',
  columns: [
    { field: 'title', width: null },
    { field: 'dueOn', width: 130 },
    { field: 'priority', width: 110 },
    { field: 'assigneeId', width: 150 },
    { field: 'accountId', width: 190 },
    { field: 'personId', width: 150 },
    { field: 'doneAt', width: 140 },
  ],
}
const empty = {
  none: <EmptyState title="No task yet" says="Add one, or write it in one line on the list." />,
  noMatch: <EmptyState title="No task matches" says="Change the search or the filter." />,
}

export function AllTasksPage({ search, setSearch }: PageArgs) {
  const [adding, setAdding] = useState(false)
  useShortcuts([{ keys: 'c', says: 'New task', group: 'Tasks', run: () => setAdding(true) }])
  return (
    <>
      <RecordViews
        name="tasks"
        title="All tasks"
        search={search}
        setSearch={setSearch}
        usual={usual}
        looks={looks}
        empty={empty}
        actions={
          <>
            <Button href="/tasks" look="quiet">
              As a list
            </Button>
            <Button onClick={() => setAdding(true)}>New task</Button>
          </>
        }
      />
      {adding && <TaskForm onClose={() => setAdding(false)} />}
    </>
  )
}
