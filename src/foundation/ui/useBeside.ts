/** Where does a list float that belongs to a control? In the top layer, under it, or over it where there is no room. */
import { type RefObject, useLayoutEffect } from 'react'

const gap = 4
const edge = 8
const tallest = 320

function place(anchor: HTMLElement, list: HTMLElement, align: 'start' | 'end', asWide: boolean) {
  const at = anchor.getBoundingClientRect()
  const [below, above] = [innerHeight - at.bottom - gap - edge, at.top - gap - edge]
  if (asWide) list.style.minWidth = `${at.width}px`
  list.style.maxHeight = `${Math.min(tallest, Math.max(below, above))}px`
  const { offsetWidth: width, offsetHeight: height } = list
  const isUnder = height <= below || below >= above
  const left = align === 'start' ? at.left : at.right - width
  list.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`
  list.style.top = `${isUnder ? at.bottom + gap : at.top - gap - height}px`
}

/** Shows the popover while `open`, and keeps it at its anchor as things scroll, grow and turn. */
export function useBeside(
  anchor: HTMLElement | null,
  list: RefObject<HTMLElement | null>,
  open: boolean,
  { align = 'start', asWide = false }: { align?: 'start' | 'end'; asWide?: boolean } = {},
): void {
  useLayoutEffect(() => {
    const el = list.current
    if (!open || !anchor || !el) return
    el.showPopover()
    const again = () => place(anchor, el, align, asWide)
    again()
    const grown = new ResizeObserver(again)
    grown.observe(el)
    window.addEventListener('scroll', again, { capture: true, passive: true })
    window.addEventListener('resize', again)
    return () => {
      grown.disconnect()
      window.removeEventListener('scroll', again, { capture: true })
      window.removeEventListener('resize', again)
      if (el.matches(':popover-open')) el.hidePopover()
    }
  }, [anchor, list, open, align, asWide])
}
