/** How sure, at a glance? Four steps; the number stands beside it in words. */
import { sureWord } from './say-sure.ts'

const filled = { 'A guess': 1, Leaning: 2, 'Quite sure': 3, 'Almost certain': 4 } as const

export function SureMeter({ confidence }: { confidence: number }) {
  const n = filled[sureWord(confidence)]
  return (
    <span aria-hidden className="inline-flex items-end gap-[2px]">
      {[1, 2, 3, 4].map((step) => (
        <span key={step} className={`w-[3px] rounded-full ${step <= n ? 'bg-accent' : 'bg-line'} ${heights[step - 1]}`} />
      ))}
    </span>
  )
}

const heights = ['h-1', 'h-1.5', 'h-2', 'h-2.5']
