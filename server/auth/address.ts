import { isIPv4, isIPv6 } from 'node:net';

/**
 * The address a request comes from. X-Forwarded-For is believed for exactly as many hops as there are proxies of
 * ours in front: each appends the address it saw, so the entry `trustedProxies` from the right is the first that
 * no stranger could write. With none, the header counts for nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trustedProxies: number): string {
  if (trustedProxies === 0 || forwardedFor === null) return plainAddress(peer);
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  const claimed = hops[Math.max(0, hops.length - trustedProxies)] ?? '';
  const address = plainAddress(claimed);
  return isIPv4(address) || isIPv6(address) ? address : plainAddress(peer);
}

/** Without brackets, port and zone; IPv4 dressed as IPv6 becomes IPv4. */
export function plainAddress(value: string): string {
  const unbracketed = /^\[([^\]]+)\](:\d+)?$/.exec(value)?.[1] ?? value;
  const noPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(unbracketed)?.[1] ?? unbracketed;
  const noZone = noPort.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(noZone)?.[1];
  return mapped ?? noZone.toLowerCase();
}

/** What is counted together: one IPv4 address, or the /64 that one IPv6 customer gets and can hop about in. */
export function addressGroup(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
