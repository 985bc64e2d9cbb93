/** Who am I here, who else is, and by which keys do programs come in? */
import { reaches } from '#foundation/contract/operation.ts'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '../contract.ts'
import { DataSection } from './DataSection.tsx'
import { InvitesSection } from './InvitesSection.tsx'
import { MembersSection } from './MembersSection.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import { TokensSection } from './TokensSection.tsx'
import { TwoFactorSection } from './TwoFactorSection.tsx'
import { WorkspaceSection } from './WorkspaceSection.tsx'

export function SettingsPage() {
  const asked = useAsk(useClient(members).me, {})
  if (!asked.data)
    return (
      <Page title="Settings">
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
      <MembersSection me={member} />
      <DataSection role={member.role} />
      {reaches(member.role, 'manager') && <InvitesSection role={member.role} />}
      {member.role === 'owner' && <WorkspaceSection key={workspace.updatedAt} workspace={workspace} />}
    </Page>
  )
}
