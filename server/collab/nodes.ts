import { z } from 'zod';
import type { Db } from '@/db/client';
import type { Bus } from '@/platform/bus';
import type { Batch } from './append';
import type { Documents, Report } from './documents';
import type { Limits } from './limits';
import type { ToldState } from './presence';
import { type LogRow, readHeads } from './read-log';

const Told = z.object({ client: z.number(), personId: z.string(), state: z.string().nullable() });
const Stored = z.object({
  node: z.string(),
  documents: z.array(
    z.object({
      name: z.string(),
      head: z.number(),
      /** Person, party and bytes of the newest rows; empty when they would be too many to say. */
      rows: z.array(z.tuple([z.string(), z.string(), z.string()])),
    }),
  ),
});
const Present = z.object({
  node: z.string(),
  document: z.string().optional(),
  states: z.array(Told).optional(),
  /** The process has just opened the document and knows nobody. */
  asks: z.boolean().optional(),
  goes: z.boolean().optional(),
});

/** Above it a hint says only how far the log is. */
const inlineBytes = 64 * 1024;

type Options = {
  node: string;
  /** Whether other processes may write to this database, be they heard of or not. */
  isShared: boolean;
  bus: Bus;
  db: Db;
  documents: Documents;
  limits: Limits;
  nowMs: () => number;
  report: Report;
};

/**
 * The other processes of a deployment. What they say is a hint (PROTOCOL P28): rows are applied in their order, holes are read from the log,
 * and heads are asked for every few seconds, so that a bus that loses everything only costs time. Carets have no log; they end with the process that
 * held them.
 */
export class Nodes {
  readonly #options: Options;
  readonly #heardAtMs = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[];
  readonly #off: (() => void)[];
  #isAsking = false;

  constructor(options: Options) {
    this.#options = options;
    const { bus, limits } = options;
    this.#off = [
      bus.subscribe('documents', (message) => this.#hearStored(message)),
      bus.subscribe('presence', (message) => this.#hearPresence(message)),
      bus.onReconnect(() => this.#takeUpAgain()),
    ];
    this.#timers = [
      ...(options.isShared ? [setInterval(() => void this.#askHeads(), limits.headsMs)] : []),
      setInterval(() => this.#beat(), limits.nodeSilentMs / 4),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** Says what was stored. */
  tellStored(flights: readonly { batch: Batch; count: number }[]): void {
    if (this.#options.bus.isAlone()) return;
    const documents = flights.map(({ batch: { document, base, entries }, count }) => {
      const stored = entries.slice(0, count);
      const bytes = stored.reduce((sum, { update }) => sum + update.byteLength, 0);
      const rows =
        bytes > inlineBytes ? [] : stored.map(({ personId, partyId, update }) => [personId, partyId, base64(update)] as const);
      return { name: document, head: base + count, rows };
    });
    this.#options.bus.publish('documents', JSON.stringify({ node: this.#options.node, documents }));
  }

  tellPresence(document: string, states: readonly ToldState[]): void {
    if (states.length > 0) this.#sayPresent({ document, states });
  }

  /** A document was opened here. Whoever has it open says who is at it; and what was said while it was being loaded was heard by nobody. */
  opened(document: string): void {
    if (this.#options.bus.isAlone()) return;
    this.#sayPresent({ document, asks: true });
    void this.#askHeadsOf([document]);
  }

  /** Asks the log itself how far it is, for all that is open. */
  async #askHeads(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    await this.#askHeadsOf(this.#options.documents.names());
    this.#isAsking = false;
  }

  async #askHeadsOf(names: readonly string[]): Promise<void> {
    const { db, documents, report } = this.#options;
    try {
      for (const { name, head } of await readHeads(db, names)) documents.find(name)?.room.hear(head);
    } catch (fault) {
      report(fault, { task: 'heads of documents' });
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const off of this.#off) off();
    this.#sayPresent({ goes: true });
  }

  #takeUpAgain(): void {
    void this.#askHeads();
    for (const name of this.#options.documents.names()) {
      this.#sayPresent({ document: name, asks: true });
      this.tellPresence(name, this.#options.documents.find(name)?.presence.here() ?? []);
    }
  }

  #hearStored(message: string): void {
    const parsed = Stored.safeParse(parseJson(message));
    if (!parsed.success || parsed.data.node === this.#options.node) return;
    for (const { name, head, rows } of parsed.data.documents)
      this.#options.documents.find(name)?.room.hear(
        head,
        rows.map(([personId, partyId, data], index): LogRow => {
          return { seq: head - rows.length + 1 + index, personId, partyId, update: new Uint8Array(Buffer.from(data, 'base64')) };
        }),
      );
  }

  #hearPresence(message: string): void {
    const parsed = Present.safeParse(parseJson(message));
    if (!parsed.success || parsed.data.node === this.#options.node) return;
    const { node, document, states, asks, goes } = parsed.data;
    if (goes === true) {
      this.#forget(node);
      return;
    }
    this.#heardAtMs.set(node, this.#options.nowMs());
    const open = document === undefined ? undefined : this.#options.documents.find(document);
    if (open === undefined) return;
    if (states !== undefined) open.hearNode(node, states);
    if (asks === true) this.tellPresence(open.room.document.name, open.presence.here());
  }

  #beat(): void {
    this.#sayPresent({});
    const { nowMs, limits } = this.#options;
    for (const [node, atMs] of this.#heardAtMs) if (nowMs() - atMs > limits.nodeSilentMs) this.#forget(node);
  }

  #forget(node: string): void {
    this.#heardAtMs.delete(node);
    const { documents } = this.#options;
    for (const name of documents.names()) documents.find(name)?.forgetNode(node);
  }

  #sayPresent(what: { document?: string; states?: readonly ToldState[]; asks?: boolean; goes?: boolean }): void {
    if (this.#options.bus.isAlone()) return;
    this.#options.bus.publish('presence', JSON.stringify({ node: this.#options.node, ...what }));
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function parseJson(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
