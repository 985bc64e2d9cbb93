/** Does this key press, after those before it, ask for that shortcut? */

/** "mod+k", "g t", "?", "Escape", "Space", "shift+Enter": steps parted by a space, modifiers by "+". `mod` is Ctrl, or Cmd on a Mac. */
export interface Step {
  key: string
  mod: boolean
  shift: boolean
  alt: boolean
}

/** What a key press must tell: a KeyboardEvent fits. */
export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

export function parseShortcut(keys: string): Step[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((step) => {
      const parts = step === '+' ? ['+'] : step.split('+')
      const key = parts[parts.length - 1] ?? ''
      const has = (name: string) => parts.slice(0, -1).includes(name)
      return { key: key.length === 1 ? key.toLowerCase() : key, mod: has('mod'), shift: has('shift'), alt: has('alt') }
    })
}

/** Shift is only asked about for keys that have a name or a letter: "?" needs it on some keyboards and not on others. */
export function matchesStep(step: Step, press: Press): boolean {
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (key !== step.key || step.mod !== (press.ctrlKey || press.metaKey) || step.alt !== press.altKey) return false
  return /^[^\p{L}]$/u.test(step.key) || step.shift === press.shiftKey
}

/** How far a sequence has come: done, waiting for more, or not this one. `presses` are the latest, oldest first. */
export function matchShortcut(steps: readonly Step[], presses: readonly Press[]): 'done' | 'waiting' | 'no' {
  if (presses.length === 0 || presses.length > steps.length) return 'no'
  const fits = presses.every((press, i) => {
    const step = steps[i]
    return step !== undefined && matchesStep(step, press)
  })
  if (!fits) return 'no'
  return presses.length === steps.length ? 'done' : 'waiting'
}

/** What a person reads on the key caps: "mod+k" -> ["Ctrl", "K"] or ["⌘", "K"]; steps are parted by "then". */
export function keyCaps(keys: string, mac = false): string[] {
  const names: Record<string, string> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
  return parseShortcut(keys).flatMap((step, i) => [
    ...(i > 0 ? ['then'] : []),
    ...(step.mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(step.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(step.shift ? ['Shift'] : []),
    names[step.key] ?? (step.mod || step.alt ? step.key.toUpperCase() : step.key),
  ])
}
