/** Is every address that could be this machine, its network or a cloud's inside told from the open internet? */
import { expect, it } from 'vitest'
import { isPublicAddress } from './is-public-address.ts'
import { refuseUrl } from './post-outside.ts'

it.each([
  ['127.0.0.1', '127.255.255.255', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
  ['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '203.0.113.9', '240.0.0.1'],
  ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1'],
  ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1'],
])('%s and its like are inside', (...addresses) => {
  for (const address of addresses) expect([address, isPublicAddress(address)]).toEqual([address, false])
})

it('the rest is outside', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])
    expect([address, isPublicAddress(address)]).toEqual([address, true])
})

it('an address in disguise is seen through', () => {
  for (const host of [
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '127.1',
    'LOCALHOST',
    'x.localhost',
    '[::ffff:7f00:1]',
    '[::1]',
    '127.0.0.1.',
  ])
    expect([host, refuseUrl(`https://${host}/`, false) === null]).toEqual([host, false])
  expect(refuseUrl('https://example.com/hooks', false)).toBeNull()
  expect(refuseUrl('http://example.com/hooks', false)).not.toBeNull()
  expect(refuseUrl('http://127.0.0.1:9/', true)).toBeNull()
})
