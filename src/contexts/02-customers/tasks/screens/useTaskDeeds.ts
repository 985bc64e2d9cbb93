/** What can be done with a task from where it is listed, at once, and taken back? */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { clockIn, momentIn } from '#foundation/kernel/moment-in.ts'
import { askKey } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { tasks } from '../contract.ts'
import { ownZone, type TaskRow } from './task-words.ts'

interface Page {
  rows: TaskRow[]
}
type Listed = Page | { pages: Page[] } | undefined

const inPage = (page: Page, change: (row: TaskRow) => TaskRow[]): Page => ({ ...page, rows: page.rows.flatMap(change) })

/** Changes a task in every list that shows it; answers how to put all of them back. */
function showChanged(
  cache: QueryClient,
  list: (input: never) => Promise<unknown>,
  id: string,
  next: (row: TaskRow) => TaskRow[],
) {
  const key = { queryKey: askKey(list) }
  void cache.cancelQueries(key)
  const before = cache.getQueriesData<Listed>(key)
  const change = (row: TaskRow) => (row.id === id ? next(row) : [row])
  cache.setQueriesData<Listed>(key, (old) =>
    old === undefined ? old : 'pages' in old ? { ...old, pages: old.pages.map((p) => inPage(p, change)) } : inPage(old, change),
  )
  return () => {
    for (const [queryKey, data] of before) cache.setQueryData(queryKey, data)
  }
}

/** On another day at the same time, as the server will have it. */
const movedTo = (row: TaskRow, dueOn: string | null): TaskRow => ({
  ...row,
  dueOn,
  dueAt: dueOn && row.dueAt ? momentIn(dueOn, clockIn(row.dueAt, ownZone()), ownZone()) : null,
})

export function useTaskDeeds() {
  const api = useClient(tasks)
  const cache = useQueryClient()
  const leave = ({ id }: { id: string }) => showChanged(cache, api.list, id, () => [])
  const complete = useChange(api.complete, (done) => `Done: ${done.title}`, undefined, leave)
  const reopen = useChange(api.reopen, (open) => `Open again: ${open.title}`, undefined, leave)
  const remove = useChange(api.remove, 'Removed the task', undefined, leave)
  const move = useChange(
    api.change,
    (task) => (task.dueOn ? `Moved: ${task.title}` : `Without a date: ${task.title}`),
    undefined,
    ({ id, dueOn }) => showChanged(cache, api.list, id, (row) => [movedTo(row, dueOn ?? null)]),
  )
  return {
    complete: (id: string) => complete.mutate({ id }),
    reopen: (id: string) => reopen.mutate({ id }),
    remove: (id: string) => remove.mutate({ id }),
    /** To another day, YYYY-MM-DD, or to none. */
    move: (id: string, dueOn: string | null) => move.mutate({ id, dueOn }),
  }
}
