/** Is this an address of the open internet, and not one of this machine, its network, or a cloud's inside? (SSRF) */
import { BlockList, isIPv6 } from 'node:net'

// Special-purpose registries of IANA (RFC 6890 and successors): everything that is not globally reachable.
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4')

// Of version 6 only 2000::/3 is global; within it, what is special or carries a version 4 address inside.
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const special6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(net, bits, 'ipv6')

/** Whether a request may go to this address. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address) ? global6.check(address, 'ipv6') && !special6.check(address, 'ipv6') : !inside.check(address, 'ipv4')
