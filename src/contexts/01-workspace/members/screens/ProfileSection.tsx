/** Who am I here, and by which password? */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { type Member, members } from '../contract.ts'
import { DoorForm, fieldError } from './DoorFrame.tsx'
import { doors } from './doors.ts'

export function ProfileSection({ member }: { member: z.output<typeof Member.schema> }) {
  const change = useDo(useClient(members).changeMe, { says: 'Saved', quiet: true })
  const signOut = useDo(useClient(doors).signOut, { touches: [], onDone: () => location.assign('/sign-in') })
  const [given, setGiven] = useState({ name: member.name, title: member.title ?? '' })
  const [isChanging, setChanging] = useState(false)
  const isSame = given.name === member.name && given.title === (member.title ?? '')
  return (
    <Section title="You" note={member.email} action={<Button onClick={() => signOut.mutate({})}>Sign out</Button>}>
      <DoorForm
        submit="Save"
        look="plain"
        busy={change.isPending}
        error={change.error}
        onSubmit={() => !isSame && change.mutate({ name: given.name, title: given.title.trim() || null })}
        aside={
          <Button look="quiet" onClick={() => setChanging(true)}>
            Change the password
          </Button>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Name"
            autoComplete="name"
            error={fieldError(change.error, 'name')}
            required
            value={given.name}
            onChange={(name) => setGiven({ ...given, name })}
          />
          <TextField
            label="Title"
            required={false}
            autoComplete="organization-title"
            value={given.title}
            onChange={(title) => setGiven({ ...given, title })}
          />
        </div>
      </DoorForm>
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
    </Section>
  )
}

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const change = useDo(useClient(doors).changePassword, {
    says: 'Your password is changed; other sessions are signed out',
    quiet: true,
    touches: [],
    onDone: onClose,
  })
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  return (
    <Dialog open onClose={onClose} title="Change the password">
      <DoorForm
        submit="Change the password"
        busy={change.isPending}
        error={change.error}
        onSubmit={() => change.mutate({ currentPassword, newPassword, revokeOtherSessions: true })}
      >
        <TextField
          label="Present password"
          type="password"
          autoComplete="current-password"
          autoFocus
          required
          value={currentPassword}
          onChange={setCurrent}
        />
        <TextField
          label="New password"
          type="password"
          help="At least 10 characters."
          autoComplete="new-password"
          required
          value={newPassword}
          onChange={setNew}
        />
      </DoorForm>
    </Dialog>
  )
}
