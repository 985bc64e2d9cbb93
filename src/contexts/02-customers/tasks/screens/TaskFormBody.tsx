/** What is to be done, by when, by whom, how often, about what? */
import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Combobox } from '#foundation/ui/Combobox.tsx'
import { DateField } from '#foundation/ui/DateField.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { TextArea } from '#foundation/ui/TextArea.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { members } from '#workspace/members/contract.ts'
import { tasks } from '../contract.ts'
import { readTaskForm, repeatChoices, type TaskStart, type TypedTask, typedOf } from './task-form-values.ts'
import type { TaskRow } from './task-words.ts'
import { useAboutOptions } from './useAboutOptions.ts'

const priorities = [
  { value: 'low', label: 'Low' },
  { value: 'normal', label: 'Normal' },
  { value: 'high', label: 'High' },
]

export interface TaskFormProps {
  task?: TaskRow
  start?: TaskStart
  onClose: () => void
}

export function TaskFormBody({ task, start, onClose }: TaskFormProps) {
  const api = useClient(tasks)
  const before = typedOf(task ?? start ?? {})
  const [typed, setTyped] = useState<TypedTask>(before)
  const [missing, setMissing] = useState(false)
  const set = (patch: Partial<TypedTask>) => setTyped((old) => ({ ...old, ...patch }))
  const team = useAsk(useClient(members).list, {}, { staleMs: 60_000 }).data ?? []
  const ask = useAboutOptions()
  const create = useChange(api.create, (made) => `Planned: ${made.title}`, onClose)
  const change = useChange(api.change, 'Saved the task', onClose)
  const save = task ? change : create
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!typed.title.trim()) return setMissing(true)
    const given = readTaskForm(typed, task ? before : null)
    if (task) change.mutate({ ...given, id: task.id })
    else create.mutate({ ...given, ...(start?.promiseId ? { promiseId: start.promiseId } : {}) })
  }
  return (
    <Dialog open onClose={onClose} title={task ? 'Edit task' : 'New task'}>
      <form noValidate onSubmit={send} className="@container flex flex-col gap-4">
        {save.error && <ErrorState error={save.error} />}
        <TextField
          label="Task"
          required
          value={typed.title}
          maxLength={300}
          onChange={(title) => set({ title })}
          error={missing && !typed.title.trim() ? 'Task is missing.' : undefined}
        />
        <div className="grid grid-cols-1 gap-x-5 gap-y-4 @min-[20rem]:grid-cols-2">
          <DateField label="Due" value={typed.day} onChange={(day) => set({ day })} />
          <TextField label="At" type="time" value={typed.time} disabled={typed.day === ''} onChange={(time) => set({ time })} />
          <Select
            label="Repeats"
            value={typed.repeat}
            placeholder="Never"
            choices={repeatChoices(typed.repeat)}
            onChange={(repeat) => set({ repeat })}
          />
          <Select
            label="Priority"
            required
            value={typed.priority}
            choices={priorities}
            onChange={(priority) => set({ priority: priority as TypedTask['priority'] })}
          />
          <Select
            label="For"
            value={typed.assigneeId}
            placeholder={task ? 'Nobody yet' : 'Me'}
            choices={team.flatMap((m) => (m.deactivatedAt ? [] : [{ value: m.id, label: m.name }]))}
            onChange={(assigneeId) => set({ assigneeId })}
          />
          <Combobox
            label="About"
            placeholder="Account, person or opportunity"
            value={typed.about}
            ask={ask}
            {...(typed.aboutLabel ? { valueLabel: typed.aboutLabel } : {})}
            onChange={(about, option) => set({ about, aboutLabel: option?.label ?? '' })}
          />
        </div>
        <TextArea label="Note" value={typed.note} onChange={(note) => set({ note })} maxLength={20_000} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="main" type="submit" busy={save.isPending}>
            {task ? 'Save task' : 'Add task'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
