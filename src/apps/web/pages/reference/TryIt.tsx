/** What does it answer here and now? A form for a question, asked as the reader, with nothing changed. */
import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { CodeBlock } from './CodeExample.tsx'
import { addressOf, type Entry } from './read-description.ts'

interface Answered {
  status: number
  tookMs: number
  text: string
}
const mostShown = 20_000

async function ask(address: string): Promise<Answered> {
  const began = performance.now()
  const answer = await fetch(address, { credentials: 'same-origin' })
  const text = await answer.text()
  return { status: answer.status, tookMs: Math.round(performance.now() - began), text: pretty(text).slice(0, mostShown) }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

export function TryIt({ entry }: { entry: Entry }) {
  // The ids of the examples are nobody's: a person writes one of theirs.
  const begin = entry.inputs.map((i) => [i.name, i.place === 'path' || i.example === undefined ? '' : String(i.example)])
  const [given, setGiven] = useState<Record<string, string>>(Object.fromEntries(begin))
  const [busy, setBusy] = useState(false)
  const [answered, setAnswered] = useState<Answered | string | null>(null)
  const address = addressOf(entry.path, entry.inputs, given)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setAnswered(await ask(address).catch(() => 'The server does not answer. Check that Rapport is running, then try again.'))
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-3 border-l-2 border-line pl-3" noValidate>
      {entry.inputs.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-2">
          {entry.inputs.map((input) => (
            <TextField
              key={input.name}
              label={input.name}
              required={input.required}
              help={input.kind}
              value={given[input.name] ?? ''}
              onChange={(word) => setGiven({ ...given, [input.name]: word })}
            />
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy}>
          Try it
        </Button>
        <code className="min-w-0 flex-1 text-12 wrap-anywhere text-soft">{address}</code>
      </div>
      <div role="status">
        {typeof answered === 'string' && <p className="m-0 text-13 text-bad">{answered}</p>}
        {answered !== null && typeof answered !== 'string' && (
          <p className="m-0 mb-1.5 text-12 text-soft">
            <code className={answered.status < 400 ? 'text-good' : 'text-bad'}>{answered.status}</code> in {answered.tookMs} ms,
            asked as you
          </p>
        )}
      </div>
      {answered !== null && typeof answered !== 'string' && <CodeBlock text={answered.text} label="The answer" />}
    </form>
  )
}
