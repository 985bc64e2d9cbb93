/** Whose address is this: a company's, a free-mail user's, or a machine's? */
import { getDomain } from 'tldts'

/** Local parts behind which no person reads: answers go nowhere (RFC 2142 names the standing ones). */
const machine =
  /^(?:no[-._]?reply|do[-._]?not[-._]?reply|dont[-._]?reply|mailer-daemon|postmaster|bounces?|notifications?|notify|alerts?|newsletters?|mailings?|news|updates?|automated|auto-?confirm|listserv|majordomo|mailman|root|daemon|unsubscribe|system|reminders?|receipts?)(?:[-._+\d].*)?$|(?:^|[-._+])no[-._]?reply(?:[-._+].*)?$|^(?:bounces?|owner|msprvs\d*|prvs|srs\d)[-+=]|[-+](?:request|owner|bounces?|unsubscribe|subscribe|admin)$/
/** Local parts that a company shares among its people. */
const shared =
  /^(?:info|contact|contacts|hello|hi|office|sales|support|help|helpdesk|service|customerservice|customercare|billing|invoices?|accounts?|accounting|finance|payments?|orders?|admin|administrator|webmaster|hostmaster|abuse|security|privacy|legal|press|media|marketing|jobs|careers|hr|team|feedback|enquiries|inquiries|mail|post|kontakt|buero|rechnung|vertrieb|ventes|facturation|contacto|ventas)$/
const lists =
  /^(?:lists?|groups?|mailman|listserv|ml)\.|(?:^|\.)(?:googlegroups|yahoogroups|groups\.io|lists\.sourceforge|freelists)\b/

/** The part after the @, in small letters; null when the text is no address. */
export function hostOf(email: string): string | null {
  const host = email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
  return email.includes('@') && host.includes('.') ? host : null
}

/**
 * The domain that a company registered: "mail.acme.co.uk" belongs to "acme.co.uk" (Public Suffix List).
 * null for addresses of machines (an IP, a name without a dot).
 */
export const registeredDomain = (host: string): string | null =>
  getDomain(host.trim().toLowerCase(), { allowPrivateDomains: false })

const localPart = (email: string) => email.slice(0, email.lastIndexOf('@')).toLowerCase()

/** Whether mail to this address reaches no reader, or a whole mailing list: it is nobody, and makes neither person nor account. */
export const isMachineAddress = (email: string): boolean => machine.test(localPart(email)) || lists.test(hostOf(email) ?? '')

/** Whether the address is shared by a company's people: it may be found at an account, but makes none. */
export const isSharedAddress = (email: string): boolean => shared.test(localPart(email))

export interface KnownDomains {
  /** The workspace's own domains. */
  own: readonly string[]
  isFreeMail: (domain: string) => boolean
}

/** Whether the address is one of the workspace's own; a subdomain of an own domain is own. */
export const isOwnAddress = (email: string, own: readonly string[]): boolean => {
  const host = hostOf(email)
  return host !== null && own.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

/** The domain by which an account is known, for an address that may make one; null for own, free-mail, shared and machine addresses. */
export function accountDomainOf(email: string, known: KnownDomains): { domain: string; makesOne: boolean } | null {
  const host = hostOf(email)
  const domain = host && registeredDomain(host)
  if (!domain || isOwnAddress(email, known.own) || known.isFreeMail(domain) || isMachineAddress(email)) return null
  return { domain, makesOne: !isSharedAddress(email) }
}

/** A domain as a person types it ("https://www.Acme.com/about") as it is kept ("acme.com"); null when it is none. */
export function cleanDomain(typed: string): string | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z+.-]*:\/\//, '')
    .replace(/^.*@/, '')
    .split(/[/?#:\s]/)[0]
  return host ? registeredDomain(host) : null
}
