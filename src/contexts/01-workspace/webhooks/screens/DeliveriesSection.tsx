/** What was sent, what waits, and what came back? */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { Sheet } from '#foundation/ui/Sheet.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '../contract.ts'
import { deliveryLooks, sayEvent } from './webhook-looks.ts'

type Delivery = z.output<typeof webhooks.deliveries.returns>['rows'][number]
const tabs = [
  { value: '', label: 'All' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'given up', label: 'Given up' },
]
const onePage = 30

export function DeliveriesSection({ webhookId }: { webhookId: string }) {
  const api = useClient(webhooks)
  const [state, setState] = useState('')
  const [limit, setLimit] = useState(onePage)
  const chosen = tabs.find((tab) => tab.value === state && tab.value)?.value as Delivery['state'] | undefined
  const input = { id: webhookId, limit, ...(chosen ? { state: chosen } : {}) }
  const asked = useAsk(api.deliveries, input, { keep: true, everyMs: 3_000 })
  const [opened, setOpened] = useState<string | null>(null)
  const rows = asked.data?.rows ?? []
  return (
    <Section title="Deliveries" action={<Tabs label="Which deliveries" value={state} onChange={setState} tabs={tabs} />}>
      {asked.isPending && <Skeleton shape="rows" lines={5} label="Loading the deliveries" />}
      {asked.error && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && (
        <p className="m-0 text-13 text-faint">
          {state ? 'None of these.' : 'Nothing was sent yet. Send a test, or change something.'}
        </p>
      )}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {rows.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} onOpen={() => setOpened(delivery.id)} />
        ))}
      </ul>
      {asked.data?.next && limit < 500 && (
        <div className="pt-3">
          <Button onClick={() => setLimit(Math.min(limit + 2 * onePage, 500))}>Show more</Button>
        </div>
      )}
      {opened && <DeliverySheet id={opened} onClose={() => setOpened(null)} />}
    </Section>
  )
}

function DeliveryLine({ delivery, onOpen }: { delivery: Delivery; onOpen: () => void }) {
  const replay = useDo(useClient(webhooks).replay, { says: 'On its way again' })
  return (
    <li className="flex min-h-(--row) flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="w-28 shrink-0">
        <StateBadge look="plain" {...deliveryLooks[delivery.state]} />
      </span>
      <button
        type="button"
        onClick={onOpen}
        className="min-w-0 flex-1 basis-48 rounded-sm text-left text-13 text-ink hover:underline pointer-coarse:min-h-11"
      >
        {sayEvent(delivery.event)}
        {delivery.problem && <span className="block truncate text-12 text-faint">{delivery.problem}</span>}
      </button>
      <span className="ml-auto flex items-center gap-2">
        <span className="text-12 text-faint">
          {delivery.state === 'waiting' && delivery.tries > 0 ? (
            <>
              <span className="num">{countOf(delivery.tries, 'try', 'tries')}</span>, next{' '}
              <RelativeTime at={delivery.nextTryAt} />
            </>
          ) : (
            <RelativeTime at={delivery.lastTriedAt ?? delivery.createdAt} />
          )}
        </span>
        {delivery.state !== 'waiting' && (
          <Button look="quiet" busy={replay.isPending} onClick={() => replay.mutate({ id: delivery.id })}>
            Send again
          </Button>
        )}
      </span>
    </li>
  )
}

function DeliverySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useAsk(useClient(webhooks).delivery, { id }, { everyMs: 3_000 })
  const delivery = asked.data?.delivery
  return (
    <Sheet open onClose={onClose} title={delivery ? sayEvent(delivery.event) : 'Delivery'}>
      {asked.isPending && <Skeleton shape="paragraph" lines={6} label="Opening the delivery" />}
      {asked.error && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {delivery && (
        <div className="flex flex-col gap-4">
          <p className="m-0 text-13 text-soft">
            <StateBadge {...deliveryLooks[delivery.state]} /> {countOf(delivery.tries, 'try', 'tries')}
            {delivery.lastStatus !== null && `, answered ${delivery.lastStatus}`}
            {delivery.tookMs !== null && ` in ${delivery.tookMs} ms`}
          </p>
          {delivery.problem && <p className="m-0 text-13 text-bad">{delivery.problem}</p>}
          <p className="m-0 text-12 wrap-anywhere text-faint">webhook-id {delivery.id}</p>
          <Text
            title="What is sent"
            text={asked.data?.payload ? JSON.stringify(asked.data.payload, null, 2) : 'It is no longer kept.'}
          />
          {delivery.lastResponse && <Text title="What came back" text={delivery.lastResponse} />}
        </div>
      )}
    </Sheet>
  )
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={title}
      className="overflow-auto rounded-md bg-sunken p-3"
    >
      <h3 className="m-0 mb-1 text-12 font-medium text-soft">{title}</h3>
      <pre className="m-0 text-12 text-ink">{text}</pre>
    </section>
  )
}
