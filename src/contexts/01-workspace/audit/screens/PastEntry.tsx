/** What did one change do, field by field, and who did it, through which face, and why? */
import { MoveRight } from 'lucide-react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import type { PastChange, PastField } from '../contract.ts'

const faces: Record<string, string> = {
  web: 'in the browser',
  api: 'through the API',
  cli: 'from the command line',
  mcp: 'through a language model’s tools',
  system: 'by the program',
}
const pageOf: Record<string, string> = { accounts: '/accounts/', people: '/people/', opportunities: '/opportunities/' }

type Field = z.output<typeof PastField>

function Value({ field, said }: { field: Pick<Field, 'control' | 'references'>; said: Field['from'] }) {
  if (said.text === null) return <span className="text-faint">nothing</span>
  if (field.control === 'moment' || field.control === 'day') return <RelativeTime at={said.text} />
  const page = field.references ? pageOf[field.references] : undefined
  if (page && !said.text.endsWith('(removed)')) return <Link href={`${page}${String(said.value)}`}>{said.text}</Link>
  return <span className="whitespace-pre-wrap wrap-anywhere">{said.text}</span>
}

/** From what to what; a new row has no former value. */
export function FieldChange({ field, isNew, why }: { field: Field; isNew?: boolean; why?: string | null }) {
  return (
    <li className="py-1 text-13">
      <span className="block text-12 text-faint">{field.label}</span>
      <span className="text-ink">
        {!isNew && (
          <>
            <span className="text-soft">
              <Value field={field} said={field.from} />
            </span>
            <MoveRight size={14} role="img" aria-label="became" className="mx-1.5 inline text-faint" />
          </>
        )}
        <Value field={field} said={field.to} />
      </span>
      {why && <span className="block text-12 text-warn">{why}</span>}
    </li>
  )
}

interface EntryProps {
  past: z.output<typeof PastChange>
  /** Absent for what is there now. */
  onRestore?: () => void
}

export function PastEntry({ past, onRestore }: EntryProps) {
  const { actorName, via, reason, at, cause, undone, forgotten, deed, fields } = past
  return (
    <li className="border-b border-line py-3 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-13 font-medium text-ink">{actorName}</span>
        <RelativeTime at={at} className="num text-12 text-faint" />
        <span className="text-12 text-faint">{faces[via]}</span>
        {undone && <StateBadge tone="still" look="plain" word="Taken back" />}
      </div>
      <p className="m-0 text-13 text-soft">
        {reason}
        {cause?.name && (
          <>
            {', in the import '}
            <Link href={`/imports/${cause.id}`}>{cause.name}</Link>
          </>
        )}
      </p>
      {forgotten && <p className="m-0 mt-1 text-12 text-faint">What it said was erased, or emptied from the trash.</p>}
      {fields.length > 0 && (
        <ul className="m-0 mt-1 list-none p-0">
          {fields.map((field) => (
            <FieldChange key={field.field} field={field} isNew={deed === 'created'} />
          ))}
        </ul>
      )}
      {onRestore && !forgotten && deed !== 'removed' && (
        <Button look="quiet" className="-ml-3" onClick={onRestore}>
          Restore as of then
        </Button>
      )}
    </li>
  )
}
