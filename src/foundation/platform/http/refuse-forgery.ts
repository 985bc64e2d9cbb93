/** Does this request come from our own page, and not from a page that borrows its visitor's cookies? (OWASP: fetch metadata, then origin) */

export interface Asked {
  method: string
  /** Header names in small letters. */
  headers: Readonly<Record<string, string | string[] | undefined>>
}

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)
const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined)

/**
 * Why a request is refused, or null. Requests with a bearer token are not forgeable: no browser sends one by itself.
 * @param publicUrl where people reach the program; its host counts as ours behind a proxy that rewrites Host
 */
export function refuseForgery({ method, headers }: Asked, publicUrl: string): string | null {
  if (safe.has(method) || one(headers.authorization)?.startsWith('Bearer ')) return null
  const site = one(headers['sec-fetch-site'])
  if (site === 'same-origin') return null
  const origin = one(headers.origin)
  if (origin !== undefined) {
    const from = hostOf(origin)
    const ours = from !== undefined && (from === one(headers.host) || from === hostOf(publicUrl))
    return ours ? null : 'This request came from another site. Open Rapport itself and try again there.'
  }
  if (site !== undefined && site !== 'none')
    return 'This request came from another site. Open Rapport itself and try again there.'
  return headers.cookie === undefined
    ? null
    : 'This request carries a session but does not say where it comes from. Send the Origin header, or use an API token.'
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/**
 * Whether a program that listens on this machine only is asked by another name: a page that had its own name point here
 * (DNS rebinding). Only tells for programs bound to a loopback address.
 */
export const isForeignName = (host: string | undefined, boundTo: string, publicUrl: string): boolean =>
  loopback.test(boundTo === '::1' ? '[::1]' : boundTo) && host !== undefined && !loopback.test(host) && host !== hostOf(publicUrl)
