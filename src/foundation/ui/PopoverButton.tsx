/** Which button opens something beside it? Pressed again, Escape and a press elsewhere close it. */
import { type ReactNode, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { Popover } from './Popover.tsx'

export interface PopoverButtonProps extends Omit<ButtonProps, 'onClick' | 'href'> {
  /** What stands beside it is about, for screen readers. */
  about: string
  inside: (close: () => void) => ReactNode
  align?: 'start' | 'end'
}

export function PopoverButton({ about, inside, align = 'start', children, ...button }: PopoverButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        {...button}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor === null ? event.currentTarget : null)}
      >
        {children}
      </Button>
      {anchor && (
        <Popover anchor={anchor} label={about} align={align} onClose={close}>
          {inside(() => {
            close()
            anchor.focus({ preventScroll: true })
          })}
        </Popover>
      )}
    </>
  )
}
