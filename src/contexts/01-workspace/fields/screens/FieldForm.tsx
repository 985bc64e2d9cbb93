/** What should this field be called, and what may stand in it? */
import { type FormEvent, useState } from 'react'
import type { FieldRow, OwnSettings, OwnType } from '#foundation/contract/own-field.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { members } from '#workspace/members/contract.ts'
import { fields } from '../contract.ts'
import { ShapeControls } from './ShapeControls.tsx'
import { ShapePreview, type ShapeTold } from './ShapePreview.tsx'
import { objectWords, typeWords } from './type-words.ts'

interface FieldFormProps {
  object: string
  field?: FieldRow
  onClose: () => void
}

export function FieldForm({ object, field, onClose }: FieldFormProps) {
  const api = useClient(fields)
  const currency = useAsk(useClient(members).me, {}, { staleMs: 60_000 }).data?.workspace.currency ?? 'EUR'
  const [label, setLabel] = useState(field?.label ?? '')
  const [type, setType] = useState<OwnType>(field?.type ?? 'text')
  const [settings, setSettings] = useState<OwnSettings>(field?.settings ?? { currency })
  const [help, setHelp] = useState(field?.help ?? '')
  const [required, setRequired] = useState(field?.required ?? false)
  const [failure, setFailure] = useState<unknown>(null)
  const [told, setTold] = useState<ShapeTold | null>(null)
  const [busy, setBusy] = useState(false)
  const create = useChange(api.create, (saved) => `Added the field ${saved.label}`, onClose)
  const change = useChange(api.change, (saved) => `Saved the field ${saved.label}`)
  const reshape = useChange(api.reshape, (saved) => `Converted the field ${saved.label}`)
  const { result: _, ...plain } = settings
  const shape = { type, settings: plain }
  const isOther =
    field !== undefined && JSON.stringify([type, plain]) !== JSON.stringify([field.type, withoutResult(field.settings)])
  const problems = failure === null ? {} : readProblem(failure).fields
  const isDerived = type === 'formula' || type === 'rollUp'

  const save = async (confirmed: boolean) => {
    setBusy(true)
    setFailure(null)
    const own = { label, help: help.trim() || null, required: required && !isDerived }
    try {
      if (!field) await create.mutateAsync({ object, ...own, ...shape })
      else {
        if (isOther && !confirmed) {
          const preview = await api.previewShape({ id: field.id, ...shape })
          if (preview.values > 0) return setTold(preview)
        }
        if (isOther) await reshape.mutateAsync({ id: field.id, ...shape })
        if (own.label !== field.label || own.help !== field.help || own.required !== field.required)
          await change.mutateAsync({ id: field.id, ...own })
        onClose()
      }
    } catch (error) {
      setTold(null)
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const title = field
    ? `Change ${field.label}`
    : `New field of ${objectWords.find((o) => o.value === object)?.label.toLowerCase()}`
  if (told)
    return (
      <Dialog open onClose={onClose} title={`Give ${field?.label ?? label} another type`}>
        <ShapePreview
          told={told}
          to={typeWords[type].label}
          busy={busy}
          onBack={() => setTold(null)}
          onGo={() => void save(true)}
        />
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save(false)
        }}
        className="flex flex-col gap-4"
      >
        {failure !== null && Object.keys(problems).length === 0 && <ErrorState error={failure} />}
        <TextField
          label="Label"
          required
          value={label}
          onChange={setLabel}
          error={problems.label}
          maxLength={100}
          autoComplete="off"
        />
        <Select
          label="Type"
          required
          value={type}
          onChange={(next) => setType(next as OwnType)}
          help={typeWords[type].says}
          choices={Object.entries(typeWords).map(([value, words]) => ({ value, label: words.label }))}
        />
        <ShapeControls object={object} type={type} settings={settings} problems={problems} onChange={setSettings} />
        <TextField
          label="Help"
          required={false}
          value={help}
          onChange={setHelp}
          maxLength={300}
          help="Stands under the field in forms."
          autoComplete="off"
        />
        {!isDerived && (
          <Checkbox
            label="Required"
            checked={required}
            onChange={setRequired}
            help="Whoever adds or edits one by hand must fill it in. What comes by mail or import may be without it."
          />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="main" type="submit" busy={busy} disabled={!label.trim()}>
            {field ? 'Save field' : 'Add field'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const withoutResult = ({ result: _, ...settings }: OwnSettings) => settings
