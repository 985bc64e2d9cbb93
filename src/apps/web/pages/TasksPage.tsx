/** What do we plan to do, by when? Overdue, today, this week, later, some day. */
import { Table2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { tasks } from '#customers/tasks/contract.ts'
import { type DueGroup, groupByDue } from '#customers/tasks/rules/group-by-due.ts'
import { hereIn } from '#customers/tasks/rules/is-overdue.ts'
import { QuickTask } from '#customers/tasks/screens/QuickTask.tsx'
import { TaskForm } from '#customers/tasks/screens/TaskForm.tsx'
import { TaskLine } from '#customers/tasks/screens/TaskLine.tsx'
import { ownZone, type TaskRow } from '#customers/tasks/screens/task-words.ts'
import { useTaskDeeds } from '#customers/tasks/screens/useTaskDeeds.ts'
import { writeFilter } from '#foundation/contract/filter-url.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useAskPages } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { members } from '#workspace/members/contract.ts'
import { useMe } from '#workspace/members/screens/WhoIsHere.tsx'
import type { PageArgs } from '../page-args.ts'
import { useTaskKeys } from './tasks/useTaskKeys.ts'

const allOpen = `/tasks/all?${new URLSearchParams({ filter: writeFilter({ field: 'doneAt', is: 'isEmpty' }) })}`

const headings: Record<DueGroup | 'done', string> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  later: 'Later',
  none: 'No date',
  done: 'Done',
}

export function TasksPage({ search, setSearch }: PageArgs) {
  const now = useNow()
  const me = useMe(true)
  const deeds = useTaskDeeds()
  const field = useRef<HTMLInputElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<TaskRow | null>(null)
  const state = search.state === 'done' ? 'done' : 'open'
  const whose = search.whose ?? 'mine'
  const team = useAsk(useClient(members).list, {}, { staleMs: 60_000 }).data ?? []
  const list = useAskPages(
    useClient(tasks).list,
    {
      state,
      limit: 200,
      timeZone: ownZone(),
      ...(whose === 'mine' || whose === 'all' ? { whose } : { assigneeId: whose }),
      ...(search.words ? { words: search.words } : {}),
    },
    (page) => page,
  )
  useEffect(() => {
    if (search.new === undefined) return
    field.current?.focus()
    setSearch({ new: undefined })
  }, [search.new, setSearch])
  const rowOf = (id: string) => list.rows.find((row) => row.id === id)
  useTaskKeys({
    list: content,
    onTick: (id) => (rowOf(id)?.doneAt ? deeds.reopen(id) : deeds.complete(id)),
    onEdit: (id) => setEditing(rowOf(id) ?? null),
    onNew: () => field.current?.focus(),
  })
  const groups =
    state === 'done'
      ? list.rows.length
        ? [{ group: 'done' as const, tasks: list.rows }]
        : []
      : groupByDue(list.rows, hereIn(now.toISOString(), ownZone()))
  const overdue = groups.find((g) => g.group === 'overdue')?.tasks.length ?? 0
  const filtered = Boolean(search.words) || whose !== 'mine'
  return (
    <Page
      title="Tasks"
      says={
        list.state === 'ready' && list.rows.length > 0
          ? `${list.hasMore ? 'The first ' : ''}${countOf(list.rows.length, 'task')}${overdue ? `, ${overdue} overdue` : ''}`
          : undefined
      }
      layout="reading"
      actions={
        <Button look="quiet" icon={Table2} href={allOpen}>
          All tasks as a table
        </Button>
      }
      tools={
        <>
          <Tabs
            label="Which tasks"
            value={state}
            onChange={(next) => setSearch({ state: next === 'open' ? undefined : next })}
            tabs={[
              { value: 'open', label: 'Open' },
              { value: 'done', label: 'Done' },
            ]}
          />
          <Select
            label="Whose"
            hideLabel
            required
            value={whose}
            onChange={(next) => setSearch({ whose: next === 'mine' ? undefined : next })}
            choices={[
              { value: 'mine', label: 'Mine' },
              { value: 'all', label: 'Everybody’s' },
              ...team.flatMap((m) => (m.id === me?.member.id || m.deactivatedAt ? [] : [{ value: m.id, label: m.name }])),
            ]}
            className="w-40"
          />
          <TextField
            label="Search tasks"
            hideLabel
            placeholder="Search tasks"
            value={search.words ?? ''}
            onChange={(words) => setSearch({ words: words || undefined })}
            className="min-w-32 flex-1 sm:w-56 sm:flex-none"
          />
        </>
      }
    >
      {state === 'open' && <QuickTask field={field} {...(whose === 'mine' || whose === 'all' ? {} : { assigneeId: whose })} />}
      {list.state === 'error' && <ErrorState what="The tasks could not be shown" error={list.error} onRetry={list.retry} />}
      {list.state === 'loading' && <Skeleton shape="rows" lines={8} label="Loading tasks" />}
      {list.state === 'ready' && groups.length === 0 && (
        <EmptyState
          title={state === 'done' ? 'Nothing done yet' : filtered ? 'No task matches' : 'Nothing planned'}
          says={
            state === 'done'
              ? 'What you tick off is kept here.'
              : filtered
                ? 'Change the search, or look at another member’s.'
                : 'Write the first one into the line above. Tasks can also be planned on the page of an account, a person or an opportunity.'
          }
        />
      )}
      <div ref={content} className="-mt-3">
        {groups.map(({ group, tasks: own }) => (
          <Section key={group} title={headings[group]} note={own.length}>
            <ul aria-label={headings[group]} className="m-0 list-none p-0">
              {own.map((task) => (
                <TaskLine
                  key={task.id}
                  task={task}
                  deeds={deeds}
                  onEdit={() => setEditing(task)}
                  meId={whose === 'mine' || whose === 'all' ? me?.member.id : whose}
                />
              ))}
            </ul>
          </Section>
        ))}
      </div>
      {list.hasMore && (
        <Button look="quiet" busy={list.loadingMore} onClick={list.more} className="mt-3">
          Show more
        </Button>
      )}
      {editing && <TaskForm task={editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
