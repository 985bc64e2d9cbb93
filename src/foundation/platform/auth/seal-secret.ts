/** How are secrets made that are shown once and kept as a hash? 256 random bits, SHA-256 kept: no dictionary can guess them, so no slow hash is needed. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Secret {
  /** Shown once: "rap_<workspace in hex>_<43 letters>". */
  shown: string
  hash: string
  lastFour: string
}
type Prefix = 'rap' | 'inv'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A new secret that says its workspace, so that it can be looked up inside that workspace alone. */
export function makeSecret(prefix: Prefix, workspaceId: string): Secret {
  const shown = `${prefix}_${workspaceId.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`
  return { shown, hash: hashOf(shown), lastFour: shown.slice(-4) }
}

/** The workspace and the hash of a secret, or null when it has another form. */
export function readSecret(prefix: Prefix, shown: string): { workspaceId: string; hash: string } | null {
  const form = /^([a-z]{3})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/.exec(shown)
  if (form?.[1] !== prefix) return null
  return { workspaceId: form.slice(2).join('-'), hash: hashOf(shown) }
}

/** Compares two texts in a time that tells nothing about where they differ. */
export const isSame = (a: string, b: string): boolean => {
  const [x, y] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(x, y)
}
