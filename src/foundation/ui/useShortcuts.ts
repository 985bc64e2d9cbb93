/** Which key does what on this page, and who is listening now? */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { matchShortcut, type Press, parseShortcut, type Step } from './match-shortcut.ts'

export interface Shortcut {
  /** "mod+k", "g t", "?": see match-shortcut.ts. */
  keys: string
  /** What it does, as the help list says it: "Open the palette". */
  says: string
  /** The heading it stands under in the help list. */
  group?: string
  /** Return false to leave the key to others. */
  run: (event: KeyboardEvent) => unknown
  /** Also while a field has the focus (only for combinations with Ctrl or Cmd, and Escape). */
  inFields?: boolean
}

interface Listener {
  steps: Step[]
  shortcut: () => Shortcut
}

const listeners: Listener[] = []
const watchers = new Set<() => void>()
let snapshot: readonly Shortcut[] = []
let presses: Press[] = []
let pressedAt = 0
/** A sequence is forgotten after this long; slower than a deliberate "g", "t", faster than a second thought. */
const sequenceMs = 1_200

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !isInert(target)
const isInert = (el: HTMLElement): boolean =>
  el instanceof HTMLInputElement && /^(checkbox|radio|button|range|file)$/.test(el.type)

const changed = () => {
  snapshot = listeners.map((l) => l.shortcut())
  for (const tell of watchers) tell()
}

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return
  const fresh = event.timeStamp - pressedAt > sequenceMs
  presses = [...(fresh ? [] : presses), event].slice(-3)
  pressedAt = event.timeStamp
  const inField = isField(event.target)
  const inDialog =
    event.target instanceof HTMLElement && event.target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null
  // The longest wins, so that "g c" is not taken for "c"; then the latest to listen: a panel's Escape comes before the page's.
  const inOrder = [...listeners].reverse().sort((a, b) => b.steps.length - a.steps.length)
  for (const { steps, shortcut } of inOrder) {
    const own = shortcut()
    if ((inField || inDialog) && !own.inFields) continue
    if (matchShortcut(steps, presses.slice(-steps.length)) !== 'done') continue
    if (own.run(event) === false) continue
    presses = []
    event.preventDefault()
    return
  }
}

/** Listens for these while the component is on the page. */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const names = shortcuts.map((s) => `${s.keys}\n${s.says}\n${s.group ?? ''}`).join('\n\n')
  useEffect(() => {
    if (!enabled || names === '') return
    const own: Listener[] = latest.current.map((first, i) => ({
      steps: parseShortcut(first.keys),
      shortcut: () => latest.current[i] ?? first,
    }))
    if (listeners.length === 0) window.addEventListener('keydown', hear)
    listeners.push(...own)
    changed()
    return () => {
      for (const l of own) listeners.splice(listeners.indexOf(l), 1)
      if (listeners.length === 0) window.removeEventListener('keydown', hear)
      changed()
    }
  }, [enabled, names])
}

/** Every shortcut that is heard now, for the help list. */
export const useHeardShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => snapshot,
    () => snapshot,
  )
