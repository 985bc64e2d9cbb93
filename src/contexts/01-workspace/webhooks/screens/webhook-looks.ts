/** With which word and tone are states of webhooks and deliveries shown? */
import type { Tone } from '#foundation/ui/StateBadge.tsx'
import type { WebhookState } from '../rules/state-of-webhook.ts'

export const webhookLooks: Readonly<Record<WebhookState, { tone: Tone; word: string }>> = {
  listening: { tone: 'good', word: 'Listening' },
  behind: { tone: 'active', word: 'Catching up' },
  failing: { tone: 'warn', word: 'Failing' },
  paused: { tone: 'still', word: 'Paused' },
}

export const deliveryLooks: Readonly<Record<'waiting' | 'delivered' | 'given up', { tone: Tone; word: string }>> = {
  waiting: { tone: 'active', word: 'Waiting' },
  delivered: { tone: 'good', word: 'Delivered' },
  'given up': { tone: 'bad', word: 'Given up' },
}

/** Said under the secret of a webhook. */
export const secretHelp = 'It is shown this once. The other program checks with it that a message came from here.'

/** "accounts.created" as a person says it: "Accounts, created". */
export const sayEvent = (event: string): string =>
  event === 'webhook.test'
    ? 'Test'
    : event
        .replaceAll('_', ' ')
        .replace('.', ', ')
        .replace(/^./, (c) => c.toUpperCase())
