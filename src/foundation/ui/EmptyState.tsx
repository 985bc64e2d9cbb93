/** Why is there nothing here, and what would bring something? */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon?: LucideIcon
  title: string
  says?: ReactNode
  /** One main action. */
  children?: ReactNode
}

export function EmptyState({ icon: Icon, title, says, children }: EmptyStateProps) {
  return (
    <div className="flex max-w-[32rem] flex-col items-start py-6">
      {Icon && <Icon size={22} strokeWidth={1.5} aria-hidden className="mb-3 text-faint" />}
      <p className="m-0 text-16 font-medium text-ink">{title}</p>
      {says && <p className="m-0 mt-1 text-13 text-soft">{says}</p>}
      {children && <div className="mt-4 flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}
