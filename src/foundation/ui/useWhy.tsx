/** Which conclusion is being asked about, and what does it rest on? */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { QuoteProps } from './Quote.tsx'
import type { Sureness } from './say-sure.ts'
import { useShortcuts } from './useShortcuts.ts'

export interface WhyContent {
  /** The conclusion in one sentence. */
  conclusion: string
  sure?: Sureness
  /** Where a person has already spoken: "Confirmed by Dana, yesterday". */
  standing?: ReactNode
  quotes?: readonly (QuoteProps & { id: string })[]
  /** The records it was counted from. */
  rows?: readonly { id: string; label: string; value?: ReactNode; href?: string }[]
  /** How many rows there are when not all are given. */
  rowsTotal?: number
  /** The rule or model, in a sentence, with its name. */
  rule?: { name: string; says: string; href?: string }
  actions?: {
    confirm?: () => unknown
    correct?: () => unknown
    reject?: () => unknown
  }
}

export interface Why {
  /** Names the conclusion: the same key is the same panel. */
  key: string
  /** Called when the panel opens and again after an action. */
  load: () => WhyContent | Promise<WhyContent>
}

interface WhyState {
  why: Why | null
  open: (why: Why) => void
  close: () => void
}

const WhyContext = createContext<WhyState>({ why: null, open: () => {}, close: () => {} })

export function WhyProvider({ children }: { children: ReactNode }) {
  const [why, setWhy] = useState<Why | null>(null)
  const opener = useRef<Element | null>(null)
  const open = useCallback((next: Why) => {
    opener.current = document.activeElement
    setWhy(next)
  }, [])
  const close = useCallback(() => {
    setWhy(null)
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus({ preventScroll: true })
  }, [])
  useShortcuts([
    {
      keys: 'w',
      says: 'Why: show what a conclusion rests on',
      group: 'Anywhere',
      run: () => (why ? close() : pressNearestWhy()),
    },
  ])
  const state = useMemo(() => ({ why, open, close }), [why, open, close])
  return <WhyContext.Provider value={state}>{children}</WhyContext.Provider>
}

/** `open({key, load})` shows the panel, `close()` puts the focus back. */
export const useWhy = (): WhyState => useContext(WhyContext)

/** The conclusion meant by `w`: in what has the focus, around it, under the mouse, or the first on the page. */
function pressNearestWhy() {
  const mark = '[data-why]'
  const focused = document.activeElement
  const row = document.querySelector('[data-current="true"]')
  const hovered = document.querySelector('[data-why-scope]:hover')
  const found =
    (focused?.matches(mark) ? focused : focused?.querySelector(mark)) ??
    focused?.closest('[data-why-scope]')?.querySelector(mark) ??
    row?.querySelector(mark) ??
    hovered?.querySelector(mark) ??
    document.querySelector(`main ${mark}`)
  if (found instanceof HTMLElement) found.click()
}

/** The small link under a conclusion. Wrap the conclusion and the link in an element with `data-why-scope`. */
export function WhyLink({ why, label = 'Why', about }: { why: Why; label?: string; about?: string }) {
  const { open, why: shown } = useWhy()
  return (
    <button
      type="button"
      data-why
      data-print="no"
      aria-expanded={shown?.key === why.key}
      aria-label={about ? `${label}: ${about}` : undefined}
      onClick={() => open(why)}
      className="inline-flex min-h-6 items-center rounded-sm px-1 -mx-1 text-12 text-accent underline decoration-accent/35 decoration-dotted underline-offset-3 hover:decoration-accent hover:decoration-solid aria-expanded:decoration-solid pointer-coarse:min-h-11"
    >
      {label}
    </button>
  )
}
