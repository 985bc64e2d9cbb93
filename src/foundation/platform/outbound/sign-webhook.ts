/** How does a receiver know that it was us? Standard Webhooks: HMAC-SHA-256 over id, moment and body. (standardwebhooks.com) */
import { createHmac, randomBytes } from 'node:crypto'

/** A new secret, as the libraries of Standard Webhooks take it. */
export const makeSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The three headers that receivers check. Several secrets, while one replaces another, give several signatures. */
export function signWebhook(
  secrets: readonly string[],
  { id, atMs, body }: { id: string; atMs: number; body: string },
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const seconds = Math.floor(atMs / 1000)
  const signed = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signed.join(' ') }
}
