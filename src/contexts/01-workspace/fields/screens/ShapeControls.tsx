/** What does a type need to know: which choices, which currency, which formula? */
import type { OwnSettings, OwnType } from '#foundation/contract/own-field.ts'
import { TextField } from '#foundation/ui/TextField.tsx'
import { ChoicesEditor } from './ChoicesEditor.tsx'
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
      <TextField
        label="Currency"
        required
        value={settings.currency ?? ''}
        onChange={(typed) => onChange({ ...settings, currency: typed.toUpperCase() })}
        error={problems['settings.currency']}
        help="Three letters, such as EUR. Every value of this field is in it."
        maxLength={3}
        autoComplete="off"
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
