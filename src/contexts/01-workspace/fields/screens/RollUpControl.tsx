/** Which related records are gathered, and what of them? */
import { type OwnSettings, rollUpTakes } from '#foundation/contract/own-field.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '#workspace/views/contract.ts'
import { CurrencyControl } from './CurrencyControl.tsx'

interface RollUpControlProps {
  object: string
  settings: OwnSettings
  problems: Readonly<Record<string, string>>
  onChange: (settings: OwnSettings) => void
}

const ways = { count: 'How many', sum: 'Sum of', min: 'Least', max: 'Most', latest: 'Of the latest one' } as const
export function RollUpControl({ object, settings, problems, onChange }: RollUpControlProps) {
  const objects = useAsk(useClient(views).objects, {}, { staleMs: 300_000 })
  const all = objects.data ?? []
  const relations = all.flatMap((one) =>
    one.fields
      .filter((f) => f.references === object)
      .map((f) => ({
        value: `${one.name} ${f.name}`,
        label: `${one.plural.charAt(0).toUpperCase()}${one.plural.slice(1)} by ${f.label}`,
      })),
  )
  const asked = settings.rollUp
  const child = all.find((one) => one.name === asked?.of)
  const choices = (child?.fields ?? []).filter((f) => rollUpTakes[asked?.how ?? '']?.includes(f.control))
  const field = choices.find((f) => f.name === asked?.field)
  const set = (rollUp: NonNullable<OwnSettings['rollUp']>) => onChange({ ...settings, rollUp })
  return (
    <div className="flex flex-col gap-4">
      <Select
        label="Related records"
        required
        placeholder="Which ones?"
        error={problems['settings.rollUp']}
        value={asked ? `${asked.of} ${asked.by}` : ''}
        choices={relations}
        onChange={(next) => {
          const [of = '', by = ''] = next.split(' ')
          set({ of, by, how: 'count', field: null })
        }}
      />
      {asked && (
        <Select
          label="What of them"
          required
          value={asked.how}
          choices={Object.entries(ways).map(([value, label]) => ({ value, label }))}
          onChange={(how) => set({ ...asked, how: how as typeof asked.how, field: null })}
        />
      )}
      {asked && asked.how !== 'count' && (
        <Select
          label="Field"
          required
          placeholder="Which field?"
          value={asked.field ?? ''}
          choices={choices.map((f) => ({ value: f.name, label: f.label }))}
          onChange={(name) => set({ ...asked, field: name || null })}
        />
      )}
      {field?.currencyField && (
        <CurrencyControl
          value={settings.currency}
          onChange={(currency) => onChange({ ...settings, currency })}
          error={problems['settings.currency']}
          help="Only amounts in this currency are counted: different currencies are never added."
        />
      )}
    </div>
  )
}
