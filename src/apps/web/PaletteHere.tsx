/** What can be found and done from anywhere in this workspace? */
import {
  ArrowRight,
  Building2,
  Columns3,
  Flag,
  Handshake,
  ListTodo,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  Quote,
  UserRound,
} from 'lucide-react'
import { Palette } from '#foundation/ui/Palette.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { setTheme } from '#foundation/ui/useTheme.ts'
import { search } from '#workspace/search/contract.ts'
import { pages } from './page-table.ts'

/** Where each kind of record is shown, and under which heading it stands. */
const places: Record<string, { group: string; icon: LucideIcon; at: (id: string, withinId: string | null) => string }> = {
  accounts: { group: 'Accounts', icon: Building2, at: (id) => `/accounts/${id}` },
  people: { group: 'People', icon: UserRound, at: (id) => `/people/${id}` },
  opportunities: { group: 'Opportunities', icon: Columns3, at: (id) => `/opportunities/${id}` },
  tasks: { group: 'Tasks', icon: ListTodo, at: (id) => `/tasks/${id}` },
  notes: { group: 'Notes', icon: NotebookPen, at: (id) => `/notes/${id}` },
  threads: { group: 'Conversations', icon: MessagesSquare, at: (id) => `/conversations/${id}` },
  messages: { group: 'What was said', icon: Quote, at: (id, within) => `/conversations/${within}?message=${id}` },
  needs: { group: 'Needs', icon: Flag, at: (id) => `/needs/${id}` },
  promises: { group: 'Promises', icon: Handshake, at: (id) => `/promises/${id}` },
}

export function PaletteHere({ open, onClose }: { open: boolean; onClose: () => void }) {
  const find = useClient(search).find
  return (
    <Palette
      open={open}
      onClose={onClose}
      search={async (words) =>
        (await find({ words })).flatMap((found) => {
          const place = places[found.record]
          return place
            ? [
                {
                  id: found.id,
                  label: found.title || 'No subject',
                  group: place.group,
                  icon: place.icon,
                  href: place.at(found.id, found.withinId),
                  ...(found.says
                    ? {
                        says: { words: found.says, voice: found.saidBy === 'customer' ? ('theirs' as const) : ('ours' as const) },
                      }
                    : {}),
                  ...(found.saidAt ? { detail: <RelativeTime at={found.saidAt} /> } : {}),
                },
              ]
            : []
        })
      }
      actions={[
        { id: 'new-task', label: 'New task', group: 'Add', icon: ListTodo, href: '/tasks?new=1' },
        ...pages.flatMap(({ rail, path }) =>
          rail
            ? [
                {
                  id: `go-${rail.id}`,
                  label: `Go to ${rail.label}`,
                  group: 'Go',
                  icon: rail.icon,
                  href: path,
                  ...(rail.keys ? { keys: rail.keys } : {}),
                },
              ]
            : [],
        ),
        ...(['light', 'dark', 'system'] as const).map((theme) => ({
          id: `theme-${theme}`,
          label: theme === 'system' ? 'Theme: as the system says' : `Theme: ${theme}`,
          group: 'Look',
          icon: ArrowRight,
          run: () => setTheme(theme),
        })),
      ]}
    />
  )
}
