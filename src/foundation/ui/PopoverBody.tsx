/** What can be settled right here, beside the button that was pressed? Escape and a press elsewhere leave. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { dress } from './dress.ts'
import { listLook } from './floating-looks.ts'
import { useBeside } from './useBeside.ts'

export interface PopoverProps {
  anchor: HTMLElement
  /** What it is about, for screen readers. */
  label: string
  onClose: () => void
  children: ReactNode
  align?: 'start' | 'end'
  className?: string
}

const focusable = 'input,select,textarea,button,a[href],[tabindex="0"]'

export function PopoverBody({ anchor, label, onClose, children, align = 'start', className }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useBeside(anchor, box, true, { align })
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current?.querySelector<HTMLElement>(focusable)
    first?.focus({ preventScroll: true })
    const leave = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && (box.current?.contains(event.target) || anchor.contains(event.target))
      if (!isInside) close.current()
    }
    document.addEventListener('pointerdown', leave, true)
    return () => document.removeEventListener('pointerdown', leave, true)
  }, [anchor])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      const all = [...(box.current?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
        (el) => el.tabIndex >= 0 && el.offsetParent !== null,
      )
      const edge = event.shiftKey ? all[0] : all.at(-1)
      if (document.activeElement !== edge) return
      ;(event.shiftKey ? all.at(-1) : all[0])?.focus()
    } else if (event.key === 'Escape') {
      onClose()
      if (anchor.isConnected) anchor.focus({ preventScroll: true })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={box}
      popover="manual"
      role="dialog"
      aria-label={label}
      onKeyDown={onKeyDown}
      className={dress(listLook, 'w-[min(22rem,calc(100vw-1rem))] p-3', className)}
    >
      {children}
    </div>
  )
}
