/** One task: what, when, about whom, and where it came from. */
import { useState } from 'react'
import { NoteText } from '#customers/notes/screens/NoteText.tsx'
import { tasks } from '#customers/tasks/contract.ts'
import { hereIn, isOverdue } from '#customers/tasks/rules/is-overdue.ts'
import { TaskForm } from '#customers/tasks/screens/TaskForm.tsx'
import { howOften, ownZone, placesOf, type TaskRow, whenDue } from '#customers/tasks/screens/task-words.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link, useGo } from '#foundation/ui/Link.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Facts, RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import type { PageArgs } from '../page-args.ts'

const capital = (words: string): string => words.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

export function TaskPage({ params }: PageArgs) {
  const id = params.id ?? ''
  const now = useNow()
  const { go } = useGo()
  const api = useClient(tasks)
  const [editing, setEditing] = useState(false)
  const asked = useAsk(api.get, { id })
  const complete = useChange(api.complete, 'Done')
  const reopen = useChange(api.reopen, 'Open again')
  const remove = useChange(api.remove, 'Removed the task', () => go('/tasks'))
  const task = asked.data
  const tick = () => {
    if (task) (task.doneAt ? reopen : complete).mutate({ id })
  }
  useShortcuts([
    { keys: 'e', says: 'Edit this task', group: 'Task', run: () => setEditing(true) },
    { keys: 'x', says: 'Done, or open again', group: 'Task', run: tick },
  ])
  if (!task) {
    return (
      <Page title="Task">
        {asked.error ? (
          <ErrorState what="This task could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Skeleton shape="paragraph" lines={5} label="Opening the task" />
        )}
      </Page>
    )
  }
  const [place] = placesOf(task)
  return (
    <RecordPage
      from={{ label: 'Tasks', href: '/tasks' }}
      title={task.title}
      badge={<Standing task={task} now={now} />}
      standing={
        <>
          {capital(
            [whenDue(task, now) && `due ${whenDue(task, now)}`, howOften(task.repeatEvery, task.repeatUnit)]
              .filter(Boolean)
              .join(', '),
          ) || 'No date'}
          {place && (
            <>
              , about <Link href={place.href}>{place.label}</Link>
            </>
          )}
          .
        </>
      }
      actions={
        <>
          <Menu
            label="More for this task"
            items={[{ id: 'remove', label: 'Remove', danger: true, run: () => remove.mutate({ id }) }]}
          />
          <Button onClick={() => setEditing(true)}>Edit</Button>
          <Button look={task.doneAt ? 'plain' : 'main'} onClick={tick}>
            {task.doneAt ? 'Open again' : 'Done'}
          </Button>
        </>
      }
      side={
        <Facts
          facts={[
            { label: 'For', value: task.assigneeName },
            { label: 'Priority', value: capital(task.priority) },
            ...placesOf(task).map((p) => ({
              label: { a: 'Account', p: 'Person', o: 'Opportunity' }[p.href.charAt(1)] ?? 'About',
              value: <Link href={p.href}>{p.label}</Link>,
            })),
            ...(task.promiseId
              ? [{ label: 'Behind it', value: <Link href={`/promises/${task.promiseId}`}>A promise</Link> }]
              : []),
            { label: 'Planned', value: relateTime(new Date(task.createdAt), now) },
          ]}
        />
      }
    >
      <Section title="Note">
        {task.note ? <NoteText body={task.note} mentions={[]} /> : <p className="m-0 text-13 text-faint">No note.</p>}
      </Section>
      {editing && <TaskForm task={task} onClose={() => setEditing(false)} />}
    </RecordPage>
  )
}

function Standing({ task, now }: { task: TaskRow; now: Date }) {
  if (task.doneAt)
    return (
      <StateBadge
        tone="good"
        word={`Done ${relateTime(new Date(task.doneAt), now)}${task.doneByName ? ` by ${task.doneByName}` : ''}`}
      />
    )
  return isOverdue(task, hereIn(now.toISOString(), ownZone())) ? (
    <StateBadge tone="bad" word="Overdue" />
  ) : (
    <StateBadge tone="active" word="Open" />
  )
}
