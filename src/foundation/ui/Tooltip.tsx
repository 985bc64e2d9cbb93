/** What is meant by this? Said on hover and focus; never the only place where something is said. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

export interface TooltipProps {
  says: ReactNode
  /** One element that takes the focus. */
  children: ReactNode
}

/** Long enough that a passing mouse says nothing. */
const waitMs = 400

export function Tooltip({ says, children }: TooltipProps) {
  const id = useId()
  const around = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const [at, el] = [around.current?.getBoundingClientRect(), tip.current]
      if (!at || !el) return
      el.showPopover()
      const { offsetWidth: width, offsetHeight: height } = el
      const above = at.top > height + 12
      el.style.left = `${Math.max(8, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - 8))}px`
      el.style.top = `${above ? at.top - height - 6 : at.bottom + 6}px`
    }, waitMs)
  }
  const hide = () => {
    clearTimeout(timer.current)
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for what its child receives
    <span
      ref={around}
      className="inline-flex"
      aria-describedby={id}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && hide()}
    >
      {children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="pointer-events-none fixed inset-auto m-0 max-w-72 rounded-md border-0 bg-ink px-2 py-1 text-12 text-surface"
      >
        {says}
      </span>
    </span>
  )
}
