/** What else can be done with a record: see how it came to be, remove it, and for a person export or erase what is kept? */
import { Download, History, Trash2, UserRoundX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { accounts } from '#customers/accounts/contract.ts'
import { accountOptions } from '#customers/accounts/rules/account-options.ts'
import { reaches } from '#foundation/contract/operation.ts'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { useGo } from '#foundation/ui/Link.tsx'
import { Menu, type MenuItem } from '#foundation/ui/Menu.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { useMe } from '#workspace/members/screens/WhoIsHere.tsx'

const HistoryPanel = lazy(() => import('#workspace/audit/screens/HistoryPanel.tsx').then((m) => ({ default: m.HistoryPanel })))
const HereNow = lazy(() => import('#workspace/live/screens/HereNow.tsx').then((m) => ({ default: m.HereNow })))
const RemoveDialog = lazy(() => import('#workspace/trash/screens/RemoveDialog.tsx').then((m) => ({ default: m.RemoveDialog })))
const EraseDialog = lazy(() =>
  import('#workspace/personal-data/screens/EraseDialog.tsx').then((m) => ({ default: m.EraseDialog })),
)

interface RecordMoreProps {
  record: 'accounts' | 'people' | 'opportunities'
  rowId: string
  name: string
  /** The list to go to when the record is gone. */
  list: string
}

/** The menu of a record page; `h` opens the history. */
export function RecordMore({ record, rowId, name, list }: RecordMoreProps) {
  const { go } = useGo()
  const role = useMe(true)?.member.role ?? 'member'
  const [open, setOpen] = useState<'history' | 'remove' | 'erase' | null>(null)
  const { list: find } = useClient(accounts)
  useShortcuts([{ keys: 'h', says: 'See the history', group: 'Record', run: () => setOpen('history') }])
  const close = () => setOpen(null)
  const items: MenuItem[] = [{ id: 'history', label: 'History', icon: History, run: () => setOpen('history') }]
  if (record === 'people' && reaches(role, 'manager'))
    items.push({
      id: 'export',
      label: 'Export what is kept',
      icon: Download,
      run: () => window.location.assign(`/api/people/${rowId}/personal-data.zip`),
    })
  if (reaches(role, 'manager'))
    items.push({ id: 'remove', label: 'Remove', icon: Trash2, danger: true, run: () => setOpen('remove') })
  if (record === 'people' && role === 'owner')
    items.push({ id: 'erase', label: 'Erase this person', icon: UserRoundX, danger: true, run: () => setOpen('erase') })
  const ask = async (text: string) =>
    accountOptions((await find({ limit: 20, ...(text.trim() ? { words: text } : {}) })).rows.filter((row) => row.id !== rowId))
  return (
    <>
      <Suspense>
        <HereNow object={record} id={rowId} />
      </Suspense>
      <Menu label={`More for ${name}`} items={items} />
      <Suspense>
        {open === 'history' && <HistoryPanel rowId={rowId} name={name} onClose={close} />}
        {open === 'remove' && (
          <RemoveDialog
            {...{ record, rowId, name, onClose: close }}
            {...(record === 'accounts' ? { ask } : {})}
            onRemoved={() => go(list)}
          />
        )}
        {open === 'erase' && (
          <EraseDialog personId={rowId} name={name} onClose={close} onErased={() => go('/settings/personal-data')} />
        )}
      </Suspense>
    </>
  )
}

/** A small action beside a fact: how this one field came to be. */
export function FieldHistory({ rowId, name, field, label }: { rowId: string; name: string; field: string; label: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton
        icon={History}
        size="small"
        label={`${label} over time`}
        className="opacity-60 hover:opacity-100 focus-visible:opacity-100 pointer-coarse:-my-3"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <HistoryPanel rowId={rowId} name={name} field={{ name: field, label }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
