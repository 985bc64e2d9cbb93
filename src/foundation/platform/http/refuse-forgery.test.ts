/** Is a request of another page refused, and one of our own never? */
import { describe, expect, it } from 'vitest'
import { isForeignName, refuseForgery } from './refuse-forgery.ts'

const ours = 'https://rapport.example.com'
const post = (headers: Record<string, string>) =>
  refuseForgery({ method: 'POST', headers: { host: 'rapport.example.com', cookie: 'a=b', ...headers } }, ours)

describe('refuseForgery', () => {
  it.each([
    ['our own page', { origin: ours, 'sec-fetch-site': 'same-origin' }, true],
    ['our own page in an older browser', { origin: ours }, true],
    ['a proxy that renames the host', { host: 'inside:4700', origin: ours }, true],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a sister domain', { origin: 'https://other.example.com', 'sec-fetch-site': 'same-site' }, false],
    ['an opaque origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }, false],
    ['a session from nowhere', {}, false],
    ['a token', { origin: 'https://evil.example', authorization: 'Bearer rap_x' }, true],
  ])('%s', (_name, headers, passes) => {
    expect(post(headers) === null).toBe(passes)
  })
  it('lets everybody read', () => {
    expect(refuseForgery({ method: 'GET', headers: { origin: 'https://evil.example' } }, ours)).toBeNull()
  })
})

describe('isForeignName', () => {
  it('guards programs that listen on this machine only', () => {
    const url = 'http://127.0.0.1:4700'
    expect(['127.0.0.1:4700', 'localhost:4700', '[::1]:4700'].map((host) => isForeignName(host, '127.0.0.1', url))).toEqual([
      false,
      false,
      false,
    ])
    expect(isForeignName('evil.example:4700', '127.0.0.1', url)).toBe(true)
    expect(isForeignName('rapport.example.com', '127.0.0.1', ours)).toBe(false)
    expect(isForeignName('anything:4700', '0.0.0.0', url)).toBe(false)
  })
})
