import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { isCaret } from './caret';
import { presenceFrame } from './frames';
import type { Seated } from './seats';

/** What others see of a person: from the session, never from the browser (PROTOCOL P8). */
export type PresenceUser = {
  name: string;
  partyId: string | null;
  party: string | null;
  position: number | null;
  letter: string | null;
};

/** A state as processes tell it to each other. Null: it has ended. */
export type ToldState = { client: number; personId: string; state: string | null };

type Entry = {
  personId: string;
  /** The connection it is of, here; or the process it was told by. */
  holder: object | undefined;
  node: string | undefined;
  /** As the client sent it, to tell a change from a repetition. */
  raw: Buffer | undefined;
  state: string | null;
  clock: number;
  encoded: Uint8Array;
  endedAtMs: number;
};

/** A state that ended is remembered for longer than any client repeats it. */
const rememberedMs = 60_000;

/**
 * Carets and names of one document. One state per connection, under the Yjs client id that its editor announced first; a
 * stock client repeats what it hears from others, so states of others are passed over in silence, and invented ones are not (P25).
 * Clocks are the server's own, and milliseconds: a client that reconnects announces the clock it had, and others, who
 * remember clocks for longer than this server may run, would take it for old news.
 */
export class Presence {
  readonly #nowMs: () => number;
  readonly #entries = new Map<number, Entry>();
  readonly #own = new Map<object, number>();
  readonly #changed = new Set<number>();
  readonly #untold = new Set<number>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Takes a connection's announcement. `mayUse` says whether a client id is free for this person. False: no editor sends such a thing. */
  announce(
    holder: object,
    seat: Seated,
    { states, mayUse, maxBytes }: { states: Uint8Array; mayUse: (client: number) => boolean; maxBytes: number },
  ): boolean {
    const read = readStates(states);
    if (read === undefined) return false;
    let isFine = true;
    for (const { client, raw } of read) {
      if (!this.#claim(holder, seat.personId, client, raw, mayUse)) {
        isFine &&= this.#entries.has(client) || isNull(raw);
        continue;
      }
      const entry = this.#entries.get(client);
      if (entry?.raw?.equals(raw)) continue;
      const state = isNull(raw) ? null : withUser(raw, presenceUser(seat), maxBytes);
      if (state === undefined) isFine = false;
      else this.#set(client, { personId: seat.personId, holder, node: undefined, raw: Buffer.from(raw), state });
    }
    return isFine;
  }

  leave(holder: object): void {
    const client = this.#own.get(holder);
    if (client === undefined) return;
    this.#own.delete(holder);
    const entry = this.#entries.get(client);
    if (entry?.holder === holder) this.#set(client, { ...entry, holder: undefined, raw: undefined, state: null });
  }

  /** The person whose open editor announced a client id. */
  ownerOf(client: number): string | undefined {
    return this.#entries.get(client)?.personId;
  }

  /**
   * What changed since the last call, for each of `holders`, as ready messages. Nobody hears their own state back:
   * a stock client would announce it again, and so on for ever.
   */
  takeChanges<Holder extends object>(holders: Iterable<Holder>): [Holder, Uint8Array][] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed.length === 0 ? [] : this.#messages(changed, holders);
  }

  /** Everybody again under new clocks, so that no client takes a quiet neighbour for a lost one. */
  takeAll<Holder extends object>(holders: Iterable<Holder>): [Holder, Uint8Array][] {
    this.#changed.clear();
    for (const [client, entry] of this.#entries) {
      if (entry.state !== null) this.#renew(client, entry);
      else if (this.#nowMs() - entry.endedAtMs > rememberedMs) this.#entries.delete(client);
    }
    const live = [...this.#entries].filter(([, { state }]) => state !== null).map(([client]) => client);
    return live.length === 0 ? [] : this.#messages(live, holders);
  }

  /** Everybody else's state, for one who joins or asks. */
  everyoneBut(holder: object): Uint8Array | undefined {
    const others = [...this.#entries].filter(([, entry]) => entry.state !== null && entry.holder !== holder);
    return others.length === 0 ? undefined : message(others.map(([, { encoded }]) => encoded));
  }

  /** What changed here since the last call, for the other processes. */
  takeUntold(): ToldState[] {
    const untold = [...this.#untold];
    this.#untold.clear();
    return untold.flatMap((client) => this.#told(client));
  }

  /** Everybody who is connected here, for a process that asks. */
  here(): ToldState[] {
    return [...this.#own.values()].flatMap((client) => this.#told(client));
  }

  /** Takes what another process says. What is connected here is known better here. */
  hear(node: string, states: readonly ToldState[]): void {
    for (const { client, personId, state } of states) {
      const entry = this.#entries.get(client);
      if (entry?.holder !== undefined || entry?.state === state) continue;
      if (state === null && entry?.node !== node) continue;
      this.#set(client, { personId, holder: undefined, node, raw: undefined, state });
    }
  }

  /** A process has gone, and everybody who was connected there with it. */
  forgetNode(node: string): void {
    for (const [client, entry] of this.#entries)
      if (entry.node === node && entry.state !== null) this.#set(client, { ...entry, state: null });
  }

  #claim(holder: object, personId: string, client: number, raw: Buffer, mayUse: (client: number) => boolean): boolean {
    const own = this.#own.get(holder);
    if (own !== undefined) return own === client;
    const entry = this.#entries.get(client);
    if ((entry !== undefined && entry.personId !== personId) || isNull(raw) || !mayUse(client)) return false;
    // The same person again: a reconnect takes over from the connection that has not noticed its end.
    if (entry?.holder !== undefined) this.#own.delete(entry.holder);
    this.#own.set(holder, client);
    return true;
  }

  #set(client: number, { personId, holder, node, raw, state }: Omit<Entry, 'clock' | 'encoded' | 'endedAtMs'>): void {
    const clock = this.#entries.get(client)?.clock ?? 0;
    const entry = { personId, holder, node, raw, state, clock, encoded: new Uint8Array(), endedAtMs: this.#nowMs() };
    this.#entries.set(client, entry);
    this.#renew(client, entry);
    this.#changed.add(client);
    if (node === undefined) this.#untold.add(client);
  }

  #renew(client: number, entry: Entry): void {
    entry.clock = Math.max(entry.clock + 1, this.#nowMs());
    entry.encoded = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, entry.state ?? 'null');
    });
  }

  #told(client: number): ToldState[] {
    const entry = this.#entries.get(client);
    return entry === undefined || entry.node !== undefined ? [] : [{ client, personId: entry.personId, state: entry.state }];
  }

  #messages<Holder extends object>(clients: readonly number[], holders: Iterable<Holder>): [Holder, Uint8Array][] {
    const entries = clients.flatMap((client) => this.#entries.get(client) ?? []);
    const owners = new Set(entries.map(({ holder }) => holder));
    const shared = message(entries.map(({ encoded }) => encoded));
    return [...holders].flatMap((holder): [Holder, Uint8Array][] => {
      if (!owners.has(holder)) return [[holder, shared]];
      const others = entries.filter((entry) => entry.holder !== holder);
      return others.length === 0 ? [] : [[holder, message(others.map(({ encoded }) => encoded))]];
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

function message(encoded: readonly Uint8Array[]): Uint8Array {
  return presenceFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, encoded.length);
      for (const bytes of encoded) encoding.writeUint8Array(encoder, bytes);
    }),
  );
}

/** The states in an awareness update, unread: most of them are repetitions. Undefined: it is no such update. */
function readStates(bytes: Uint8Array): { client: number; raw: Buffer }[] | undefined {
  const found: { client: number; raw: Buffer }[] = [];
  try {
    const decoder = decoding.createDecoder(bytes);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = decoding.readVarUint8Array(decoder);
      found.push({ client, raw: Buffer.from(state.buffer, state.byteOffset, state.byteLength) });
    }
  } catch {
    return undefined;
  }
  return found;
}

function isNull(raw: Buffer): boolean {
  return raw.byteLength === 4 && raw.toString('latin1') === 'null';
}

/** The client's state with the server's user in it, or undefined when it is no object, too long, or its caret is no place. */
function withUser(raw: Buffer, user: PresenceUser, maxBytes: number): string | undefined {
  if (raw.byteLength > maxBytes) return undefined;
  try {
    const parsed: unknown = JSON.parse(raw.toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    if ('cursor' in parsed && !isCaret(parsed.cursor)) return undefined;
    return JSON.stringify({ ...parsed, user });
  } catch {
    return undefined;
  }
}
