/** In which state is it? A word, an icon and a colour. */
import { CircleCheck, CircleDashed, CircleDot, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react'
import { dress } from './dress.ts'

export type Tone = 'good' | 'warn' | 'bad' | 'active' | 'still'

export interface StateBadgeProps {
  tone: Tone
  word: string
  icon?: LucideIcon
  /** `plain` has no ground: for table cells. */
  look?: 'washed' | 'plain'
  className?: string
}

export const toneIcons: Record<Tone, LucideIcon> = {
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
  active: CircleDot,
  still: CircleDashed,
}
const text: Record<Tone, string> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  active: 'text-accent-deep',
  still: 'text-soft',
}
const wash: Record<Tone, string> = {
  good: 'bg-good-wash',
  warn: 'bg-warn-wash',
  bad: 'bg-bad-wash',
  active: 'bg-accent-wash',
  still: 'bg-line/50',
}

export function StateBadge({ tone, word, icon, look = 'washed', className }: StateBadgeProps) {
  const Icon = icon ?? toneIcons[tone]
  return (
    <span
      className={dress(
        'inline-flex max-w-full items-baseline gap-1 text-12 font-medium whitespace-nowrap',
        text[tone],
        look === 'washed' && `rounded-sm px-1.5 py-0.5 ${wash[tone]}`,
        className,
      )}
    >
      <Icon size={14} strokeWidth={2} aria-hidden className="shrink-0 self-center" />
      <span className="truncate">{word}</span>
    </span>
  )
}
