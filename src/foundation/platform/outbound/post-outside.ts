/** How is something sent to an address that a person typed? To public addresses only, once, within a time, reading little of the answer. */
import { type LookupAddress, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './is-public-address.ts'

export interface Outgoing {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
  /** For houses that talk to programs in their own network, and for tests. */
  mayReachPrivate: boolean
  /** From the first step to the last byte. */
  timeoutMs: number
}
export interface Answered {
  /** Null when nothing answered; then `problem` says why. */
  status: number | null
  /** The beginning of the answer. */
  text: string
  problem: string | null
  retryAfter: string | null
  tookMs: number
}

const mostBytes = 2_000

/** Why an address as it is written cannot be sent to, or null. Names are looked up when something is sent. */
export function refuseUrl(url: string, mayReachPrivate: boolean): string | null {
  if (!URL.canParse(url)) return 'Write a whole address, such as https://example.com/hooks.'
  const { protocol, username, password, hostname } = new URL(url)
  if (protocol !== 'https:' && !(protocol === 'http:' && mayReachPrivate)) return 'The address must begin with https://.'
  if (username || password) return 'Leave the user and the password out of the address; the signature proves who sends.'
  const host = hostname.replace(/^\[|\]$/g, '')
  if (mayReachPrivate) return null
  const isNear = host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublicAddress(host))
  return isNear ? insideOf(host) : null
}

const insideOf = (host: string): string =>
  `${host} is an address of this machine or its network, where nothing is sent. To allow it, set WEBHOOKS_ALLOW_PRIVATE=on.`

/** Looks a name up and hands on its addresses only when every one of them is public: the connection goes to exactly these. */
const lookupOutside =
  (mayReachPrivate: boolean): LookupFunction =>
  (host, options, done) => {
    lookup(host, { all: true, verbatim: true, family: options.family ?? 0 }, (error, found: LookupAddress[]) => {
      const near = found?.find(({ address }) => !isPublicAddress(address))
      const first = found?.[0]
      if (error || !first) done(error ?? new Error(`${host} has no address`), '', 4)
      else if (near && !mayReachPrivate) done(new Error(insideOf(`${host} (${near.address})`)), '', 4)
      else if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })
  }

/** Posts once. Redirects are not followed: they could lead anywhere. Never throws. */
export function postOutside({ url, headers, body, mayReachPrivate, timeoutMs }: Outgoing): Promise<Answered> {
  const began = performance.now()
  return new Promise((resolve) => {
    let answer: Omit<Answered, 'tookMs'> = { status: null, text: '', problem: null, retryAfter: null }
    const end = (problem: string | null) => {
      clearTimeout(timer)
      resolve({ ...answer, problem: problem ?? answer.problem, tookMs: Math.round(performance.now() - began) })
      asked?.destroy()
    }
    const timer = setTimeout(() => end(`No whole answer within ${timeoutMs / 1000} s`), timeoutMs)
    const refused = refuseUrl(url, mayReachPrivate)
    const bytes = Buffer.from(body)
    const asked = refused
      ? null
      : (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
          method: 'POST',
          agent: false,
          lookup: lookupOutside(mayReachPrivate),
          headers: { ...headers, 'content-length': bytes.length, connection: 'close' },
        })
    if (!asked) return end(refused)
    asked.on('error', (error: NodeJS.ErrnoException) => end(sayFault(error)))
    asked.on('response', (said) => {
      const chunks: Buffer[] = []
      let size = 0
      answer = { ...answer, status: said.statusCode ?? null, retryAfter: said.headers['retry-after'] ?? null }
      const read = () => {
        answer = { ...answer, text: Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8').replaceAll('\u0000', '') }
      }
      said.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        read()
        // The status is what counts; whoever sends a flood is heard to here.
        if (size >= mostBytes) end(null)
      })
      said.on('end', () => end(null))
      said.on('error', (error: NodeJS.ErrnoException) => end(sayFault(error)))
    })
    asked.end(bytes)
  })
}

const faults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at this address',
  ENOTFOUND: 'There is no such host',
  EAI_AGAIN: 'The host could not be looked up',
  ECONNRESET: 'The connection was cut off before the answer was whole',
  EPIPE: 'The connection was cut off',
  ETIMEDOUT: 'The host does not answer',
  EHOSTUNREACH: 'The host cannot be reached',
  ENETUNREACH: 'The network of the host cannot be reached',
  CERT_HAS_EXPIRED: 'The certificate of the host has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the host is signed by itself',
}
const sayFault = (error: NodeJS.ErrnoException): string => faults[error.code ?? ''] ?? error.message.slice(0, 300)
