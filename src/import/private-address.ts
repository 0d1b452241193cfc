import { BlockList, isIP } from 'node:net';

/** Networks that are not reached over the Internet (RFC 6890 and the registries that it began). */
const networks: readonly [address: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const list = new BlockList();
for (const [address, prefix] of networks)
  list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Whether an address is of this machine, of its network, or of no machine at all.
 *
 * @param address of IPv4 or IPv6, which may hold one of IPv4 (RFC 4291, 2.5.5.2; RFC 6052)
 */
export function isPrivateAddress(address: string): boolean {
  const inner = innerAddress(address);
  if (inner !== undefined) return isPrivateAddress(inner);
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The address of IPv4 that one of IPv6 holds, in either notation: `64:ff9b::10.0.0.1`, `64:ff9b::a00:1`. */
function innerAddress(address: string): string | undefined {
  const [, dotted] = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (dotted !== undefined) return dotted;
  const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const parts = [high, low].map((part) => Number.parseInt(part, 16));
  return parts.flatMap((part) => [part >> 8, part & 255]).join('.');
}
