/** Under which one spelling is somebody reached: an address of mail, a domain, a number of a telephone? */
import { parsePhoneNumberFromString } from 'libphonenumber-js'
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

/** A telephone number in E.164, or its digits when no country is known. Null when there are fewer than six. */
export function normalizeReachPhone(typed: string, country?: string | null): { full: string; sure: boolean } | null {
  const first = typed.split(/(?:ext|x|durchwahl)\.?\s*\d+$|[;|]| or /i)[0] ?? typed
  const digits = first.replace(/\D/g, '')
  if (digits.length < 6) return null
  const asked = first.trim().replace(/^00/, '+')
  const region = country && /^[A-Z]{2}$/.test(country) ? country : undefined
  const read = parsePhoneNumberFromString(asked, region ? { defaultCountry: region as 'DE' } : undefined)
  return read?.isPossible() ? { full: read.number, sure: true } : { full: digits.replace(/^0+/, ''), sure: false }
}
