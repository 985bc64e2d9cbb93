/** Of which kind is this evidence? Hue, icon and word together, never the hue alone. */
import type { LucideIcon } from 'lucide-react'
import { dress } from './dress.ts'
import { type Hue, hueText, hueWash } from './hues.ts'

/** How a kind shows itself; the screens that know the kinds keep a table of these. */
export interface KindLook {
  word: string
  icon: LucideIcon
  hue: Hue
}

export interface EvidenceMarkProps {
  kind: KindLook
  /** `plain` is icon and word in the hue; `washed` stands on its wash; `icon` shows the word to screen readers and on hover only. */
  look?: 'plain' | 'washed' | 'icon'
  className?: string
}

export function EvidenceMark({ kind, look = 'plain', className }: EvidenceMarkProps) {
  const Icon = kind.icon
  return (
    <span
      title={look === 'icon' ? kind.word : undefined}
      className={dress(
        'inline-flex shrink-0 items-baseline gap-1 text-12 font-medium whitespace-nowrap',
        hueText[kind.hue],
        look === 'washed' && `rounded-sm px-1.5 py-0.5 ${hueWash[kind.hue]}`,
        className,
      )}
    >
      <Icon size={14} strokeWidth={2} aria-hidden className="shrink-0 self-center" />
      <span className={look === 'icon' ? 'sr-only' : undefined}>{kind.word}</span>
    </span>
  )
}
