/** What needs me today? A page that ends. */
import { Flag, Handshake, ListTodo, type LucideIcon, Reply, TrendingDown } from 'lucide-react'
import { messages } from '#conversation/messages/contract.ts'
import { promises } from '#conversation/promises/contract.ts'
import { tasks } from '#customers/tasks/contract.ts'
import { ownZone, type TaskRow } from '#customers/tasks/screens/task-words.ts'
import { needs } from '#discovery/needs/contract.ts'
import { dayIn } from '#foundation/kernel/day-in.ts'
import { clockIn } from '#foundation/kernel/moment-in.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { opportunities } from '#pipeline/opportunities/contract.ts'
import { orderToday, type TodayItem } from './today/order-today.ts'

const shown = 25

export function TodayPage() {
  const now = useNow()
  const today = dayIn(now.toISOString(), ownZone())
  const due = useAsk(useClient(promises).due, { withinDays: 3, limit: 30 })
  const unanswered = useAsk(useClient(messages).unanswered, { quietDays: 2, limit: 20 })
  const slipping = useAsk(useClient(opportunities).slipping, { limit: 10 })
  const found = useAsk(useClient(needs).toConfirm, { limit: 10 })
  const planned = useAsk(useClient(tasks).list, { whose: 'mine', until: today, limit: 50 })
  const asked = [due, planned, unanswered, slipping, found]
  const failed = asked.find((a) => a.error)
  if (failed) {
    return (
      <Page title="Today" layout="reading">
        <ErrorState
          what="Today could not be put together"
          error={failed.error}
          onRetry={() => asked.forEach((a) => void a.refetch())}
        />
      </Page>
    )
  }
  if (asked.some((a) => a.isPending)) {
    return (
      <Page title="Today" says={undefined} layout="reading">
        <Skeleton shape="rows" lines={8} label="Putting today together" />
      </Page>
    )
  }
  const items = orderToday(
    {
      promises: due.data ?? [],
      tasks: (planned.data?.rows ?? []).map(dueOf),
      unanswered: unanswered.data ?? [],
      slipping: slipping.data ?? [],
      needs: found.data ?? [],
    },
    today,
  )
  const rest = items.length - shown
  return (
    <Page
      title="Today"
      says={items.length ? `${Math.min(items.length, shown)} things, the most pressing first` : undefined}
      layout="reading"
    >
      {items.length === 0 ? (
        <EmptyState
          title="Nothing needs you"
          says="Every promise stands, every message has an answer, nothing is planned for today, and nothing waits for a look."
        />
      ) : (
        <ol className="m-0 list-none p-0">
          {items.slice(0, shown).map((item) => (
            <TodayLine key={item.key} item={item} />
          ))}
        </ol>
      )}
      {rest > 0 && <p className="mt-4 text-13 text-faint">{rest} less pressing wait behind these. They come up as you finish.</p>}
      {items.length > 0 && rest <= 0 && <p className="mt-4 text-13 text-faint">That is all for today.</p>}
    </Page>
  )
}

const dueOf = (task: TaskRow) => ({
  ...task,
  clock: task.dueAt && clockIn(task.dueAt, ownZone()),
  aboutName: task.opportunityName ?? task.personName ?? task.accountName,
})

const icons = {
  promise: Handshake,
  task: ListTodo,
  silence: Reply,
  slipping: TrendingDown,
  need: Flag,
} as const satisfies Record<TodayItem['about'], LucideIcon>

function TodayLine({ item }: { item: TodayItem }) {
  const Icon = icons[item.about]
  return (
    <li className="flex items-start gap-3 border-t border-line py-3.5 first:border-t-0">
      <Icon size={16} aria-hidden className="mt-1 shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <Link href={hrefOf(item)} look="quiet" className="inline-block text-14 font-medium wrap-anywhere first-letter:uppercase">
          {item.title}
        </Link>
        <p className="m-0 mt-0.5 text-13 text-soft">{item.reason}</p>
      </div>
      <MainAction item={item} />
    </li>
  )
}

function hrefOf(item: TodayItem): string {
  if (item.about === 'silence') return `/conversations/${item.id}`
  if (item.about === 'slipping') return `/opportunities/${item.id}`
  if (item.about === 'task') return `/tasks/${item.id}`
  return item.about === 'promise' ? `/promises/${item.id}` : `/needs/${item.id}`
}

/** One main action each: what a person would most likely do next. */
function MainAction({ item }: { item: TodayItem }) {
  const close = useChange(useClient(promises).close, 'Marked as kept')
  const confirm = useChange(useClient(needs).confirm, 'Confirmed')
  const complete = useChange(useClient(tasks).complete, (done) => `Done: ${done.title}`)
  if (item.about === 'task') return <Button onClick={() => complete.mutate({ id: item.id })}>Done</Button>
  if (item.about === 'promise')
    return (
      <Button onClick={() => close.mutate({ id: item.id, state: isLate(item) ? 'late' : 'kept' })}>
        {isLate(item) ? 'Kept, late' : 'Kept'}
      </Button>
    )
  if (item.about === 'need') return <Button onClick={() => confirm.mutate({ id: item.id })}>Confirm</Button>
  return <Button href={hrefOf(item)}>{item.about === 'silence' ? 'Read' : 'Open'}</Button>
}

const isLate = (item: TodayItem): boolean => item.about === 'promise' && item.reason.endsWith('late')
