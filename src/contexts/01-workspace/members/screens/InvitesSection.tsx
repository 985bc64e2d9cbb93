/** Who is asked to come in, and how do I ask somebody? */
import { useState } from 'react'
import type { Role } from '#foundation/contract/operation.ts'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { OnceShown } from '#foundation/ui/OnceShown.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '../contract.ts'
import { mayInvite } from '../rules/may.ts'
import { DoorForm, fieldError } from './DoorFrame.tsx'
import { roleChoices, roleOf } from './role-choices.ts'

export function InvitesSection({ role }: { role: Role }) {
  const api = useClient(members)
  const asked = useAsk(api.invites, {})
  const revoke = useDo(api.revokeInvite, { says: ({ email }) => `The invite of ${email} is taken back` })
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      title="Invites"
      note={asked.data?.length || undefined}
      action={<Button onClick={() => setOpen(true)}>Invite a colleague</Button>}
    >
      {asked.data?.length === 0 && <p className="m-0 text-13 text-faint">No invite is open.</p>}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {asked.data?.map((invite) => (
          <li key={invite.id} className="flex min-h-(--row) flex-wrap items-center gap-x-3 py-1">
            <span className="min-w-0 flex-1 basis-48 truncate text-13 text-ink">{invite.email}</span>
            <span className="text-12 text-faint">
              {invite.role}, good until <RelativeTime at={invite.expiresAt} />
            </span>
            <Button look="quiet" onClick={() => revoke.mutate({ id: invite.id })}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {isOpen && <InviteDialog own={role} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function InviteDialog({ own, onClose }: { own: Role; onClose: () => void }) {
  const invite = useDo(useClient(members).invite, { quiet: true })
  const [given, setGiven] = useState({ email: '', name: '', role: 'member' as Role })
  if (invite.data) {
    const { link, mailed, invite: made } = invite.data
    return (
      <Dialog
        open
        onClose={onClose}
        title={mailed ? `An invite is on its way to ${made.email}` : 'Give this link to your colleague'}
        says={mailed ? 'The link is also here, if the mail gets lost.' : 'No outgoing mail is set up, so we could not send it.'}
        actions={<Button onClick={onClose}>Done</Button>}
      >
        <OnceShown label="Link" value={link} help="It is shown this once, and lets one person in within seven days." />
      </Dialog>
    )
  }
  return (
    <Dialog open onClose={onClose} title="Invite a colleague">
      <DoorForm
        submit="Invite"
        busy={invite.isPending}
        error={invite.error}
        onSubmit={() => invite.mutate({ ...given, name: given.name.trim() || null })}
      >
        <TextField
          label="E-mail"
          type="email"
          autoFocus
          required
          error={fieldError(invite.error, 'email')}
          value={given.email}
          onChange={(email) => setGiven({ ...given, email })}
        />
        <TextField label="Name" required={false} value={given.name} onChange={(name) => setGiven({ ...given, name })} />
        <Select
          label="Role"
          required
          help="Members work; managers also invite and take back others’ changes; owners also change roles and the workspace."
          value={given.role}
          onChange={(role) => setGiven({ ...given, role: roleOf(role) })}
          choices={roleChoices.filter((c) => mayInvite(own, c.value).may)}
        />
      </DoorForm>
    </Dialog>
  )
}
