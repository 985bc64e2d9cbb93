/** Which things can be done, listed at the place that was pressed? (ARIA menu: arrows, Home, End, first letters, Escape) */
import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { itemLook, listLook } from './floating-looks.ts'
import { useGo } from './Link.tsx'
import { useBeside } from './useBeside.ts'

export interface MenuItem {
  id: string
  label: string
  icon?: LucideIcon
  run?: () => void
  href?: string
  danger?: boolean
  disabled?: boolean
}

interface MenuPopupProps {
  anchor: HTMLElement
  label: string
  items: readonly MenuItem[]
  onClose: () => void
}

export function MenuPopup({ anchor, label, items, onClose }: MenuPopupProps) {
  const { go } = useGo()
  const list = useRef<HTMLDivElement>(null)
  useBeside(anchor, list, true, { align: 'end' })
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
    const leave = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && (list.current?.contains(event.target) || anchor.contains(event.target))
      if (!isInside) onClose()
    }
    document.addEventListener('pointerdown', leave, true)
    return () => document.removeEventListener('pointerdown', leave, true)
  }, [anchor, onClose])
  const close = () => {
    onClose()
    if (anchor.isConnected) anchor.focus({ preventScroll: true })
  }
  const take = (item: MenuItem) => {
    if (item.disabled) return
    close()
    if (item.run) item.run()
    else if (item.href) go(item.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons()
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (step !== undefined) all.at(step % all.length)?.focus()
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase()
      const fits = (el: HTMLElement) => el.textContent?.trim().toLowerCase().startsWith(letter)
      ;[...all.slice(at + 1), ...all].find(fits)?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      popover="manual"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`${listLook} min-w-40`}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={item.disabled || undefined}
          onMouseMove={(event) => event.currentTarget.focus({ preventScroll: true })}
          onClick={(event) => {
            event.stopPropagation()
            take(item)
          }}
          className={`${itemLook} focus:bg-accent-wash focus-visible:outline-none ${item.disabled ? 'text-faint' : item.danger ? 'text-bad' : ''}`}
        >
          {item.icon && <item.icon size={16} strokeWidth={1.75} aria-hidden className={item.danger ? '' : 'text-soft'} />}
          <span className="truncate">{item.label}</span>
        </button>
      ))}
    </div>
  )
}
