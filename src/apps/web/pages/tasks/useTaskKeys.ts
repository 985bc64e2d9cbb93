/** Which key does what in the list of tasks? The focus moves with j and k, so that a screen reader follows. */
import type { RefObject } from 'react'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'

export interface TaskKeys {
  list: RefObject<HTMLElement | null>
  onTick: (id: string) => void
  onEdit: (id: string) => void
  onNew: () => void
}

const linesIn = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-task]') ?? [])]
const here = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-task]') ?? null
const focusOn = (line: HTMLElement | undefined) => line?.querySelector<HTMLElement>('a')?.focus()

export function useTaskKeys({ list, onTick, onEdit, onNew }: TaskKeys): void {
  const step = (by: 1 | -1) => () => {
    const lines = linesIn(list.current)
    const now = here()
    const at = now ? lines.indexOf(now) : -1
    focusOn(at < 0 ? lines[by > 0 ? 0 : lines.length - 1] : (lines[at + by] ?? lines[at]))
  }
  const tick = (event: KeyboardEvent) => {
    const line = here()
    // The box itself and the buttons of a line answer the space bar on their own.
    const isOwn = event.target instanceof HTMLElement && /^(INPUT|BUTTON)$/.test(event.target.tagName)
    if (!line?.dataset.task || (event.key === ' ' && isOwn)) return false
    const lines = linesIn(list.current)
    const at = lines.indexOf(line)
    focusOn(lines[at + 1] ?? lines[at - 1])
    onTick(line.dataset.task)
    return true
  }
  useShortcuts([
    { keys: 'j', says: 'Next task', group: 'Tasks', run: step(1) },
    { keys: 'k', says: 'Task before', group: 'Tasks', run: step(-1) },
    { keys: 'x', says: 'Done, or open again', group: 'Tasks', run: tick },
    { keys: 'Space', says: 'Done, or open again', group: 'Tasks', run: tick },
    {
      keys: 'e',
      says: 'Edit the task',
      group: 'Tasks',
      run: () => {
        const id = here()?.dataset.task
        if (!id) return false
        onEdit(id)
        return true
      },
    },
    { keys: 'c', says: 'New task', group: 'Tasks', run: onNew },
  ])
}
