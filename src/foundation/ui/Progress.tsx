/** How far is it? */
export interface ProgressProps {
  /** 0..1; null when the end is not known. */
  done: number | null
  label: string
  tone?: 'active' | 'good' | 'bad'
  /** Written at the right: "1,204 of 8,800". */
  says?: string
}

const fill = { active: 'bg-accent', good: 'bg-good', bad: 'bg-bad' }

export function Progress({ done, label, tone = 'active', says }: ProgressProps) {
  const percent = done === null ? null : Math.round(Math.max(0, Math.min(1, done)) * 100)
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent ?? undefined}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-1.5 min-w-16 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className={`h-full origin-left rounded-full transition-[width] duration-180 ${fill[tone]} ${percent === null ? 'animate-wait' : ''}`}
          style={{ width: `${percent ?? 100}%` }}
        />
      </div>
      <span className="num min-w-9 text-right text-12 text-faint">{says ?? (percent === null ? '' : `${percent}%`)}</span>
    </div>
  )
}
