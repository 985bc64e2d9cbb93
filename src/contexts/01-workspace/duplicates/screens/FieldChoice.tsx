/** Which of two values stays? Two radios side by side, on a phone too. */
import { useId } from 'react'
import { dress } from '#foundation/ui/dress.ts'

export interface FieldChoiceProps {
  label: string
  left: string | null
  right: string | null
  value: 'left' | 'right'
  onChange: (side: 'left' | 'right') => void
}

export function FieldChoice({ label, left, right, value, onChange }: FieldChoiceProps) {
  const name = useId()
  const values = { left, right }
  return (
    <fieldset className="m-0 min-w-0 border-0 border-t border-line p-0 py-2">
      <legend className="float-left mb-1 w-full p-0 text-12 text-faint">{label}</legend>
      <div className="clear-both grid grid-cols-2 gap-2 sm:gap-4">
        {(['left', 'right'] as const).map((side) => (
          <label
            key={side}
            className={dress(
              'flex min-h-7 min-w-0 items-start gap-2 rounded-sm px-2 py-1 text-13 pointer-coarse:min-h-11',
              values[side] === null ? 'text-faint' : 'cursor-pointer hover:bg-hover',
              value === side && values[side] !== null ? 'bg-accent-wash font-medium text-ink' : 'text-soft',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={value === side}
              disabled={values[side] === null}
              onChange={() => onChange(side)}
              className="mt-0.5 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{values[side] ?? 'Nothing'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
