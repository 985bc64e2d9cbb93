/** Is there one like this already? Said while somebody still writes, before a second one is made. */
import { useEffect, useState } from 'react'
import { Link } from '#foundation/ui/Link.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { duplicates } from '../contract.ts'
import { hrefOf } from './row-places.ts'

const pauseMs = 250

export function AlreadyThere({ record, values }: { record: string; values: Readonly<Record<string, unknown>> }) {
  const typed = Object.fromEntries(
    Object.entries(values).filter(
      (one): one is [string, string | number] => typeof one[1] === 'string' || typeof one[1] === 'number',
    ),
  )
  const now = JSON.stringify(typed)
  const [asked, setAsked] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pauseMs)
    return () => clearTimeout(timer)
  }, [now])
  const words: Record<string, string | number> = JSON.parse(asked)
  const name = String(words.name ?? '').trim()
  const found = useAsk(useClient(duplicates).like, { record, values: words }, { when: name.length > 1, keep: true }).data ?? []
  const shown = name.length > 1 ? found : []
  return (
    <div role="status" className={shown.length ? 'rounded-md bg-warn-wash px-3 py-2 text-13 text-ink' : 'sr-only'}>
      {shown.length > 0 && (
        <>
          There is already{' '}
          {shown.map((one, at) => (
            <span key={one.rowId}>
              {at > 0 && (at === shown.length - 1 ? ' and ' : ', ')}
              <Link href={hrefOf(record, one.rowId)}>{one.name}</Link>
              {one.detail && ` (${one.detail})`}
            </span>
          ))}
          . Save only if this is another one.
        </>
      )}
    </div>
  )
}
