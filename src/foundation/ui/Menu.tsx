/** What else can be done with this? Three dots, or a word. */
import { Ellipsis, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import type { MenuItem } from './MenuPopup.tsx'

export type { MenuItem } from './MenuPopup.tsx'

// A page is read before its menus are opened: what they show comes right after it.
const loadPopup = () => import('./MenuPopup.tsx').then((m) => ({ default: m.MenuPopup }))
const MenuPopup = lazy(loadPopup)

export interface MenuProps {
  /** What the menu is about, for screen readers: "More for Stadtwerke". */
  label: string
  items: readonly MenuItem[]
  /** A button with this word in place of the three dots. */
  word?: string
  icon?: LucideIcon
  size?: 'small' | 'normal'
}

export function Menu({ label, items, word, icon, size = 'normal' }: MenuProps) {
  const [open, setOpen] = useState(false)
  useEffect(() => void loadPopup(), [])
  const trigger = useRef<HTMLButtonElement>(null)
  const close = useRef(() => setOpen(false)).current
  const wiring = {
    ref: trigger,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onClick: () => setOpen(!open),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setOpen(true)
    },
  }
  return (
    <>
      {word === undefined ? (
        <IconButton icon={icon ?? Ellipsis} label={label} size={size} {...wiring} />
      ) : (
        <Button {...(icon ? { icon } : {})} {...wiring}>
          {word}
        </Button>
      )}
      {open && trigger.current && (
        <Suspense>
          <MenuPopup anchor={trigger.current} label={label} items={items} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
