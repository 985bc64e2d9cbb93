/** What happens when I press this? The label says it. */
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { dress } from './dress.ts'
import { Link } from './Link.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One `main` per view. `quiet` has no edge until it is near. `danger` for what cannot be undone. */
  look?: 'main' | 'plain' | 'quiet' | 'danger'
  icon?: LucideIcon
  /** Waits for an answer: stays pressed, keeps its width, says so. */
  busy?: boolean
  /** Renders a link that looks like a button. */
  href?: string
  /** The address is a file that is kept, not a page that is shown. */
  download?: boolean
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export const buttonLooks = {
  main: 'bg-accent text-on-accent border-transparent hover:bg-accent-deep',
  plain: 'bg-raised text-ink border-line hover:bg-hover hover:border-edge/60',
  quiet: 'bg-transparent text-soft border-transparent hover:bg-line/50 hover:text-ink',
  danger: 'bg-bad text-on-bad border-transparent hover:brightness-95',
}

const shape =
  'relative inline-flex h-(--control) shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 text-13 font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 disabled:pointer-events-none aria-disabled:opacity-50'

export function Button({
  look = 'plain',
  icon: Icon,
  busy,
  href,
  download,
  className,
  children,
  type,
  ref,
  ...rest
}: ButtonProps) {
  const inside = (
    <>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden className="-ml-0.5 shrink-0" />}
      {children}
      {busy && <span className="absolute inset-x-2 bottom-0.5 h-0.5 animate-wait rounded-full bg-current" />}
    </>
  )
  if (href !== undefined) {
    return (
      <Link
        href={href}
        {...(download ? { download: '' } : {})}
        look="bare"
        className={dress(shape, buttonLooks[look], 'no-underline', className)}
      >
        {inside}
      </Link>
    )
  }
  return (
    <button
      {...rest}
      ref={ref}
      data-look={look}
      type={type ?? 'button'}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={dress(shape, buttonLooks[look], className)}
    >
      {inside}
    </button>
  )
}
