/** What was said, noted and done about a record, in the order of time? */
import { CalendarDays, Mail, NotebookPen, Phone, SquareCheck } from 'lucide-react'
import type { ThreadRow } from '#conversation/messages/screens/ThreadList.tsx'
import { notes } from '#customers/notes/contract.ts'
import { tasks } from '#customers/tasks/contract.ts'
import type { TimeLineEntry } from '#foundation/ui/TimeLine.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import type { About, KeptProps } from './kept-props.ts'

const most = 40

/** Conversations, meetings, notes and done tasks as one line of time, the latest first. */
export function useHappened(
  about: About,
  threads: readonly ThreadRow[],
  says: (thread: ThreadRow) => string,
  meetings: KeptProps['meetings'] = [],
): TimeLineEntry[] {
  const noted = useAsk(useClient(notes).list, { ...about, limit: most }).data?.rows ?? []
  const done = useAsk(useClient(tasks).list, { ...about, state: 'done', limit: most }).data?.rows ?? []
  return [
    ...threads.map((t) => ({
      id: t.id,
      at: t.lastAt,
      icon: t.source === 'call' ? Phone : Mail,
      title: t.subject || 'No subject',
      says: says(t),
      href: `/conversations/${t.id}`,
    })),
    ...meetings.map((m) => ({
      id: m.id,
      at: m.startsAt,
      icon: CalendarDays,
      title: m.status === 'cancelled' ? `${m.title} (cancelled)` : m.title,
      says: [m.people.map((p) => p.name).join(', '), m.location, m.repeats].filter(Boolean).join(' · '),
    })),
    ...noted.map((n) => ({
      id: n.id,
      at: n.createdAt,
      icon: NotebookPen,
      title: n.title,
      says: `Note${n.authorName ? ` by ${n.authorName}` : ''}`,
      href: `/notes/${n.id}`,
    })),
    ...done.map((t) => ({
      id: t.id,
      at: t.doneAt ?? t.updatedAt,
      icon: SquareCheck,
      title: t.title,
      says: `Done${t.doneByName ? ` by ${t.doneByName}` : ''}`,
      href: `/tasks/${t.id}`,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
}
