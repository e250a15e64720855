import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address that a request came from. Each proxy writes at the right end of X-Forwarded-For whom it speaks for, so with `trustedHops` proxies of the
 * operator's own the client is that many places from the right; what stands further left, a client may have written itself. Without a proxy the header
 * says nothing. A list that is shorter came through fewer of the proxies; what is no address is not believed.
 */
export function clientAddress(
  request: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string } },
  trustedHops: number,
): string {
  const peer = plain(request.socket.remoteAddress ?? 'unknown');
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const named = forwarded.map((part) => part.trim()).filter((part) => part !== '');
  const client = trustedHops === 0 ? undefined : (named.at(-trustedHops) ?? named[0]);
  return client !== undefined && isIP(client) !== 0 ? plain(client) : peer;
}

/** An IPv4 address as a socket for both families writes it is the same address. */
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');
}
