/** Who am I, and in which workspace, at the foot of the rail? */
import { Link } from '#foundation/ui/Link.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '../contract.ts'

/** The signed-in member, their workspace and the others they may enter; asked once and kept. */
export function useMe(when: boolean) {
  return useAsk(useClient(members).me, {}, { when, staleMs: 60_000 }).data
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase()

export function WhoIsHere({ me }: { me: NonNullable<ReturnType<typeof useMe>> }) {
  const { member, workspace, workspaces } = me
  return (
    <div className="flex flex-col gap-2">
      {workspaces.length > 1 && (
        <Select
          label="Workspace"
          hideLabel
          required
          className="max-lg:hidden"
          value={workspace.id}
          choices={workspaces.map((w) => ({ value: w.id, label: w.name }))}
          onChange={changeTo}
        />
      )}
      <Link
        href="/settings"
        look="bare"
        title={`${member.name}, ${member.role} of ${workspace.name}`}
        className="flex min-h-(--row) items-center gap-2.5 rounded-md px-1.5 text-13 text-soft hover:bg-hover hover:text-ink"
      >
        <span aria-hidden className="flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-12 text-ink">
          {initials(member.name)}
        </span>
        <span className="min-w-0 truncate max-lg:sr-only">{member.name}</span>
      </Link>
    </div>
  )
}

/** Every page is loaded anew: nothing of the one workspace may stand beside the other. */
function changeTo(workspaceId: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store of browsers is not in all of ours
  document.cookie = `rapport.workspace=${workspaceId}; path=/; max-age=31536000; samesite=lax`
  location.assign('/')
}
