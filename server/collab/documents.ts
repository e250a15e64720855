// Two lines over 300 and not split: every step asks the same table of open documents, and what can be judged without it is elsewhere (admit.ts, flusher.ts).

import type * as Y from 'yjs';
import type { Db } from '@/db/client';
import type { Batch } from './append';
import { Checkpoints } from './checkpoints';
import type { Bar, CloseReason } from './codes';
import type { Connection } from './connection';
import { draftOf } from './draft-of';
import { Flusher } from './flusher';
import { keepBeforeLoss, keepProjection, readProjection } from './keep-projection';
import type { Limits } from './limits';
import type { Tail } from './load-document';
import { loadForWriting } from './load-for-writing';
import { charactersOf, charactersOfNotes, LossWatch, type Size } from './loss-watch';
import { Lull } from './lull';
import { type Clock, OpenDocument } from './open-document';
import type { ToldState } from './presence';
import { readLogAfter } from './read-log';
import { Room } from './room';

/** Tells the operator of a fault that nobody waits for. */
export type Report = (fault: unknown, facts: Record<string, unknown>) => void;
export type Held = { open: OpenDocument; release: () => void };

type Entry = {
  name: string;
  opening: Promise<OpenDocument>;
  open: OpenDocument | undefined;
  holders: number;
  /** How often the last holder has left: whoever comes back meanwhile leaves again, and only the last leaving may end it. */
  leavings: number;
  isProjected: boolean;
  /** Ends when the last projection that was asked for has had its turn. */
  projecting: Promise<void>;
  /** What has come since the newest checkpoint, counted up to number `countedSeq`. */
  tail: Tail;
  countedSeq: number;
  lossWatch: LossWatch | undefined;
  /** Calls when what lists show is to be stored. */
  lull: Lull;
};
/** What the other processes and the doorkeeper want to hear. */
export type DocumentEvents = {
  opened: (name: string) => void;
  stored: (flights: readonly { batch: Batch; count: number }[]) => void;
  presenceChanged: (name: string, states: readonly ToldState[]) => void;
  rightLost: (connection: Connection, bar: Bar) => void;
};
type Options = { db: Db; now: Clock; limits: Limits; level: 0 | 1; report: Report; events: DocumentEvents };

/** The documents that are open in this process. One is loaded for its first holder and let go after its last. */
export class Documents {
  readonly #options: Options;
  readonly #entries = new Map<string, Entry>();
  readonly #leaving = new Set<Promise<void>>();
  /** What lists show is stored for one document at a time: fifty at once would take every connection from those who type. */
  #projecting: Promise<void> = Promise.resolve();
  readonly #flusher: Flusher;
  readonly #checkpoints: Checkpoints;

  constructor(options: Options) {
    this.#options = options;
    const { db, now, limits, report, events } = options;
    this.#checkpoints = new Checkpoints({ db, now, limits });
    this.#flusher = new Flusher({
      ...{ db, now, limits, report, stored: events.stored },
      degraded: (sinceMs) => {
        for (const open of this.#opened()) open.degraded(sinceMs);
      },
    });
  }

  /** Undefined: there is no such document. */
  async hold(name: string): Promise<Held | undefined> {
    const entry = this.#entries.get(name) ?? this.#enter(name);
    entry.holders += 1;
    try {
      const open = await entry.opening;
      let isHeld = true;
      const release = () => {
        if (isHeld) this.#release(entry, open);
        isHeld = false;
      };
      return { open, release };
    } catch (cause) {
      if (this.#entries.get(name) === entry) this.#entries.delete(name);
      if (cause instanceof NoSuchDocumentError) return undefined;
      throw cause;
    }
  }

  /** A document that is open by now. */
  find(name: string): OpenDocument | undefined {
    return this.#entries.get(name)?.open;
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Everybody at every document that is open by now. */
  connections(): Connection[] {
    return this.#opened().flatMap((open) => [...open.connections]);
  }

  heartbeat(): void {
    for (const open of this.#opened()) open.heartbeat();
  }

  /** Brings the stored projection of a record up to date, and looks whether much of the text has gone. */
  async project(name: string): Promise<void> {
    const held = await this.hold(name);
    if (held === undefined) return;
    await this.#project(name, held.open).finally(held.release);
  }

  /** Finishes what is in flight, lets everybody go and stores what lists show. */
  async stop(reason: CloseReason): Promise<void> {
    await Promise.allSettled([...this.#entries.values()].map((entry) => entry.opening));
    const open = this.#opened();
    await Promise.all(open.map((document) => document.room.idle()));
    for (const document of open) document.closeAll(reason);
    const unloading = [...this.#entries.values()].map(async (entry) => this.#unload(entry, await entry.opening));
    await Promise.allSettled([...unloading, ...this.#leaving]);
    this.#flusher.stop();
    await this.#checkpoints.stop();
  }

  /** Makes a checkpoint of everything that is in the log by now. Without one the log is only longer to read, so a fault is the operator's business alone. */
  async checkpoint(name: string): Promise<void> {
    await this.#checkpoints.make(name).catch((fault: unknown) => this.#options.report(fault, { document: name }));
  }

  #opened(): OpenDocument[] {
    return [...this.#entries.values()].flatMap(({ open }) => open ?? []);
  }

  #enter(name: string): Entry {
    const tail = { rows: 0, bytes: 0, checkpointBytes: 0 };
    const { projectAfterMs, projectAtLatestMs } = this.#options.limits;
    const entry: Entry = {
      ...{
        name,
        holders: 0,
        leavings: 0,
        isProjected: true,
        projecting: Promise.resolve(),
        open: undefined,
        tail,
        countedSeq: 0,
        lossWatch: undefined,
      },
      lull: new Lull({
        quietMs: projectAfterMs,
        latestMs: projectAtLatestMs,
        // What stirs it is open.
        call: () => entry.open && this.#projectQuietly(entry, entry.open),
      }),
      opening: this.#load(name, tail).then((open) => {
        entry.open = open;
        entry.countedSeq = open.room.seq;
        // How large a record was before its first change is known from what lists show of it; nothing shows notes.
        if (open.room.document.kind === 'notes')
          open.room.look((doc, seq) => {
            entry.lossWatch = new LossWatch({ seq, characters: charactersOfNotes(doc) });
          });
        this.#options.events.opened(name);
        return open;
      }),
    };
    this.#entries.set(name, entry);
    return entry;
  }

  async #load(name: string, tail: Tail): Promise<OpenDocument> {
    const { db, now, limits, level, events, report } = this.#options;
    const loaded = await loadForWriting(db, name);
    if (loaded === undefined) throw new NoSuchDocumentError(name);
    Object.assign(tail, loaded.tail);
    if (loaded.isDamaged) report(new Error('A checkpoint was damaged; the log was read instead.'), { document: name });
    const open: OpenDocument = new OpenDocument({
      ...{ now, limits, level, rightLost: events.rightLost },
      room: (of, presence) =>
        new Room(loaded, {
          load: (seq) => loadForWriting(db, name, seq),
          readAfter: (seq) => readLogAfter(db, name, seq, limits.batchFrames),
          enqueue: (room) => this.#flusher.enqueue(room),
          presenceOwner: (client) => presence.ownerOf(client),
          limits,
          events: { ...of, failed: (cause) => this.#fail(name, open, cause) },
        }),
      changed: (bytes) => this.#changed(name, bytes),
      presenceChanged: (states) => events.presenceChanged(name, states),
    });
    return open;
  }

  #release(entry: Entry, open: OpenDocument): void {
    entry.holders -= 1;
    if (entry.holders > 0 || this.#entries.get(entry.name) !== entry) return;
    const leaving = this.#unload(entry, open).finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }

  async #unload(entry: Entry, open: OpenDocument): Promise<void> {
    entry.leavings += 1;
    const leaving = entry.leavings;
    await open.room.idle();
    if (!entry.isProjected) this.#projectQuietly(entry, open);
    await entry.projecting;
    if (leaving !== entry.leavings || entry.holders > 0 || this.#entries.get(entry.name) !== entry) return;
    this.#drop(entry, open);
    if (this.#checkpoints.isWorthItAtUnload(entry.tail)) this.#checkpointSoon(entry);
  }

  #drop(entry: Entry, open: OpenDocument): void {
    entry.lull.stop();
    this.#entries.delete(entry.name);
    open.destroy();
  }

  /** The store is down, or the document broke: everybody takes up again from the log. Nothing that was shown is taken back. */
  #fail(name: string, open: OpenDocument, cause: unknown): void {
    const entry = this.#entries.get(name);
    this.#options.report(cause, { document: name });
    if (entry?.open === open) this.#drop(entry, open);
    open.closeAll('store-down');
  }

  #changed(name: string, bytes: number): void {
    const entry = this.#entries.get(name);
    if (entry?.open === undefined) return;
    entry.tail.rows += entry.open.room.seq - entry.countedSeq;
    entry.tail.bytes += bytes;
    entry.countedSeq = entry.open.room.seq;
    if (this.#checkpoints.isDue(entry.tail)) this.#checkpointSoon(entry);
    entry.isProjected = false;
    entry.lull.stir();
  }

  /** Nobody waits for it. */
  #checkpointSoon(entry: Entry): void {
    Object.assign(entry.tail, { rows: 0, bytes: 0 });
    void this.checkpoint(entry.name);
  }

  #projectQuietly(entry: Entry, open: OpenDocument): void {
    entry.isProjected = true;
    entry.lull.stop();
    this.#projecting = this.#projecting
      .then(() => this.#project(entry.name, open))
      .catch((fault: unknown) => this.#options.report(fault, { document: entry.name }));
    entry.projecting = this.#projecting;
  }

  async #project(name: string, open: OpenDocument): Promise<void> {
    const { kind, workspaceId } = open.room.document;
    // Nothing shows a draft of the charter but its own page, and choices are not lost by the page.
    if (kind === 'charter') return;
    if (kind === 'notes') {
      await this.#watchForLoss(open, await shownBy(open, (doc, seq) => ({ seq, characters: charactersOfNotes(doc) })));
      return;
    }
    const { db, now } = this.#options;
    const { draft, seq } = await shownBy(open, (doc, at) => ({ draft: draftOf(doc), seq: at }));
    await this.#watchForLoss(open, { seq, characters: charactersOf(draft) });
    await keepProjection(db, { document: name, workspaceId, seq, draft, at: now() });
  }

  /** The projection before the first change is what a loss is measured by. */
  async #watchForLoss({ room: { document } }: OpenDocument, size: Size): Promise<void> {
    const { db, now } = this.#options;
    const entry = this.#entries.get(document.name);
    if (entry === undefined) return;
    if (entry.lossWatch === undefined) {
      const before = await readProjection(db, document.name);
      entry.lossWatch = new LossWatch(before === undefined ? size : { seq: before.seq, characters: charactersOf(before.draft) });
    }
    const kept = entry.lossWatch.see(size);
    if (kept === undefined) return;
    await keepBeforeLoss(db, { document: document.name, workspaceId: document.workspaceId, seq: kept, at: now() });
  }
}

/** What `read` makes of a document as everybody may see it. */
function shownBy<T>(open: OpenDocument, read: (doc: Y.Doc, seq: number) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    open.room.look((doc, seq) => {
      try {
        resolve(read(doc, seq));
      } catch (fault) {
        reject(fault);
      }
    }, reject);
  });
}

class NoSuchDocumentError extends Error {
  constructor(name: string) {
    super(`There is no document ${name}.`);
    this.name = 'NoSuchDocumentError';
  }
}
