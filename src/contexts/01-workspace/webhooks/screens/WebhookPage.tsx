/** Does this webhook arrive, and if not, why not and what now? */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { OnceShown } from '#foundation/ui/OnceShown.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Facts, RecordPage } from '#foundation/ui/RecordPage.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '../contract.ts'
import { stateOfWebhook } from '../rules/state-of-webhook.ts'
import { DeliveriesSection } from './DeliveriesSection.tsx'
import { ReplayDialog } from './ReplayDialog.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'
import { secretHelp, webhookLooks } from './webhook-looks.ts'

type Shown = z.output<typeof webhooks.get.returns>
const from = { label: 'Webhooks', href: '/settings/webhooks' }

export function WebhookPage({ params }: { params: Readonly<Record<string, string>> }) {
  const asked = useAsk(useClient(webhooks).get, { id: params.id ?? '' }, { everyMs: 3_000 })
  if (asked.data) return <Opened webhook={asked.data} />
  return (
    <Page title="Webhook">
      {asked.error ? (
        <ErrorState error={asked.error} what="The webhook could not be opened" onRetry={() => void asked.refetch()} />
      ) : (
        <Skeleton shape="paragraph" lines={6} label="Opening the webhook" />
      )}
    </Page>
  )
}

type Asked = 'nothing' | 'change' | 'replay' | 'secret' | 'remove'

function Opened({ webhook }: { webhook: Shown }) {
  const api = useClient(webhooks)
  const { id, name } = webhook
  const test = useDo(api.test, { says: 'A test is on its way' })
  const pause = useDo(api.pause, { says: `${name} is paused`, undo: () => api.resume({ id }) })
  const resume = useDo(api.resume, { says: `${name} listens again, what it missed comes first` })
  const [open, setOpen] = useState<Asked>('nothing')
  const close = () => setOpen('nothing')
  return (
    <RecordPage
      from={from}
      title={name}
      badge={<StateBadge {...webhookLooks[stateOfWebhook(webhook)]} />}
      standing={<Standing webhook={webhook} />}
      actions={
        <>
          {webhook.pausedAt ? (
            <Button look="main" busy={resume.isPending} onClick={() => resume.mutate({ id })}>
              Resume
            </Button>
          ) : (
            <>
              <Button busy={pause.isPending} onClick={() => pause.mutate({ id })}>
                Pause
              </Button>
              <Button look="main" busy={test.isPending} onClick={() => test.mutate({ id })}>
                Send a test
              </Button>
            </>
          )}
          <Menu
            label="More for this webhook"
            items={[
              { id: 'change', label: 'Change', run: () => setOpen('change') },
              { id: 'replay', label: 'Send again since…', run: () => setOpen('replay') },
              { id: 'secret', label: 'New secret', run: () => setOpen('secret') },
              { id: 'remove', label: 'Remove', danger: true, run: () => setOpen('remove') },
            ]}
          />
        </>
      }
      side={
        <Facts
          facts={[
            { label: 'Address', value: webhook.url },
            { label: 'Is told', value: webhook.events.includes('*') ? 'Every change' : webhook.events.join(', ') },
            { label: 'Waiting', value: <span className="num">{webhook.waitingCount}</span> },
            { label: 'Given up', value: <span className="num">{webhook.givenUpCount}</span> },
            { label: 'Made', value: <RelativeTime at={webhook.createdAt} /> },
          ]}
        />
      }
    >
      <DeliveriesSection webhookId={id} />
      {open === 'change' && <WebhookDialog webhook={webhook} onClose={close} />}
      {open === 'replay' && <ReplayDialog id={id} onClose={close} />}
      {open === 'secret' && <SecretDialog id={id} onClose={close} />}
      {open === 'remove' && <RemoveDialog webhook={webhook} onClose={close} />}
    </RecordPage>
  )
}

function Standing({ webhook }: { webhook: Shown }) {
  if (webhook.pausedAt)
    return (
      <>
        {webhook.pausedBecause ?? 'Paused'}, <RelativeTime at={webhook.pausedAt} />. What happens meanwhile is kept for thirty
        days.
      </>
    )
  if (webhook.failingSince)
    return (
      <>
        Deliveries fail, the first <RelativeTime at={webhook.failingSince} />. Each is tried again with growing pauses; after
        three days the webhook is paused.
      </>
    )
  return 'Everything arrives.'
}

function SecretDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const make = useDo(useClient(webhooks).newSecret)
  const done = make.data !== undefined
  return (
    <Dialog
      open
      onClose={onClose}
      title="A new secret"
      says={
        done
          ? 'Both secrets sign for one day, so that the other program can change over.'
          : 'Make one when the present secret may be known to others, or was lost. The former signs along for one more day.'
      }
      actions={
        done ? (
          <Button onClick={onClose}>Done</Button>
        ) : (
          <Button look="main" busy={make.isPending} onClick={() => make.mutate({ id })}>
            Make a new secret
          </Button>
        )
      }
    >
      {make.data && <OnceShown label="Secret" value={make.data.secret} help={secretHelp} />}
    </Dialog>
  )
}

function RemoveDialog({ webhook, onClose }: { webhook: Shown; onClose: () => void }) {
  const remove = useDo(useClient(webhooks).remove, {
    says: `${webhook.name} is told nothing any more`,
    onDone: () => window.location.assign('/settings/webhooks'),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${webhook.name}`}
      says="Its secret ends at once, and what waits is not sent. To stop for a while, pause it instead."
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ id: webhook.id })}>
            Remove
          </Button>
        </>
      }
    />
  )
}
