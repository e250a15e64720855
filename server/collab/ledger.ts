import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Author } from '@/platform/ports';

/** Clocks of one Yjs client id, from (inclusive) to (exclusive), and whose they are. */
export type Stretch<Of = number> = { from: number; to: number; author: Of };
/** What a restore copied, by the client ids that it wrote under: the copy stays its authors' text (PROTOCOL P44). */
export type Credits = ReadonlyMap<number, readonly Stretch<Author>[]>;
type Stretches = Map<number, Stretch[]>;

/**
 * Who wrote and who deleted what, by Yjs client id and clock: the structs and deletions that a row of the log brought are the row's person's.
 * Nothing inside the document says so – a document is data that any writer may write (PROTOCOL P9). Rows are added in order; what a row repeats
 * of earlier ones stays theirs.
 */
export class Ledger {
  readonly authors: Author[] = [];
  readonly #written: Stretches = new Map();
  readonly #deleted: Stretches = new Map();

  add(row: Author & { update: Uint8Array }, credits: Credits = new Map()): void {
    const { structs, ds } = Y.decodeUpdate(row.update);
    const author = this.#numberOf(row);
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const { client, clock } = struct.id;
      for (const credit of divide(clock, clock + struct.length, credits.get(client) ?? [])) {
        cover(this.#of(this.#written, client), {
          ...credit,
          author: credit.author === undefined ? author : this.#numberOf(credit.author),
        });
      }
    }
    for (const [client, ranges] of ds.clients)
      for (const { clock, len } of ranges) cover(this.#of(this.#deleted, client), { from: clock, to: clock + len, author });
  }

  /** Every stretch that was ever written, living or not. */
  *written(): Generator<[client: number, stretch: Stretch]> {
    for (const [client, stretches] of this.#written) for (const stretch of stretches) yield [client, stretch];
  }

  /** Cuts clocks of one client at every change of author. */
  writersOf(client: number, from: number, to: number): Stretch<Author | undefined>[] {
    return this.#cut(this.#written, client, from, to);
  }

  /** The same by who deleted them; without an author they were never deleted. */
  deletersOf(client: number, from: number, to: number): Stretch<Author | undefined>[] {
    return this.#cut(this.#deleted, client, from, to);
  }

  /** Whether every clock of a document has an author. */
  covers(stateVector: ReadonlyMap<number, number>): boolean {
    return [...stateVector].every(([client, clock]) => this.#written.get(client)?.at(-1)?.to === clock);
  }

  encode(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, this.authors.length);
      for (const { personId, partyId } of this.authors) {
        encoding.writeVarString(encoder, personId);
        encoding.writeVarString(encoder, partyId);
      }
      writeStretches(encoder, this.#written);
      writeStretches(encoder, this.#deleted);
    });
  }

  static decode(bytes: Uint8Array): Ledger {
    const ledger = new Ledger();
    const decoder = decoding.createDecoder(bytes);
    for (let left = decoding.readVarUint(decoder); left > 0; left--)
      ledger.authors.push({ personId: decoding.readVarString(decoder), partyId: decoding.readVarString(decoder) });
    readStretches(decoder, ledger.#written);
    readStretches(decoder, ledger.#deleted);
    return ledger;
  }

  #cut(all: Stretches, client: number, from: number, to: number): Stretch<Author | undefined>[] {
    const named = ({ author }: Stretch<number | undefined>) => (author === undefined ? undefined : this.authors[author]);
    return divide(from, to, all.get(client) ?? []).map((stretch) => ({ ...stretch, author: named(stretch) }));
  }

  #of(all: Stretches, client: number): Stretch[] {
    const stretches = all.get(client) ?? [];
    all.set(client, stretches);
    return stretches;
  }

  #numberOf({ personId, partyId }: Author): number {
    const known = this.authors.findIndex((author) => author.personId === personId && author.partyId === partyId);
    return known >= 0 ? known : this.authors.push({ personId, partyId }) - 1;
  }
}

/** Adds a stretch where nothing is yet. Neighbours of one author become one: a page typed letter by letter is a single stretch. */
function cover(stretches: Stretch[], { to, author, ...start }: Stretch): void {
  let { from } = start;
  for (let index = firstEndingAfter(stretches, from); from < to; index++) {
    const next = stretches[index];
    const until = Math.min(to, next?.from ?? to);
    if (from < until) index += put(stretches, index, { from, to: until, author });
    from = Math.max(until, next?.to ?? to);
  }
}

/** Puts a stretch before `index`, or makes its neighbours longer. Answers by how much the stretches behind it moved. */
function put(stretches: Stretch[], index: number, stretch: Stretch): -1 | 0 | 1 {
  const [before, after] = [stretches[index - 1], stretches[index]];
  const joinsBefore = before?.to === stretch.from && before.author === stretch.author;
  const joinsAfter = after?.from === stretch.to && after.author === stretch.author;
  if (before !== undefined && joinsBefore && after !== undefined && joinsAfter) {
    before.to = after.to;
    stretches.splice(index, 1);
    return -1;
  }
  if (before !== undefined && joinsBefore) before.to = stretch.to;
  else if (after !== undefined && joinsAfter) after.from = stretch.from;
  else {
    stretches.splice(index, 0, stretch);
    return 1;
  }
  return 0;
}

/** `from` to `to` in pieces: those of the stretches, and what lies between them without an author. */
function divide<Of>(from: number, to: number, stretches: readonly Stretch<Of>[]): Stretch<Of | undefined>[] {
  const pieces: Stretch<Of | undefined>[] = [];
  let at = from;
  for (let index = firstEndingAfter(stretches, from); at < to; index++) {
    const next = stretches[index];
    if (next === undefined || next.from >= to) break;
    if (next.from > at) pieces.push({ from: at, to: next.from, author: undefined });
    pieces.push({ from: Math.max(at, next.from), to: Math.min(to, next.to), author: next.author });
    at = next.to;
  }
  if (at < to) pieces.push({ from: at, to, author: undefined });
  return pieces;
}

function firstEndingAfter(stretches: readonly { to: number }[], clock: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Distances instead of clocks: most are one byte. */
function writeStretches(encoder: encoding.Encoder, all: Stretches): void {
  encoding.writeVarUint(encoder, all.size);
  for (const [client, stretches] of all) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, stretches.length);
    let end = 0;
    for (const { from, to, author } of stretches) {
      for (const number of [from - end, to - from, author]) encoding.writeVarUint(encoder, number);
      end = to;
    }
  }
}

function readStretches(decoder: decoding.Decoder, all: Stretches): void {
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder);
    const stretches: Stretch[] = [];
    let end = 0;
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const from = end + decoding.readVarUint(decoder);
      end = from + decoding.readVarUint(decoder);
      stretches.push({ from, to: end, author: decoding.readVarUint(decoder) });
    }
    all.set(client, stretches);
  }
}
