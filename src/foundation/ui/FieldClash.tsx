/** Two people changed this: what did the other one write, and which stays? */
import { GitMerge } from 'lucide-react'
import { Button } from './Button.tsx'
import type { FormField } from './form-values.ts'
import { formatMoney, formatNumber, formatShare } from './format-number.ts'
import type { Theirs } from './merge-typed.ts'
import { plainDay, relateTime } from './relate-time.ts'
import { useNow } from './useNow.ts'

export type Keep = 'theirs' | 'mine' | 'both'
interface FieldClashProps {
  field: Pick<FormField, 'label' | 'control' | 'choices'>
  theirs: Theirs
  currency: string
  /** Words for choices. */
  labels?: Readonly<Record<string, string>> | undefined
  onKeep: (keep: Keep) => void
}

/** A value as a person reads it. */
export function sayValue(
  { control, choices }: FieldClashProps['field'],
  value: unknown,
  {
    text,
    currency,
    labels,
    now,
  }: { text: string | null; currency: string; labels?: Readonly<Record<string, string>> | undefined; now: Date },
): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  const word = String(value)
  switch (control) {
    case 'reference':
      return text ?? 'another one'
    case 'choice': {
      const choice = (choices ?? []).find((one) => (typeof one === 'string' ? one : one.value) === word)
      return labels?.[word] ?? (typeof choice === 'object' ? choice.label : word)
    }
    case 'money':
      return formatMoney(Number(value), currency)
    case 'number':
      return formatNumber(Number(value), 6)
    case 'share':
      return formatShare(Number(value))
    case 'day':
      return plainDay(new Date(`${word}T00:00:00Z`), now, 'UTC')
    case 'moment':
      return plainDay(new Date(word), now)
    case 'yesNo':
      return value === true ? 'yes' : 'no'
    case 'tags':
      return Array.isArray(value) ? value.join(', ') : word
    default:
      return word
  }
}

export function FieldClash({ field, theirs, currency, labels, onKeep }: FieldClashProps) {
  const now = useNow()
  const said = sayValue(field, theirs.value, { text: theirs.text, currency, labels, now })
  const when = theirs.at === null ? 'meanwhile' : relateTime(new Date(theirs.at), now)
  return (
    <fieldset
      aria-label={`${field.label} was changed by two people`}
      data-clash
      className="m-0 flex min-w-0 border-0 flex-col gap-1.5 rounded-md bg-warn-wash px-2.5 py-2 text-13 text-ink"
    >
      <p role="alert" className="m-0 flex gap-1.5">
        <GitMerge size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
        <span className="min-w-0 wrap-anywhere">
          {theirs.by ?? 'Somebody else'} changed this {when} to{' '}
          <strong className="font-medium whitespace-pre-wrap">{said}</strong>. What you wrote stands above.
        </span>
      </p>
      <span className="flex flex-wrap gap-2">
        <Button onClick={() => onKeep('theirs')}>Keep theirs</Button>
        <Button onClick={() => onKeep('mine')}>Use mine</Button>
        {field.control === 'longText' && <Button onClick={() => onKeep('both')}>Both, to edit</Button>}
      </span>
    </fieldset>
  )
}
