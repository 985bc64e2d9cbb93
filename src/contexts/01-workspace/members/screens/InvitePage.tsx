/** Who invites me, and how do I come in? */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { DoorForm, DoorFrame, enter, fieldError, tokenOfAddress } from './DoorFrame.tsx'
import { doors } from './doors.ts'

export function InvitePage() {
  const api = useClient(doors)
  const [token] = useState(tokenOfAddress)
  const invite = useAsk(api.lookAtInvite, { token }, { staleMs: Number.POSITIVE_INFINITY })
  const [typedName, setName] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const accept = useDo(api.acceptInvite, {
    quiet: true,
    touches: [],
    onDone: ({ secondFactor }) => enter(secondFactor ? '/sign-in?step=factor' : '/'),
  })
  if (!invite.data)
    return (
      <DoorFrame title="Your invite">
        {invite.error ? (
          <ErrorState what="This invite lets nobody in" error={invite.error}>
            <Button href="/sign-in">Sign in</Button>
          </ErrorState>
        ) : (
          <Skeleton shape="paragraph" lines={4} label="Reading the invite" />
        )}
      </DoorFrame>
    )
  const { workspaceName, email, known } = invite.data
  const name = typedName ?? invite.data.name ?? ''
  return (
    <DoorFrame title={`Come into ${workspaceName}`} says={`You were invited as ${email}.`}>
      <DoorForm
        submit="Come in"
        busy={accept.isPending}
        error={accept.error}
        onSubmit={() => accept.mutate({ token, name, password })}
      >
        <TextField
          label="Your name"
          autoComplete="name"
          error={fieldError(accept.error, 'name')}
          autoFocus
          required
          value={name}
          onChange={setName}
        />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label="Password"
          type="password"
          help={known ? 'You sign in to Rapport with this address already: use that password.' : 'At least 10 characters.'}
          autoComplete={known ? 'current-password' : 'new-password'}
          error={fieldError(accept.error, 'password')}
          required
          value={password}
          onChange={setPassword}
        />
      </DoorForm>
    </DoorFrame>
  )
}
