/** Who works here, in which role, and whose door should be closed? */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { OnceShown } from '#foundation/ui/OnceShown.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { type Member, members } from '../contract.ts'
import { mayChangeRole, mayDeactivate } from '../rules/may.ts'
import { roleChoices, roleOf } from './role-choices.ts'

type MemberRow = z.output<typeof Member.schema>

export function MembersSection({ me }: { me: MemberRow }) {
  const api = useClient(members)
  const asked = useAsk(api.list, {})
  const [leaving, setLeaving] = useState<MemberRow | null>(null)
  const reset = useDo(api.resetLink, { touches: [] })
  const all = asked.data ?? []
  return (
    <Section title="Members" note={asked.data ? all.filter((m) => !m.deactivatedAt).length : undefined}>
      {asked.error && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton shape="rows" lines={3} label="Loading the members" />}
      <ul className="m-0 list-none divide-y divide-line border-y border-line p-0">
        {all.map((member) => (
          <MemberLine
            key={member.id}
            member={member}
            all={all}
            me={me}
            onLeave={() => setLeaving(member)}
            onReset={() => reset.mutate({ id: member.id })}
          />
        ))}
      </ul>
      {leaving && <LeaveDialog member={leaving} all={all} onClose={() => setLeaving(null)} />}
      {reset.data && (
        <Dialog
          open
          onClose={reset.reset}
          title="A link to choose a new password"
          says="Give it to the member only. It is good for one hour."
        >
          <OnceShown label="Link" value={reset.data.link} />
        </Dialog>
      )}
    </Section>
  )
}

interface LineProps {
  member: MemberRow
  all: readonly MemberRow[]
  me: MemberRow
  onLeave: () => void
  onReset: () => void
}

function MemberLine({ member, all, me, onLeave, onReset }: LineProps) {
  const change = useDo(useClient(members).changeRole, { says: ({ name, role }) => `${name} is ${role} now` })
  const isOwner = me.role === 'owner'
  const lower = mayChangeRole(all, member, 'member')
  return (
    <li className="flex min-h-(--row) flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate text-13 font-medium text-ink">
          {member.name}
          {member.id === me.id && <span className="font-normal text-faint"> · you</span>}
        </span>
        <span className="block truncate text-12 text-faint">{[member.title, member.email].filter(Boolean).join(' · ')}</span>
        {isOwner && !member.deactivatedAt && !lower.may && <span className="block text-12 text-faint">{lower.why}</span>}
      </span>
      {member.deactivatedAt ? (
        <StateBadge tone="still" word="Left" />
      ) : isOwner ? (
        <Select
          label={`Role of ${member.name}`}
          hideLabel
          required
          className="w-36"
          value={member.role}
          disabled={!lower.may}
          onChange={(role) => change.mutate({ id: member.id, role: roleOf(role) })}
          choices={roleChoices}
        />
      ) : (
        <span className="text-13 text-soft">{roleChoices.find((c) => c.value === member.role)?.label}</span>
      )}
      {isOwner && !member.deactivatedAt && (
        <Menu
          label={`More for ${member.name}`}
          items={[
            { id: 'reset', label: 'Make a link to choose a new password', run: onReset },
            { id: 'leave', label: 'Close the door', danger: true, run: onLeave },
          ]}
        />
      )}
    </li>
  )
}

function LeaveDialog({ member, all, onClose }: { member: MemberRow; all: readonly MemberRow[]; onClose: () => void }) {
  const leave = useDo(useClient(members).deactivate, { says: ({ name }) => `The door is closed for ${name}`, onDone: onClose })
  const verdict = mayDeactivate(all, member)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Close the door for ${member.name}`}
      says={
        verdict.may ? 'Sessions and API tokens end at once. What they wrote stays. An invite opens the door again.' : verdict.why
      }
      actions={
        <>
          <Button onClick={onClose}>Leave it open</Button>
          {verdict.may && (
            <Button look="danger" busy={leave.isPending} onClick={() => leave.mutate({ id: member.id })}>
              Close the door
            </Button>
          )}
        </>
      }
    />
  )
}
