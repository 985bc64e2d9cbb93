/** What does a type need to know: which choices, which currency, which formula? */
import type { OwnSettings, OwnType } from '#foundation/contract/own-field.ts'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { CurrencyControl } from './CurrencyControl.tsx'
import { FormulaControl } from './FormulaControl.tsx'
import { RollUpControl } from './RollUpControl.tsx'

interface ShapeControlsProps {
  object: string
  type: OwnType
  settings: OwnSettings
  problems: Readonly<Record<string, string>>
  onChange: (settings: OwnSettings) => void
}

export function ShapeControls({ object, type, settings, problems, onChange }: ShapeControlsProps) {
  if (type === 'choice' || type === 'choices')
    return (
      <ChoicesEditor
        choices={settings.choices ?? []}
        error={problems['settings.choices']}
        onChange={(choices) => onChange({ ...settings, choices })}
      />
    )
  if (type === 'money')
    return (
      <CurrencyControl
        value={settings.currency}
        onChange={(currency) => onChange({ ...settings, currency })}
        error={problems['settings.currency']}
        help="Three letters, such as EUR. Every value of this field is in it."
      />
    )
  if (type === 'formula')
    return (
      <FormulaControl
        object={object}
        value={settings.formula ?? ''}
        error={problems['settings.formula']}
        onChange={(formula) => onChange({ ...settings, formula })}
      />
    )
  return type === 'rollUp' ? <RollUpControl {...{ object, settings, problems, onChange }} /> : null
}
