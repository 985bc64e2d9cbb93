/** Who else is looking at this record, and what do they have open? */
import { initialsOf } from '../rules/initials-of.ts'
import { useHereNow } from './useHereNow.ts'

const mostShown = 3

export function HereNow({ object, id }: { object: string; id: string }) {
  const others = useHereNow(object, id)
  const editing = others.filter(({ field }) => field !== null)
  const [first] = editing.length > 0 ? editing : others
  const names = others.map(({ name, field }) => (field === null ? `${name} is here` : `${name} is editing ${field}`))
  const rest = others.length - 1
  return (
    <div role="status" className="order-first flex min-h-(--control) min-w-0 items-center gap-2 empty:hidden max-sm:basis-full">
      {first && (
        <>
          <span aria-hidden className="flex shrink-0 -space-x-1.5" title={names.join(', ')}>
            {others.slice(0, mostShown).map(({ memberId, name, field }) => (
              <span
                key={memberId}
                className={`flex size-6 items-center justify-center rounded-full border-2 border-surface text-12 ${field === null ? 'bg-accent-wash text-accent-deep' : 'bg-ochre-wash text-ochre'}`}
              >
                {initialsOf(name)}
              </span>
            ))}
          </span>
          <span aria-hidden className="min-w-0 truncate text-13 text-soft">
            {first.name} {first.field === null ? 'is here' : `is editing ${first.field}`}
            {rest > 0 && `, and ${rest} more`}
          </span>
          <span className="sr-only">{names.join(', ')}</span>
        </>
      )}
    </div>
  )
}
