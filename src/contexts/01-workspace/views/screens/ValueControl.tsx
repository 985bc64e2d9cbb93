/** What is a condition compared with? The control that fits the field and the operator. */
import { X } from 'lucide-react'
import type { Day, Span, Unit } from '#foundation/contract/filter.ts'
import { units } from '#foundation/contract/filter.ts'
import type { Operator } from '#foundation/contract/filter-operators.ts'
import type { RowField } from '#foundation/contract/row-field.ts'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { Combobox, type Option } from '#foundation/ui/Combobox.tsx'
import { DateField } from '#foundation/ui/DateField.tsx'
import { NumberField } from '#foundation/ui/NumberField.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { learnTitle } from './useTitles.ts'

interface ValueControlProps {
  field: RowField
  is: Operator
  value: unknown
  onChange: (value: unknown) => void
  ask: (text: string) => Promise<readonly Option[]>
  nameOf: (id: string) => string | undefined
}

export function ValueControl(props: ValueControlProps) {
  const { field, is, value, onChange } = props
  const label = field.label
  if (is === 'isAnyOf' || is === 'isNoneOf')
    return field.control === 'reference' ? <References {...props} /> : <Choices {...props} />
  if (is === 'during') return <SpanControl value={value as Span} onChange={onChange} />
  const pair = Array.isArray(value) ? value : [null, null]
  if (field.control === 'day' || field.control === 'moment') {
    if (is !== 'between') return <DayControl label={label} value={value as Day} onChange={onChange} />
    return (
      <div className="flex flex-col gap-3">
        <DayControl label="From" value={pair[0] as Day} onChange={(from) => onChange([from, pair[1]])} />
        <DayControl label="To" value={pair[1] as Day} onChange={(to) => onChange([pair[0], to])} />
      </div>
    )
  }
  if (field.control === 'yesNo')
    return (
      <Select
        label={label}
        hideLabel
        required
        value={String(value === true)}
        onChange={(next) => onChange(next === 'true')}
        choices={[
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]}
      />
    )
  if (field.control === 'text' || field.control === 'longText')
    return <TextField label={label} hideLabel value={String(value ?? '')} onChange={onChange} autoComplete="off" />
  if (is === 'between')
    return (
      <div className="grid grid-cols-2 gap-2">
        <Amount field={field} label="At least" value={pair[0]} onChange={(least) => onChange([least, pair[1]])} />
        <Amount field={field} label="At most" value={pair[1]} onChange={(most) => onChange([pair[0], most])} />
      </div>
    )
  return <Amount field={field} label={label} hideLabel value={value} onChange={onChange} />
}

interface AmountProps {
  field: RowField
  label: string
  hideLabel?: boolean
  value: unknown
  onChange: (value: number | null) => void
}

/** Money is kept in hundredths and typed in whole units, whatever its currency. */
function Amount({ field, label, hideLabel, value, onChange }: AmountProps) {
  const factor = field.control === 'money' ? 100 : 1
  return (
    <NumberField
      label={label}
      hideLabel={hideLabel}
      share={field.control === 'share'}
      value={typeof value === 'number' ? value / factor : null}
      onChange={(next) => onChange(next === null ? null : factor === 1 ? next : Math.round(next * factor))}
    />
  )
}

function Choices({ field, value, onChange }: ValueControlProps) {
  const chosen = Array.isArray(value) ? value : []
  return (
    <fieldset className="m-0 flex flex-col border-0 p-0">
      <legend className="sr-only">{field.label}</legend>
      {field.choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          checked={chosen.includes(choice.value)}
          onChange={(on) => onChange(on ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value))}
        />
      ))}
    </fieldset>
  )
}

function References({ field, value, onChange, ask, nameOf }: ValueControlProps) {
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <div className="flex flex-col gap-2">
      <Combobox
        label={field.label}
        hideLabel
        value=""
        ask={ask}
        onChange={(id, option) => {
          if (!option || chosen.includes(id)) return
          learnTitle(id, option.label)
          onChange([...chosen, id])
        }}
      />
      {chosen.length > 0 && (
        <ul aria-label="Chosen" className="m-0 flex list-none flex-wrap gap-1 p-0">
          {chosen.map((id) => (
            <li key={id} className="flex max-w-full items-center gap-1 rounded-sm bg-sunken pl-2 text-13">
              <span className="truncate">{nameOf(id) ?? 'One that is not shown'}</span>
              <button
                type="button"
                aria-label={`Without ${nameOf(id) ?? 'it'}`}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
                className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-soft hover:text-ink pointer-coarse:size-11"
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function SpanControl({ value, onChange }: { value: Span; onChange: (value: Span) => void }) {
  const isOne = value.which === 'this'
  return (
    <div className="grid grid-cols-[1fr_4rem_1fr] gap-2">
      <Select
        label="Which"
        hideLabel
        required
        value={value.which}
        onChange={(which) => onChange({ ...value, which: which as Span['which'], n: which === 'this' ? 1 : value.n })}
        choices={[
          { value: 'this', label: 'this' },
          { value: 'last', label: 'the last' },
          { value: 'next', label: 'the next' },
        ]}
      />
      <NumberField
        label="How many"
        hideLabel
        disabled={isOne}
        value={value.n}
        onChange={(n) => onChange({ ...value, n: Math.max(1, Math.round(n ?? 1)) })}
      />
      <UnitSelect value={value.unit} many={value.n > 1} onChange={(unit) => onChange({ ...value, unit })} />
    </div>
  )
}

function UnitSelect({ value, many, onChange }: { value: Unit; many: boolean; onChange: (unit: Unit) => void }) {
  return (
    <Select
      label="Unit"
      hideLabel
      required
      value={value}
      onChange={(unit) => onChange(unit as Unit)}
      choices={units.map((unit) => ({ value: unit, label: many ? `${unit}s` : unit }))}
    />
  )
}

/** A day of the calendar, or one that moves with today. */
function DayControl({ label, value, onChange }: { label: string; value: Day; onChange: (value: Day) => void }) {
  const fixed = typeof value === 'string'
  const way = fixed ? 'day' : value.plus === 0 ? 'today' : value.plus < 0 ? 'ago' : 'ahead'
  const size = fixed ? 7 : Math.abs(value.plus) || 7
  const unit = fixed ? 'day' : value.unit
  const set = (next: string, n: number, of: Unit) => {
    if (next === 'day') onChange(fixed ? value : new Date().toISOString().slice(0, 10))
    else onChange({ from: 'today', plus: next === 'today' ? 0 : next === 'ago' ? -n : n, unit: next === 'today' ? 'day' : of })
  }
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={label}
        hideLabel={label !== 'From' && label !== 'To'}
        required
        value={way}
        onChange={(next) => set(next, size, unit)}
        choices={[
          { value: 'today', label: 'today' },
          { value: 'ago', label: 'so long ago' },
          { value: 'ahead', label: 'so long from today' },
          { value: 'day', label: 'a day of the calendar' },
        ]}
      />
      {fixed && <DateField label="Day" hideLabel value={value} onChange={onChange} />}
      {(way === 'ago' || way === 'ahead') && (
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label="How many"
            hideLabel
            value={size}
            onChange={(n) => set(way, Math.max(1, Math.round(n ?? 1)), unit)}
          />
          <UnitSelect value={unit} many={size > 1} onChange={(of) => set(way, size, of)} />
        </div>
      )}
    </div>
  )
}
