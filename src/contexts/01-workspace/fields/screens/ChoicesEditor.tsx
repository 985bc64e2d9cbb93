/** Which choices are there? One a line; Enter adds the next. */
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'

interface Choice {
  value: string
  label: string
}
interface ChoicesEditorProps {
  choices: readonly Choice[]
  error?: string | undefined
  onChange: (choices: Choice[]) => void
}

/** A value that no other choice has; it stays when the choice is renamed. */
function freshValue(choices: readonly Choice[]): string {
  let n = choices.length + 1
  while (choices.some((c) => c.value === `c${n}`)) n++
  return `c${n}`
}

export function ChoicesEditor({ choices, error, onChange }: ChoicesEditorProps) {
  const list = useRef<HTMLFieldSetElement>(null)
  const add = () => {
    onChange([...choices, { value: freshValue(choices), label: '' }])
    requestAnimationFrame(() => [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus())
  }
  const move = (at: number, by: 1 | -1) => {
    const next = [...choices]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    add()
  }
  return (
    <fieldset ref={list} onKeyDown={onKeyDown} className="m-0 flex min-w-0 flex-col gap-2 border-0 p-0">
      <legend className="p-0 pb-1 text-13 font-medium text-ink">Choices</legend>
      {choices.map((choice, i) => (
        <div key={choice.value} className="flex items-center gap-1">
          <TextField
            label={`Choice ${i + 1}`}
            hideLabel
            value={choice.label}
            onChange={(label) => onChange(choices.map((c) => (c === choice ? { ...c, label } : c)))}
            maxLength={100}
            autoComplete="off"
            className="flex-1"
          />
          <IconButton
            icon={ArrowUp}
            size="small"
            label={`Move ${choice.label || 'it'} up`}
            disabled={i === 0}
            onClick={() => move(i, -1)}
          />
          <IconButton
            icon={ArrowDown}
            size="small"
            label={`Move ${choice.label || 'it'} down`}
            disabled={i === choices.length - 1}
            onClick={() => move(i, 1)}
          />
          <IconButton
            icon={X}
            size="small"
            label={`Take ${choice.label || 'it'} away`}
            onClick={() => onChange(choices.filter((c) => c !== choice))}
          />
        </div>
      ))}
      <Button look="quiet" icon={Plus} onClick={add} className="self-start">
        Add a choice
      </Button>
      {error && (
        <p role="alert" className="m-0 text-12 text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
