/** What will stand here? The true shape, shown only when the wait is long enough to notice. */
import { useHoldBack } from './useHoldBack.ts'
import { useLate } from './useLate.ts'

export interface SkeletonProps {
  shape: 'paragraph' | 'rows' | 'line' | 'cards'
  lines?: number
  /** Said to screen readers. */
  label?: string
}

const widths = ['w-11/12', 'w-full', 'w-10/12', 'w-8/12', 'w-11/12', 'w-9/12', 'w-full', 'w-6/12']
const block = 'block animate-wait rounded-sm bg-line'

/** Keeps its place from the first moment; the grey appears after 300 ms. */
export function Skeleton({ shape, lines = 3, label = 'Loading' }: SkeletonProps) {
  const late = useLate()
  useHoldBack()
  const list = Array.from({ length: lines }, (_, i) => i)
  return (
    <div role="status" aria-label={label} className={late ? 'flow-root animate-arrive' : 'invisible flow-root'}>
      {shape === 'line' && <span className={`${block} h-4 w-40 max-w-full`} />}
      {shape === 'paragraph' &&
        list.map((i) => <span key={i} className={`${block} my-2.5 h-3.5 ${widths[i % widths.length]}`} />)}
      {shape === 'rows' &&
        list.map((i) => (
          <span key={i} className="flex h-(--row) items-center gap-4 border-b border-line px-3">
            <span className={`${block} h-3 w-5/12`} />
            <span className={`${block} h-3 w-2/12`} />
            <span className={`${block} ml-auto h-3 w-1/12`} />
          </span>
        ))}
      {shape === 'cards' &&
        list.map((i) => (
          <span key={i} className="mb-2 block rounded-md border border-line bg-surface p-3">
            <span className={`${block} h-3.5 w-9/12`} />
            <span className={`${block} mt-2 h-3 w-5/12`} />
          </span>
        ))}
    </div>
  )
}
