import { randomHex } from './new-id';
import { processSlot } from './process-slot';

const header = 'x-countersign-loopback';

/** A word that only this process knows: its server calls its own pages with it. */
function word(): string {
  const slot = processSlot<string>('countersign.loopback');
  slot.current ??= randomHex(32);
  return slot.current;
}

/** Calls a route of this very process, which listens at `port` of `host`. */
export async function callThisProcess({ host, port, path }: { host: string; port: number; path: string }): Promise<void> {
  const anywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  const address = anywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  const response = await fetch(`http://${address}:${port}${path}`, { method: 'POST', headers: { [header]: word() } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
}

export function isFromThisProcess(headers: Headers): boolean {
  return headers.get(header) === word();
}
