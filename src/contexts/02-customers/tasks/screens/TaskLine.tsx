/** What is to be done, when, about whom? One line, with a box that says it is done. */
import { ArrowDown, ArrowUp, Repeat } from 'lucide-react'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { dress } from '#foundation/ui/dress.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Menu, type MenuItem } from '#foundation/ui/Menu.tsx'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { useNow } from '#foundation/ui/useNow.ts'
import { hereIn, isOverdue } from '../rules/is-overdue.ts'
import { type About, howOften, ownZone, placesOf, type TaskRow, whenDue } from './task-words.ts'
import type { useTaskDeeds } from './useTaskDeeds.ts'

export interface TaskLineProps {
  task: TaskRow
  deeds: ReturnType<typeof useTaskDeeds>
  onEdit: () => void
  /** What the page is about, so that it is not said again. */
  about?: About
  /** The reader: their own name is not said. */
  meId?: string | undefined
}

const dayOn = (now: Date, days: number): string =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toLocaleDateString('sv')
/** The coming Monday. */
const nextMonday = (now: Date): string => dayOn(now, 8 - (now.getDay() || 7))

export function TaskLine({ task, deeds, onEdit, about, meId }: TaskLineProps) {
  const now = useNow()
  const isDone = task.doneAt !== null
  const items: MenuItem[] = [
    { id: 'edit', label: 'Edit', run: onEdit },
    ...(isDone
      ? []
      : [
          { id: 'today', label: 'Do it today', run: () => deeds.move(task.id, dayOn(now, 0)) },
          { id: 'tomorrow', label: 'Move to tomorrow', run: () => deeds.move(task.id, dayOn(now, 1)) },
          { id: 'monday', label: 'Move to next Monday', run: () => deeds.move(task.id, nextMonday(now)) },
        ]),
    { id: 'remove', label: 'Remove', danger: true, run: () => deeds.remove(task.id) },
  ]
  return (
    <li data-task={task.id} className="group flex items-start gap-2.5 border-t border-line py-2 first:border-t-0">
      <span className="flex h-6 shrink-0 items-center pointer-coarse:h-11">
        <Checkbox
          label={isDone ? `Open again: ${task.title}` : `Done: ${task.title}`}
          hideLabel
          checked={isDone}
          onChange={() => (isDone ? deeds.reopen(task.id) : deeds.complete(task.id))}
        />
      </span>
      <div className="min-w-0 flex-1">
        <span className="flex min-h-6 items-center gap-1.5 pointer-coarse:min-h-11">
          <Urgency priority={task.priority} />
          <Link
            href={`/tasks/${task.id}`}
            look="quiet"
            className={dress('min-w-0 text-14 wrap-anywhere', isDone ? 'text-faint line-through' : 'font-medium')}
          >
            {task.title}
          </Link>
        </span>
        <p className="m-0 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-12 text-faint empty:hidden">
          <WhenLine task={task} now={now} />
          {howOften(task.repeatEvery, task.repeatUnit) && (
            <span className="inline-flex items-baseline gap-1">
              <Repeat size={12} aria-hidden className="self-center" />
              {howOften(task.repeatEvery, task.repeatUnit)}
            </span>
          )}
          {placesOf(task, about).map((place) => (
            <Link key={place.id} href={place.href} look="quiet" className="text-soft wrap-anywhere">
              {place.label}
            </Link>
          ))}
          {task.assigneeId !== meId && <span>{task.assigneeName ?? 'Nobody yet'}</span>}
        </p>
      </div>
      <span className="-my-1 shrink-0" data-print="no">
        <Menu label={`More for: ${task.title}`} items={items} />
      </span>
    </li>
  )
}

function WhenLine({ task, now }: { task: TaskRow; now: Date }) {
  if (task.doneAt !== null)
    return (
      <span>
        Done {relateTime(new Date(task.doneAt), now)}
        {task.doneByName && ` by ${task.doneByName}`}
      </span>
    )
  const when = whenDue(task, now)
  if (when === null) return null
  return isOverdue(task, hereIn(now.toISOString(), ownZone())) ? (
    <span className="font-medium text-bad">Due {when}</span>
  ) : (
    <span>Due {when}</span>
  )
}

function Urgency({ priority }: { priority: TaskRow['priority'] }) {
  if (priority === 'normal') return null
  const Icon = priority === 'high' ? ArrowUp : ArrowDown
  return (
    <span className={priority === 'high' ? 'text-warn' : 'text-faint'}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      <span className="sr-only">{priority === 'high' ? 'High priority' : 'Low priority'}</span>
    </span>
  )
}
