/** What else can be done with this? Three dots, or a word. */
import { Ellipsis, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { type MenuItem, MenuPopup } from './MenuPopup.tsx'

export type { MenuItem } from './MenuPopup.tsx'

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
      {open && trigger.current && <MenuPopup anchor={trigger.current} label={label} items={items} onClose={close} />}
    </>
  )
}
