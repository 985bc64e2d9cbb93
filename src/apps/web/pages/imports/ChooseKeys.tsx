/** By what is a row taken for one that is there already? Chosen by a person, with what each key alone would match. */
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { imports } from '#workspace/imports/contract.ts'
import { dedupeKeys, usualKeys } from '#workspace/imports/rules/dedupe-keys.ts'
import type { Mapped } from './mapped-table.ts'

interface ChooseKeysProps {
  importId: string
  path: string
  mapped: Mapped
  onChange: (keys: string[]) => void
}

export function ChooseKeys({ importId, path, mapped, onChange }: ChooseKeysProps) {
  const { record, fields } = mapped
  const asked = useAsk(useClient(imports).match, { id: importId, path, record, fields }, { keep: true, staleMs: 30_000 })
  const chosen = mapped.keys ?? usualKeys(record)
  const set = (key: string, on: boolean) => onChange(on ? [...chosen, key] : chosen.filter((k) => k !== key))
  const says = (key: string): string => {
    const found = asked.data?.keys.find((k) => k.key === key)
    if (!found || !asked.data) return asked.error ? 'What it would match could not be told' : 'Looking …'
    if (!found.filled) return 'No column tells it'
    return `${found.found} of the first ${asked.data.rows} ${asked.data.rows === 1 ? 'row is' : 'rows are'} here already`
  }
  return (
    <fieldset className="m-0 mb-4 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 text-12 font-medium text-soft">A row is one that is here already when it has the same</legend>
      <div className="flex flex-wrap gap-x-8 gap-y-1">
        {dedupeKeys[record].map(({ key, label }) => (
          <Checkbox key={key} label={label} help={says(key)} checked={chosen.includes(key)} onChange={(on) => set(key, on)} />
        ))}
      </div>
      {chosen.length === 0 && (
        <p className="m-0 mt-1 text-12 text-warn">Every row would be new, also when you import it twice.</p>
      )}
    </fieldset>
  )
}
