import type { IncomingMessage } from 'node:http';

/** Where a request comes from, as far as this server can know by itself: the other end of its socket. */
export function clientAddress(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? 'unknown';
}
