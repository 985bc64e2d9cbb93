/** What do we conclude, and how sure? One press shows why. */
import { dress } from './dress.ts'
import { SureMeter } from './SureMeter.tsx'
import { type Sureness, saySure } from './say-sure.ts'
import { useWhy, type Why } from './useWhy.tsx'

export interface FindingChipProps extends Sureness {
  word: string
  why?: Why
  className?: string
}

export function FindingChip({ word, why, className, ...sure }: FindingChipProps) {
  const { open } = useWhy()
  const inside = (
    <>
      <SureMeter confidence={sure.confidence} />
      <span className="min-w-0 truncate">{word}</span>
      <span className="num text-faint" aria-hidden>
        {sure.n}
      </span>
      <span className="sr-only">, {saySure(sure)}</span>
    </>
  )
  const look = dress(
    'inline-flex h-6 max-w-full items-center gap-1.5 rounded-sm border border-line bg-raised px-1.5 text-12 text-ink',
    className,
  )
  return why ? (
    <button
      type="button"
      data-why
      title={saySure(sure)}
      onClick={() => open(why)}
      className={`${look} hover:border-edge pointer-coarse:h-11`}
    >
      {inside}
    </button>
  ) : (
    <span className={look} title={saySure(sure)}>
      {inside}
    </span>
  )
}
