/** One note: where search and the line of time lead. */
import { notes } from '#customers/notes/contract.ts'
import { NoteItem } from '#customers/notes/screens/NoteItem.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { RecordPage } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import type { PageArgs } from '../page-args.ts'

export function NotePage({ params }: PageArgs) {
  const asked = useAsk(useClient(notes).get, { id: params.id ?? '' })
  if (!asked.data) {
    return (
      <Page title="Note">
        {asked.error ? (
          <ErrorState what="This note could not be opened" error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Skeleton shape="paragraph" lines={5} label="Opening the note" />
        )}
      </Page>
    )
  }
  const { accountId, accountName, authorName } = asked.data
  return (
    <RecordPage
      title={authorName ? `Note by ${authorName}` : 'Note'}
      {...(accountId && accountName ? { from: { label: accountName, href: `/accounts/${accountId}` } } : {})}
    >
      <ul aria-label="The note" className="m-0 max-w-reading list-none p-0 pt-3">
        <NoteItem note={asked.data} about={accountId ? { accountId } : {}} unfolded />
      </ul>
    </RecordPage>
  )
}
