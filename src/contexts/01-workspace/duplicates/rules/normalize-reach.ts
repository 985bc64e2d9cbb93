/** Under which one spelling is somebody reached: an address of mail, a domain? */
import { getDomain } from 'tldts'

const ignoresDots = new Set(['gmail.com', 'googlemail.com'])

/** A mail address as its provider delivers it: no plus tag, no dots where they count for nothing. Null for no address. */
export function normalizeReachMail(typed: string): { local: string; domain: string } | null {
  const [local = '', domain = ''] = typed.trim().toLowerCase().split('@')
  if (!local || !domain.includes('.')) return null
  const bare = local.replace(/\+.*$/, '') || local
  return ignoresDots.has(domain)
    ? { local: bare.replaceAll('.', ''), domain: 'gmail.com' }
    : { local: bare, domain: domain.replace(/\.$/, '') }
}

/** The registered domain and the word in it that names somebody: "https://www.acme.co.uk/x" is acme.co.uk and acme. */
export function normalizeReachDomain(typed: string): { domain: string; label: string } | null {
  const domain = getDomain(typed.trim().toLowerCase().replace(/^.*@/, ''), { allowPrivateDomains: false })
  return domain ? { domain, label: domain.split('.')[0] ?? domain } : null
}
