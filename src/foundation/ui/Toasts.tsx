/** What just happened, and can I take it back? Eight seconds, Ctrl-Z or `u`. */
import { CircleAlert, CircleCheck, Undo2, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { readProblem } from './read-problem.ts'
import { useShortcuts } from './useShortcuts.ts'

export interface Toast {
  id: number
  text: string
  tone: 'done' | 'failed'
  undo?: (() => unknown) | undefined
}

/** Long enough to read a line and reach for undo. */
const staysMs = 8_000
let toasts: readonly Toast[] = []
let nextId = 1
const watchers = new Set<() => void>()
const set = (next: readonly Toast[]) => {
  toasts = next
  for (const tell of watchers) tell()
}

/** Says that something was done: `toast('Moved to Proposal', { undo })`. At most three stand at once. */
export function toast(text: string, { undo, tone = 'done' }: { undo?: () => unknown; tone?: Toast['tone'] } = {}): number {
  const id = nextId++
  set([...toasts, { id, text, tone, undo }].slice(-3))
  return id
}

/** Says what failed and what now. */
export function toastProblem(error: unknown): number {
  const { title, detail } = readProblem(error)
  return toast(`${title}. ${detail}`, { tone: 'failed' })
}

export const dismissToast = (id: number): void => set(toasts.filter((t) => t.id !== id))

async function takeBack(which: Toast) {
  dismissToast(which.id)
  try {
    await which.undo?.()
    toast(`Undone: ${which.text}`)
  } catch (error) {
    toastProblem(error)
  }
}

/** Stands once in the app, at the end. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => toasts,
    () => toasts,
  )
  const last = [...shown].reverse().find((t) => t.undo)
  const undo = () => {
    if (last) void takeBack(last)
  }
  useShortcuts(
    [
      { keys: 'u', says: 'Undo the last change', group: 'Anywhere', run: undo },
      { keys: 'mod+z', says: 'Undo the last change', group: 'Anywhere', run: undo },
    ],
    last !== undefined,
  )
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      data-print="no"
      className="pointer-events-none fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-60 flex flex-col items-center gap-2 sm:inset-x-auto sm:bottom-5 sm:left-[4.75rem] sm:items-start lg:left-[14.25rem]"
    >
      {shown.map((t) => (
        <ToastLine key={t.id} toast={t} />
      ))}
    </section>
  )
}

function ToastLine({ toast: t }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(t.id), t.tone === 'failed' ? staysMs * 2 : staysMs)
    return () => clearTimeout(timer)
  }, [held, t.id, t.tone])
  const Icon = t.tone === 'failed' ? CircleAlert : CircleCheck
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds the time, it does nothing else
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-[30rem] animate-arrive items-center gap-2 rounded-md border border-line bg-raised py-1 pr-1 pl-3 text-13 text-ink shadow-float"
    >
      <Icon size={16} aria-hidden className={`shrink-0 ${t.tone === 'failed' ? 'text-bad' : 'text-good'}`} />
      <span className="min-w-0 py-1 wrap-anywhere">{t.text}</span>
      {t.undo && (
        <Button look="quiet" icon={Undo2} onClick={() => void takeBack(t)} className="text-accent-deep">
          Undo
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" onClick={() => dismissToast(t.id)} />
    </div>
  )
}
