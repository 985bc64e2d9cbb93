/** Who am I here, who else is, and by which keys do programs come in? */
import { reaches } from '#foundation/contract/operation.ts'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '../contract.ts'
import { InvitesSection } from './InvitesSection.tsx'
import { MembersSection } from './MembersSection.tsx'
import { PlacesSections } from './PlacesSections.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import { TokensSection } from './TokensSection.tsx'
import { TwoFactorSection } from './TwoFactorSection.tsx'
import { WorkspaceSection } from './WorkspaceSection.tsx'

export function SettingsPage() {
  const api = useClient(members)
  const asked = useAsk(api.me, {})
  const invites = asked.data !== undefined && reaches(asked.data.member.role, 'manager')
  // The sections read these from the cache: all of the page at once, so that no part pushes another down.
  const lists = [useAsk(api.list, {}), useAsk(api.tokens, {}), useAsk(api.invites, {}, { when: invites })]
  if (!asked.data || lists.some((list) => list.isLoading))
    return (
      <Page title="Settings" says={undefined}>
        {asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Skeleton shape="paragraph" lines={8} label="Opening the settings" />
        )}
      </Page>
    )
  const { member, workspace } = asked.data
  return (
    <Page title="Settings" says={workspace.name} layout="reading">
      <ProfileSection key={member.updatedAt} member={member} />
      <TwoFactorSection />
      <TokensSection />
      {member.role === 'owner' && (
        <Section title="Webhooks" action={<Link href="/settings/webhooks">Open the webhooks</Link>}>
          <p className="m-0 max-w-reading text-13 text-soft">Other programs that are told what changes here, within seconds.</p>
        </Section>
      )}
      <MembersSection me={member} />
      <PlacesSections role={member.role} />
      {invites && <InvitesSection role={member.role} />}
      {member.role === 'owner' && <WorkspaceSection key={workspace.updatedAt} workspace={workspace} />}
    </Page>
  )
}
