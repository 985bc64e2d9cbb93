/** By which keys do programs come in as me? */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DateField } from '#foundation/ui/DateField.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { OnceShown } from '#foundation/ui/OnceShown.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '../contract.ts'
import { DoorForm, fieldError } from './DoorFrame.tsx'
import { ScopesField, sayScopes } from './ScopesField.tsx'

export function TokensSection() {
  const api = useClient(members)
  const asked = useAsk(api.tokens, {})
  const revoke = useDo(api.revokeToken, { says: ({ name }) => `The token ${name} opens nothing any more` })
  const [isOpen, setOpen] = useState(false)
  const good = (asked.data ?? []).filter((t) => !t.revokedAt)
  return (
    <Section
      title="API tokens"
      note={good.length || undefined}
      action={<Button onClick={() => setOpen(true)}>Make a token</Button>}
    >
      <p className="m-0 mb-2 max-w-reading text-13 text-soft">
        A program that holds one acts as you: over HTTP, from the command line, or as tools for a language model.
      </p>
      <ul className="m-0 list-none divide-y divide-line p-0">
        {good.map((token) => (
          <li key={token.id} className="flex min-h-(--row) flex-wrap items-center gap-x-3 py-1">
            <span className="min-w-0 flex-1 basis-48 truncate text-13 text-ink">
              {token.name} <span className="num text-faint">…{token.lastFour}</span>
              <span className="block truncate text-12 text-faint" title={token.scopes?.join(', ')}>
                May ask {sayScopes(token.scopes)}
              </span>
            </span>
            <span className="text-12 text-faint">
              {token.lastUsedAt ? (
                <>
                  last used <RelativeTime at={token.lastUsedAt} />
                </>
              ) : (
                'never used'
              )}
              {token.expiresAt && (
                <>
                  , good until <RelativeTime at={token.expiresAt} />
                </>
              )}
            </span>
            <Button look="quiet" onClick={() => revoke.mutate({ id: token.id })}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {isOpen && <TokenDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function TokenDialog({ onClose }: { onClose: () => void }) {
  const make = useDo(useClient(members).createToken, { quiet: true })
  const [name, setName] = useState('')
  const [until, setUntil] = useState('')
  const [scopes, setScopes] = useState<string[] | null>(null)
  if (make.data)
    return (
      <Dialog
        open
        onClose={onClose}
        title={`The token ${make.data.token.name}`}
        actions={<Button onClick={onClose}>Done</Button>}
      >
        <OnceShown label="Token" value={make.data.secret} />
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title="Make a token">
      <DoorForm
        submit="Make the token"
        busy={make.isPending}
        error={make.error}
        onSubmit={() => make.mutate({ name, expiresAt: until ? `${until}T23:59:59Z` : null, scopes })}
      >
        <TextField
          label="What is it for"
          help="You recognise it by this later: “Nightly export”."
          autoFocus
          required
          error={fieldError(make.error, 'name')}
          value={name}
          onChange={setName}
        />
        <DateField
          label="Good until"
          required={false}
          error={fieldError(make.error, 'expiresAt')}
          value={until}
          onChange={setUntil}
        />
        <ScopesField value={scopes} error={fieldError(make.error, 'scopes')} onChange={setScopes} />
      </DoorForm>
    </Dialog>
  )
}
