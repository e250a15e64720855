import { clocksOf } from './clocks-of';
import type { DialectName } from './dialect';
import { firstContent, Typist } from './typist';
import { Wire } from './wire';

export type Seats = { url: string; dialect: DialectName; document: string; members: number; writers: Record<string, string>[] };

/** A letter on its way: since when, to how many, and who has it already. */
type Flight = { end: number; at: number; missing: number; isSeen: boolean };

/** The people at one document. Each has a connection and types; nobody keeps the document. */
export class Room {
  readonly document: string;
  readonly members: Member[];
  /** Milliseconds from a letter's departure until everybody else had it. */
  readonly latencies: number[] = [];
  /** Milliseconds until its author heard that it is safe, for what the server's word is worth. */
  readonly acknowledgements: number[] = [];
  arrived: (author: Member) => void = () => {};
  readonly #authors: Map<number, Member>;

  constructor({ url, dialect, document, members, writers }: Seats) {
    this.document = document;
    this.members = Array.from({ length: members }, (_, index) => {
      const wire = new Wire(
        { url, dialect, document, headers: writers[index % writers.length] ?? {} },
        { heard: (update) => this.#heard(member, update), acknowledged: (frame) => this.#acknowledged(member, frame) },
      );
      const member: Member = new Member(wire);
      return member;
    });
    this.#authors = new Map(this.members.map((member) => [member.typist.client, member]));
  }

  get isSynced(): boolean {
    return this.members.every(({ wire }) => wire.isSynced);
  }

  /** What our server writes itself; a peer's document begins empty. */
  seed(): void {
    this.members[0]?.wire.update(firstContent);
  }

  type(author: Member): void {
    const update = author.typist.next();
    const flight = { end: author.typist.clock, at: performance.now(), missing: this.members.length - 1, isSeen: false };
    author.flights.push(flight);
    author.frameEnds.set(author.wire.update(update), flight);
  }

  /** A text at once; the author's first words. */
  paste(author: Member, text: string): void {
    const flight = { end: text.length, at: performance.now(), missing: this.members.length - 1, isSeen: false };
    author.typist.clock = text.length;
    author.flights.push(flight);
    author.frameEnds.set(author.wire.update(author.typist.first(text)), flight);
  }

  leave(): void {
    for (const { wire } of this.members) wire.socket.terminate();
  }

  #heard(listener: Member, update: Uint8Array): void {
    for (const [client, clock] of clocksOf(update)) {
      const author = this.#authors.get(client);
      if (author === undefined) continue;
      // A server that answers an author with the author's own words means: they are in.
      if (author === listener) this.#echoed(author, clock);
      else this.#saw(listener, author, clock);
    }
  }

  #saw(listener: Member, author: Member, clock: number): void {
    let next = listener.next.get(author) ?? 0;
    for (let flight = author.flights[next]; flight !== undefined && flight.end <= clock; flight = author.flights[next]) {
      next += 1;
      flight.isSeen = true;
      flight.missing -= 1;
      if (flight.missing > 0) continue;
      this.latencies.push(performance.now() - flight.at);
      author.arrived += 1;
      this.arrived(author);
    }
    listener.next.set(author, next);
  }

  #echoed(author: Member, clock: number): void {
    if (author.hasVerdicts) return;
    for (let flight = author.oldest; flight !== undefined && flight.end <= clock; flight = author.oldest)
      this.#settle(author, flight);
  }

  #acknowledged(author: Member, frame: number): void {
    author.hasVerdicts = true;
    for (const [sent, flight] of author.frameEnds) {
      if (sent > frame) break;
      author.frameEnds.delete(sent);
      this.#settle(author, flight);
    }
  }

  #settle(author: Member, flight: Flight): void {
    author.acknowledged += 1;
    this.acknowledgements.push(performance.now() - flight.at);
  }
}

export class Member {
  readonly wire: Wire;
  readonly typist = new Typist();
  readonly flights: Flight[] = [];
  readonly frameEnds = new Map<number, Flight>();
  /** Which of each author's letters this one waits for. */
  readonly next = new Map<Member, number>();
  acknowledged = 0;
  arrived = 0;
  hasVerdicts = false;

  /** The oldest letter of which nobody said that it is safe. */
  get oldest(): Flight | undefined {
    return this.flights[this.acknowledged];
  }

  constructor(wire: Wire) {
    this.wire = wire;
  }
}
