/** Which program is told what, and where? Makes a webhook or changes one. */
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { OnceShown } from '#foundation/ui/OnceShown.tsx'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '../contract.ts'
import { EventsField } from './EventsField.tsx'
import { secretHelp } from './webhook-looks.ts'

type Shown = z.output<typeof webhooks.get.returns>

export function WebhookDialog({ webhook, onClose }: { webhook?: Shown; onClose: () => void }) {
  const api = useClient(webhooks)
  const make = useDo(api.create, { quiet: true })
  const change = useDo(api.change, { quiet: true, says: 'Saved', onDone: onClose })
  const [given, setGiven] = useState({
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    events: webhook?.events ?? ['*'],
  })
  const error = make.error ?? change.error
  const problem = error ? readProblem(error) : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (webhook) change.mutate({ id: webhook.id, ...given })
    else make.mutate(given)
  }
  if (make.data)
    return (
      <Dialog
        open
        onClose={onClose}
        title={`The webhook ${make.data.webhook.name}`}
        says="It listens from now on."
        actions={<Button onClick={onClose}>Done</Button>}
      >
        <OnceShown label="Secret" value={make.data.secret} help={secretHelp} />
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title={webhook ? 'Change the webhook' : 'Make a webhook'}>
      <form onSubmit={save} className="flex flex-col gap-4" noValidate>
        <TextField
          label="What is it for"
          help="You recognise it by this later: “Stock system”."
          autoFocus
          required
          error={problem?.fields.name}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
        />
        <TextField
          label="Address"
          type="url"
          required
          placeholder="https://"
          error={problem?.fields.url}
          value={given.url}
          onChange={(url) => setGiven({ ...given, url })}
        />
        <EventsField value={given.events} error={problem?.fields.events} onChange={(events) => setGiven({ ...given, events })} />
        {problem && Object.keys(problem.fields).length === 0 && (
          <p role="alert" className="m-0 text-13 text-bad">
            {problem.detail}
          </p>
        )}
        <div>
          <Button look="main" type="submit" busy={make.isPending || change.isPending}>
            {webhook ? 'Save' : 'Make the webhook'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
