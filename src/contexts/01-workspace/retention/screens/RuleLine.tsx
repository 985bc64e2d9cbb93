/** How long is one kind of thing kept, and how much would go today? */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { formatNumber } from '#foundation/ui/format-number.ts'
import { NumberField } from '#foundation/ui/NumberField.tsx'
import { Switch } from '#foundation/ui/Switch.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { type RuleShown, retention } from '../contract.ts'

type Rule = z.output<typeof RuleShown>
const words: Record<Rule['kind'], { title: string; says: string }> = {
  trash: { title: 'Trash', says: 'Removed records are emptied for good, and their values leave the history.' },
  messages: {
    title: 'Old mail and calls',
    says: 'Messages whose account is not a customer go, with what was concluded from them.',
  },
  history: {
    title: 'History of removed records',
    says: 'What removed rows once said is forgotten; that they were removed stays.',
  },
  ledgers: { title: 'Ledgers of imports', says: 'The lines that say where each thing of an import ended go.' },
  files: { title: 'Files sent up for imports', says: 'What was sent up is dropped; what was read out of it stays.' },
}

export function RuleLine({ rule }: { rule: Rule }) {
  const api = useClient(retention)
  const [days, setDays] = useState<number | null>(rule.days)
  const [isOn, setOn] = useState(rule.isOn)
  const isValid = days !== null && days >= 1 && days <= 36_500
  const due = useAsk(api.preview, { kind: rule.kind, days: days ?? 1 }, { when: isValid, keep: true })
  const set = useDo(api.set, { says: ({ isOn }) => (isOn ? 'The rule runs every day from now on' : 'Kept for ever from now on') })
  const { title, says } = words[rule.kind]
  const isChanged = days !== rule.days || isOn !== rule.isOn
  const count = due.data && isValid ? `${due.data.isMore ? 'More than ' : ''}${formatNumber(due.data.count, 0)}` : null
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="m-0 text-14 font-semibold text-ink">{title}</h2>
          <p className="m-0 text-13 text-soft">{says}</p>
        </div>
        <Switch label={isOn ? 'On' : 'Kept for ever'} checked={isOn} onChange={setOn} />
      </div>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <NumberField label="Days to keep" value={days} onChange={setDays} className="w-40" />
        {isChanged && isValid && (
          <Button look="main" busy={set.isPending} onClick={() => set.mutate({ kind: rule.kind, days: days ?? 1, isOn })}>
            Save this rule
          </Button>
        )}
      </div>
      {count !== null && (
        <p className="num m-0 mt-2 text-12 text-faint">
          {count} would go {isOn ? 'with the next daily run' : 'if this were on'}.
        </p>
      )}
    </li>
  )
}
