/** What shall be written down? A field that saves with a button or Ctrl-Enter. */
import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { TextArea } from '#foundation/ui/TextArea.tsx'

export interface NoteWriterProps {
  label: string
  body?: string
  submit: string
  busy: boolean
  onSave: (body: string) => void
  onCancel: () => void
}

export function NoteWriter({ label, body = '', submit, busy, onSave, onCancel }: NoteWriterProps) {
  const [typed, setTyped] = useState(body)
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (typed.trim() && !busy) onSave(typed)
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-2" data-print="no">
      <TextArea
        label={label}
        hideLabel
        rows={4}
        value={typed}
        maxLength={20_000}
        autoFocus
        placeholder="What should colleagues know?"
        help="**bold**, *italic*, - lists and links are shown as such. @Name mentions a colleague."
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            save()
          } else if (event.key === 'Escape') onCancel()
        }}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" busy={busy} disabled={!typed.trim()}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
