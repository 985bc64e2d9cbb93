/** What does this small picture do? Its name is spoken and shown on hover. */
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { dress } from './dress.ts'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: LucideIcon
  /** Said by screen readers and shown on hover. */
  label: string
  /** `small` is 24 px with a mouse, for rows; both are 44 px for fingers. */
  size?: 'small' | 'normal'
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon: Icon, label, size = 'normal', className, type, ref, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type ?? 'button'}
      aria-label={label}
      title={rest.title ?? label}
      className={dress(
        'inline-flex shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-line/50 hover:text-ink disabled:pointer-events-none disabled:opacity-50 aria-pressed:bg-accent-wash aria-pressed:text-accent-deep',
        size === 'small' ? 'size-6 pointer-coarse:size-11' : 'size-(--control)',
        className,
      )}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
