import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address that a request came from. Each proxy writes at the right end of X-Forwarded-For whom it speaks for, so with `trustedHops` proxies of the
 * operator's own the client is that many places from the right; what stands further left, a client may have written itself. Without a proxy the header
 * says nothing. A list that is shorter came through fewer of the proxies; what is no address is not believed. Of an IPv6 address it is the network of 64 bits:
 * every host has at least one of its own (RFC 6177), so that what is counted by single addresses is not counted at all (SPEC A7).
 */
export function clientAddress(
  request: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string } },
  trustedHops: number,
): string {
  const peer = plain(request.socket.remoteAddress ?? 'unknown');
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const named = forwarded.map((part) => part.trim()).filter((part) => part !== '');
  const client = trustedHops === 0 ? undefined : (named.at(-trustedHops) ?? named[0]);
  return networkOf(client !== undefined && isIP(client) !== 0 ? plain(client) : peer);
}

/** An IPv4 address as a socket for both families writes it is the same address. */
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');
}

/** `2001:db8:0:7::/64` for all addresses that one host may choose from; anything but IPv6 is itself. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  // An IPv4 address at the end stands for two groups, and both are behind the network.
  const after = tail === undefined ? [] : groups(tail);
  const given = groups(head).length + after.length + (address.includes('.') ? 1 : 0);
  const whole = [...groups(head), ...Array(tail === undefined ? 0 : Math.max(0, 8 - given)).fill('0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
