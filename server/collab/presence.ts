import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Seated } from './seats';

/** What others see of a person: from the session, never from the browser (PROTOCOL P8). */
export type PresenceUser = {
  name: string;
  partyId: string | null;
  party: string | null;
  position: number | null;
  letter: string | null;
};

type Entry = { clock: number; state: string | null };
type Owner = { personId: string; holder: object | undefined };

/**
 * Carets and names of one document. One state per connection, under the Yjs client id that its editor announced first; a
 * stock client repeats what it hears from others, so states under other ids are passed over in silence.
 * Clocks are the server's own, and milliseconds: a client that reconnects announces the clock it had, and others, who
 * remember clocks for longer than this server may run, would take it for old news.
 */
export class Presence {
  readonly #nowMs: () => number;
  readonly #entries = new Map<number, Entry>();
  readonly #owners = new Map<number, Owner>();
  readonly #changed = new Set<number>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Takes a connection's announcement. `mayUse` says whether a client id is free for this person. */
  announce(
    holder: object,
    seat: Seated,
    { states, mayUse, maxBytes }: { states: Uint8Array; mayUse: (client: number) => boolean; maxBytes: number },
  ): void {
    for (const { client, state } of readStates(states)) {
      if (!this.#claim(holder, seat.personId, client, state === null ? () => false : mayUse)) continue;
      const text = state === null ? null : withUser(state, presenceUser(seat), maxBytes);
      if (text !== undefined) this.#set(client, text);
    }
  }

  leave(holder: object): void {
    for (const [client, owner] of this.#owners) {
      if (owner.holder !== holder) continue;
      owner.holder = undefined;
      this.#set(client, null);
    }
  }

  /** The person whose open editor announced a client id. */
  ownerOf(client: number): string | undefined {
    return this.#owners.get(client)?.personId;
  }

  /**
   * What changed since the last call, for each of `holders`, as y-protocols awareness updates. Nobody hears their own state back:
   * a stock client would announce it again, and so on for ever.
   */
  takeChanges<Holder extends object>(holders: Iterable<Holder>): [Holder, Uint8Array][] {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (changed.length === 0) return [];
    const owners = new Set(changed.map((client) => this.#owners.get(client)?.holder));
    const shared = this.#encode(changed);
    return [...holders].flatMap((holder): [Holder, Uint8Array][] => {
      if (!owners.has(holder)) return [[holder, shared]];
      const others = changed.filter((client) => this.#owners.get(client)?.holder !== holder);
      return others.length === 0 ? [] : [[holder, this.#encode(others)]];
    });
  }

  /** Everybody else's state, for one who joins or asks. */
  everyoneBut(holder: object): Uint8Array | undefined {
    const clients = [...this.#entries].filter(
      ([client, { state }]) => state !== null && this.#owners.get(client)?.holder !== holder,
    );
    return clients.length === 0 ? undefined : this.#encode(clients.map(([client]) => client));
  }

  #claim(holder: object, personId: string, client: number, mayUse: (client: number) => boolean): boolean {
    const owner = this.#owners.get(client);
    if (owner?.holder === holder) return true;
    if (owner !== undefined && owner.personId !== personId) return false;
    if ([...this.#owners.values()].some((other) => other.holder === holder) || !mayUse(client)) return false;
    // The same person again: a reconnect takes over from the connection that has not noticed its end.
    this.#owners.set(client, { personId, holder });
    return true;
  }

  #set(client: number, state: string | null): void {
    this.#entries.set(client, { clock: Math.max((this.#entries.get(client)?.clock ?? 0) + 1, this.#nowMs()), state });
    this.#changed.add(client);
  }

  #encode(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length);
      for (const client of clients) {
        const { clock, state } = this.#entries.get(client) ?? { clock: 0, state: null };
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, state ?? 'null');
      }
    });
  }
}

export function presenceUser({ name, party }: Pick<Seated, 'name' | 'party'>): PresenceUser {
  return {
    name,
    partyId: party?.id ?? null,
    party: party?.name ?? null,
    position: party?.position ?? null,
    letter: party?.letter ?? null,
  };
}

/** The states in an awareness update. What cannot be read ends the list: presence is worth no closed connection. */
function readStates(bytes: Uint8Array): { client: number; state: string | null }[] {
  const found: { client: number; state: string | null }[] = [];
  try {
    const decoder = decoding.createDecoder(bytes);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      found.push({ client, state: state === 'null' ? null : state });
    }
  } catch {
    return found;
  }
  return found;
}

/** The client's state with the server's user in it, or undefined when it is no object or too long. */
function withUser(state: string, user: PresenceUser, maxBytes: number): string | undefined {
  if (Buffer.byteLength(state) > maxBytes) return undefined;
  try {
    const parsed: unknown = JSON.parse(state);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    return JSON.stringify({ ...parsed, user });
  } catch {
    return undefined;
  }
}
