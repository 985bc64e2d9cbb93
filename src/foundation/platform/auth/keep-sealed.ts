/** How is a secret kept that the program must use again? AES-256-GCM under a key drawn from the secret of the installation. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export interface Sealing {
  seal: (text: string) => string
  /** Null when it was sealed under another secret, or touched. */
  unseal: (sealed: string) => string | null
}

/** @param purpose keeps what is sealed for one use from being opened for another */
export function openSealing(secret: string, purpose: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, 'rapport', purpose, 32))
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `s1.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed.replace(/^s1\./, ''), 'base64url')
      if (!sealed.startsWith('s1.') || bytes.length < 28) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
