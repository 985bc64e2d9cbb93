/** How does a webhook fare, in a word? */

export interface Faring {
  pausedAt: string | null
  failingSince: string | null
  waitingCount: number
}

export type WebhookState = 'paused' | 'failing' | 'behind' | 'listening'

/** Many that wait are a backlog; a few are the last second. */
const many = 100

export const stateOfWebhook = ({ pausedAt, failingSince, waitingCount }: Faring): WebhookState =>
  pausedAt ? 'paused' : failingSince ? 'failing' : waitingCount >= many ? 'behind' : 'listening'
