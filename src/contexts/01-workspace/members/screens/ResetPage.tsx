/** Which password shall it be from now on? */
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { DoorForm, DoorFrame, tokenOfAddress } from './DoorFrame.tsx'
import { doors } from './doors.ts'

export function ResetPage() {
  const [token] = useState(tokenOfAddress)
  const [newPassword, setNewPassword] = useState('')
  const reset = useDo(useClient(doors).reset, { quiet: true, touches: [] })
  if (reset.isSuccess)
    return (
      <DoorFrame title="Your password is changed" says="Everywhere else you are signed out.">
        <Button look="main" href="/sign-in">
          Sign in
        </Button>
      </DoorFrame>
    )
  return (
    <DoorFrame title="Choose a new password">
      <DoorForm
        submit="Change the password"
        busy={reset.isPending}
        error={reset.error}
        onSubmit={() => reset.mutate({ token, newPassword })}
        aside={
          <Button look="quiet" href="/sign-in">
            Back to sign-in
          </Button>
        }
      >
        <TextField
          label="New password"
          help="At least 10 characters."
          type="password"
          autoComplete="new-password"
          autoFocus
          required
          value={newPassword}
          onChange={setNewPassword}
        />
      </DoorForm>
    </DoorFrame>
  )
}
