/** What is planned about this account, person or opportunity? Listed, ticked off and added in place. */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '#workspace/members/contract.ts'
import { tasks } from '../contract.ts'
import { QuickTask } from './QuickTask.tsx'
import { TaskForm } from './TaskForm.tsx'
import { TaskLine } from './TaskLine.tsx'
import type { About, TaskRow } from './task-words.ts'
import { useTaskDeeds } from './useTaskDeeds.ts'

const few = 6

export function TaskListBody({ about }: { about: About }) {
  const [all, setAll] = useState(false)
  const [editing, setEditing] = useState<TaskRow | null>(null)
  const deeds = useTaskDeeds()
  const me = useAsk(useClient(members).me, {}, { staleMs: 60_000 }).data
  const asked = useAsk(useClient(tasks).list, { ...about, limit: 100 })
  const rows = asked.data?.rows ?? []
  return (
    <>
      {asked.error && <ErrorState what="The tasks could not be shown" error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton shape="rows" lines={2} label="Loading tasks" />}
      <ul aria-label="Tasks" className="m-0 mb-2 list-none p-0 empty:hidden">
        {(all ? rows : rows.slice(0, few)).map((task) => (
          <TaskLine key={task.id} task={task} deeds={deeds} about={about} meId={me?.member.id} onEdit={() => setEditing(task)} />
        ))}
      </ul>
      {!all && rows.length > few && (
        <Button look="quiet" onClick={() => setAll(true)}>
          Show all {rows.length} tasks
        </Button>
      )}
      <QuickTask about={about} />
      {editing && <TaskForm task={editing} onClose={() => setEditing(null)} />}
    </>
  )
}
