/** What is this field, and what can be done with it? */
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Eye, EyeOff, Pencil } from 'lucide-react'
import type { FieldRow } from '#foundation/contract/own-field.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { Menu, type MenuItem } from '#foundation/ui/Menu.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { fields } from '../contract.ts'
import { typeWords } from './type-words.ts'

interface FieldLineProps {
  field: FieldRow
  /** Absent for whoever may only look. */
  onEdit?: () => void
  onUp?: () => void
  onDown?: () => void
}

const aboutOf = ({ type, settings, key }: FieldRow): string => {
  const choices = settings.choices?.map((c) => c.label).join(', ')
  const more = choices ?? settings.currency ?? settings.formula
  return [typeWords[type].label, ...(more ? [more] : []), key].join(' · ')
}

export function FieldLine({ field, onEdit, onUp, onDown }: FieldLineProps) {
  const api = useClient(fields)
  const change = useChange(api.change, (saved) => `${saved.label} is ${saved.hidden ? 'hidden' : 'shown'}`)
  const archive = useChange(api.archive, (saved) => `Archived ${saved.label}`)
  const restore = useChange(api.restore, (saved) => `Brought back ${saved.label}`)
  const { id, label, hidden, required, archivedAt, help } = field
  const isArchived = archivedAt !== null
  const items: MenuItem[] = [
    { id: 'edit', label: 'Change', icon: Pencil, ...(onEdit ? { run: onEdit } : {}) },
    ...(onUp ? [{ id: 'up', label: 'Move up', icon: ArrowUp, run: onUp }] : []),
    ...(onDown ? [{ id: 'down', label: 'Move down', icon: ArrowDown, run: onDown }] : []),
    {
      id: 'hide',
      label: hidden ? 'Show' : 'Hide',
      icon: hidden ? Eye : EyeOff,
      run: () => change.mutate({ id, hidden: !hidden }),
    },
    { id: 'archive', label: 'Archive', icon: Archive, run: () => archive.mutate({ id }) },
  ]
  return (
    <li className="flex min-h-(--row) items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className={`block text-13 ${hidden || isArchived ? 'text-soft' : 'text-ink'}`}>
          {label}
          {required && <span className="text-faint"> · required</span>}
          {hidden && <span className="text-faint"> · hidden</span>}
        </span>
        <span className="block truncate text-12 text-faint">{aboutOf(field)}</span>
        {help && <span className="block truncate text-12 text-soft">{help}</span>}
      </span>
      {onEdit &&
        (isArchived ? (
          <Button icon={ArchiveRestore} onClick={() => restore.mutate({ id })} aria-label={`Restore ${label}`}>
            Restore
          </Button>
        ) : (
          <Menu label={`More for ${label}`} items={items} />
        ))}
    </li>
  )
}
