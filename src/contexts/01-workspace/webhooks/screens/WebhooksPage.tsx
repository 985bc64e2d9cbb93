/** Which other programs are told what changes here, and do they listen? */
import { Webhook as WebhookIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '../contract.ts'
import { stateOfWebhook } from '../rules/state-of-webhook.ts'
import { WebhookDialog } from './WebhookDialog.tsx'
import { webhookLooks } from './webhook-looks.ts'

export function WebhooksPage() {
  const asked = useAsk(useClient(webhooks).list, {}, { everyMs: 5_000 })
  const [isOpen, setOpen] = useState(false)
  const make = (
    <Button look="main" onClick={() => setOpen(true)}>
      Make a webhook
    </Button>
  )
  return (
    <Page
      title="Webhooks"
      says="Other programs that are told what changes here, within seconds."
      layout="reading"
      actions={asked.data?.length ? make : undefined}
    >
      <p className="m-0 mb-3 text-13 text-soft">
        <Link href="/settings">Settings</Link> · What is sent, and how it is checked, stands in the{' '}
        <Link href="/reference">API reference</Link>.
      </p>
      {asked.isPending && <Skeleton shape="rows" lines={4} label="Loading the webhooks" />}
      {asked.error && <ErrorState error={asked.error} what="The webhooks cannot be shown" onRetry={() => void asked.refetch()} />}
      {asked.data?.length === 0 && (
        <EmptyState
          icon={WebhookIcon}
          title="No program is told yet"
          says="A webhook posts each change of accounts, people, opportunities and the rest to an address of yours, signed, in order, and again until it arrived."
        >
          {make}
        </EmptyState>
      )}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {asked.data?.map((webhook) => (
          <li key={webhook.id} className="flex min-h-(--row) flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-64">
              <Link href={`/settings/webhooks/${webhook.id}`}>{webhook.name}</Link>
              <span className="block truncate text-12 text-faint">{webhook.url}</span>
            </span>
            {webhook.givenUpCount > 0 && (
              <span className="text-12 text-faint">{countOf(webhook.givenUpCount, 'delivery', 'deliveries')} given up</span>
            )}
            {webhook.waitingCount > 0 && <span className="num text-12 text-faint">{webhook.waitingCount} waiting</span>}
            <StateBadge {...webhookLooks[stateOfWebhook(webhook)]} />
          </li>
        ))}
      </ul>
      {isOpen && <WebhookDialog onClose={() => setOpen(false)} />}
    </Page>
  )
}
