/** How does a reader go somewhere? A true address, moved to without loading the page again. */
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import { dress } from './dress.ts'

export interface Go {
  go: (href: string) => void
  /** Fetches what the address will need, on hover or focus. */
  warm?: (href: string) => void
}

const GoContext = createContext<Go>({ go: (href) => window.location.assign(href) })

export const GoProvider = ({ value, children }: { value: Go; children: ReactNode }) => (
  <GoContext.Provider value={value}>{children}</GoContext.Provider>
)

export const useGo = (): Go => useContext(GoContext)

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  /** `text` stands in a sentence, `quiet` takes its colour from around it, `bare` is dressed by the caller. */
  look?: 'text' | 'quiet' | 'bare'
}

export const linkLooks = {
  text: 'text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent rounded-sm',
  quiet: 'text-ink hover:text-accent-deep hover:underline underline-offset-3 rounded-sm',
  bare: '',
}

export function Link({ href, look = 'text', className, onClick, onMouseEnter, onFocus, children, ...rest }: LinkProps) {
  const { go, warm } = useGo()
  const isOurs = href.startsWith('/') && !href.startsWith('//') && rest.target === undefined && rest.download === undefined
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!isOurs || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return (
    <a
      {...rest}
      href={href}
      className={dress(linkLooks[look], className)}
      onClick={follow}
      onMouseEnter={(event) => {
        onMouseEnter?.(event)
        if (isOurs) warm?.(href)
      }}
      onFocus={(event) => {
        onFocus?.(event)
        if (isOurs) warm?.(href)
      }}
    >
      {children}
    </a>
  )
}
