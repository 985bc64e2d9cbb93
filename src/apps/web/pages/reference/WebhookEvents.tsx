/** What do webhooks send, and how is it checked that it was us? */
import { useState } from 'react'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '#workspace/webhooks/contract.ts'
import { CodeBlock } from './CodeExample.tsx'

const check = `import { createHmac, timingSafeEqual } from 'node:crypto'

// headers and body as they came; secret as it was shown: whsec_…
export function isFromRapport(headers: Record<string, string>, body: string, secret: string): boolean {
  const age = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']))
  const signed = \`\${headers['webhook-id']}.\${headers['webhook-timestamp']}.\${body}\`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const own = createHmac('sha256', key).update(signed).digest()
  const told = (headers['webhook-signature'] ?? '').split(' ').map((one) => Buffer.from(one.slice('v1,'.length), 'base64'))
  return age < 300 && told.some((one) => one.length === own.length && timingSafeEqual(one, own))
}`

export function WebhookEvents() {
  const asked = useAsk(useClient(webhooks).events, {})
  const [chosen, setChosen] = useState('accounts.created')
  const event = asked.data?.find((one) => one.event === chosen) ?? asked.data?.[0]
  return (
    <Section title="Webhook events" note={asked.data?.length}>
      <p className="m-0 mb-3 max-w-reading text-13 text-soft">
        An owner makes webhooks under <Link href="/settings/webhooks">Settings, Webhooks</Link>. Each change of a row is posted as
        JSON, signed as Standard Webhooks: at least once, one row in the order of its changes, tried again for about a day until
        you answer with 2xx. The same <code>webhook-id</code> means the same event. Answer quickly; you have ten seconds.
      </p>
      {asked.error && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {event && (
        <div className="flex flex-col gap-3">
          <Select
            label="Event"
            required
            className="max-w-80"
            value={event.event}
            onChange={setChosen}
            choices={(asked.data ?? []).map((one) => one.event)}
          />
          <CodeBlock text={JSON.stringify(event.example, null, 2)} label={`What ${event.event} sends`} />
          <p className="m-0 text-13 text-soft">This tells whether it came from here:</p>
          <CodeBlock text={check} label="How a signature is checked" />
        </div>
      )}
    </Section>
  )
}
