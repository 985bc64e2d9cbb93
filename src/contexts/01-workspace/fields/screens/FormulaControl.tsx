/** From which other fields does this one follow? A formula, with the names it may use at hand. */
import { useRef } from 'react'
import { functions } from '#foundation/contract/formula/functions.ts'
import { TextArea } from '#foundation/ui/TextArea.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '#workspace/views/contract.ts'

interface FormulaControlProps {
  object: string
  value: string
  error?: string | undefined
  onChange: (formula: string) => void
}

const takes = new Set(['text', 'longText', 'choice', 'choices', 'number', 'share', 'money', 'day', 'moment', 'yesNo'])

export function FormulaControl({ object, value, error, onChange }: FormulaControlProps) {
  const place = useRef<HTMLDivElement>(null)
  const objects = useAsk(useClient(views).objects, {}, { staleMs: 300_000 })
  const fields = (objects.data?.find((one) => one.name === object)?.fields ?? []).filter((f) => takes.has(f.control))
  const insert = (word: string) => {
    const area = place.current?.querySelector('textarea')
    const [from, to] = [area?.selectionStart ?? value.length, area?.selectionEnd ?? value.length]
    const before = value.slice(0, from)
    const space = before && !/[\s(]$/.test(before) ? ' ' : ''
    onChange(`${before}${space}${word}${value.slice(to)}`)
    requestAnimationFrame(() => {
      const at = from + space.length + word.length
      area?.focus()
      area?.setSelectionRange(at, at)
    })
  }
  return (
    <div ref={place} className="flex flex-col gap-2">
      <TextArea
        label="Formula"
        required
        value={value}
        onChange={onChange}
        error={error}
        help={'Such as amount * 10% or if(employeeCount > 100, "large", "small")'}
        maxLength={2000}
      />
      <fieldset className="m-0 min-w-0 border-0 p-0">
        <legend className="p-0 pb-1 text-12 text-faint">Fields to use</legend>
        <div className="flex max-h-32 flex-wrap gap-1 overflow-y-auto">
          {fields.map((field) => (
            <button
              key={field.name}
              type="button"
              onClick={() => insert(field.name.replace(/Minor$/, ''))}
              className="inline-flex min-h-6 items-center rounded-sm bg-sunken px-2 text-12 text-soft hover:text-ink pointer-coarse:min-h-11"
            >
              {field.label}
            </button>
          ))}
        </div>
      </fieldset>
      <p className="m-0 text-12 text-faint">
        + − * / &amp;, = &lt;&gt; &lt; &gt;, and, or, not; functions: if, {Object.keys(functions).join(', ')}.
      </p>
    </div>
  )
}
