import { processSlot } from './process-slot';

/** Office, home, a few phones. The oldest is forgotten first. */
const keptPerAccount = 20;

/**
 * Addresses from which an account has signed in while this process runs. Only a success adds one, so the memory is bounded by the accounts there are. In
 * memory like the counts that it softens: a restart forgets both, and nobody's whereabouts are stored.
 */
function known(): Map<string, Set<string>> {
  const slot = processSlot<Map<string, Set<string>>>('countersign.known-addresses');
  slot.current ??= new Map();
  return slot.current;
}

export function isKnownAddress(account: string, address: string): boolean {
  return known().get(account)?.has(address) ?? false;
}

export function rememberAddress(account: string, address: string): void {
  const addresses = known().get(account) ?? new Set();
  // Added again, so that it is the newest.
  addresses.delete(address);
  addresses.add(address);
  const [oldest] = addresses;
  if (addresses.size > keptPerAccount && oldest !== undefined) addresses.delete(oldest);
  known().set(account, addresses);
}
