import type { Db } from '@/db/client';
import type { RecordDraft } from '@/domain/record/draft';
import { Checkpoints } from './checkpoints';
import type { CloseReason } from './codes';
import type { Connection } from './connection';
import { draftOf } from './draft-of';
import { keepBeforeLoss, keepProjection, readProjection } from './keep-projection';
import type { Limits } from './limits';
import { loadDocument, type Tail } from './load-document';
import { charactersOf, LossWatch } from './loss-watch';
import { type Clock, OpenDocument } from './open-document';
import { readClients, readDocument } from './read-log';
import { LogMovedError } from './room';

/** Tells the operator of a fault that nobody waits for. */
export type Report = (fault: unknown, facts: Record<string, unknown>) => void;
export type Held = { open: OpenDocument; release: () => void };

type Entry = {
  name: string;
  opening: Promise<OpenDocument>;
  holders: number;
  isProjected: boolean;
  /** What has come since the newest checkpoint. */
  tail: Tail;
  lossWatch: LossWatch | undefined;
  timer: NodeJS.Timeout | undefined;
};
type Options = { db: Db; now: Clock; limits: Limits; level: 0 | 1; report: Report };

/** The documents that are open in this process. One is loaded for its first holder and let go after its last. */
export class Documents {
  readonly #options: Options;
  readonly #entries = new Map<string, Entry>();
  readonly #leaving = new Set<Promise<void>>();
  readonly #checkpoints: Checkpoints;

  constructor(options: Options) {
    this.#options = options;
    this.#checkpoints = new Checkpoints(options);
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

  /** Everybody at every document that is open by now. */
  async connections(): Promise<Connection[]> {
    const open = await this.#open();
    return open.flatMap((document) => [...document.connections]);
  }

  async heartbeat(): Promise<void> {
    for (const document of await this.#open()) document.heartbeat();
  }

  /** Brings the stored projection of a record up to date. */
  async project(name: string): Promise<void> {
    const held = await this.hold(name);
    if (held === undefined) return;
    await this.#project(name, held.open).finally(held.release);
  }

  /** Finishes what is in flight, lets everybody go and stores what lists show. */
  async stop(reason: CloseReason): Promise<void> {
    const open = await this.#open();
    await Promise.all(open.map((document) => document.room.idle()));
    for (const document of open) document.closeAll(reason);
    const unloading = [...this.#entries.values()].map(async (entry) => this.#unload(entry, await entry.opening));
    await Promise.allSettled([...unloading, ...this.#leaving]);
    await this.#checkpoints.stop();
  }

  /** Makes a checkpoint of everything that is in the log by now. Without one the log is only longer to read, so a fault is the operator's business alone. */
  async checkpoint(name: string): Promise<void> {
    await this.#checkpoints.make(name).catch((fault: unknown) => this.#options.report(fault, { document: name }));
  }

  async #open(): Promise<OpenDocument[]> {
    const settled = await Promise.allSettled([...this.#entries.values()].map((entry) => entry.opening));
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  #enter(name: string): Entry {
    const tail = { rows: 0, bytes: 0, checkpointBytes: 0 };
    const entry: Entry = {
      name,
      opening: this.#load(name, tail),
      holders: 0,
      isProjected: true,
      tail,
      lossWatch: undefined,
      timer: undefined,
    };
    this.#entries.set(name, entry);
    return entry;
  }

  async #load(name: string, tail: Tail): Promise<OpenDocument> {
    const { db, now, limits, level, report } = this.#options;
    const document = await readDocument(db, name);
    if (document === undefined) throw new NoSuchDocumentError(name);
    const loaded = await loadDocument(db, name);
    Object.assign(tail, loaded.tail);
    if (loaded.isDamaged) report(new Error('A checkpoint was damaged; the log was read instead.'), { document: name });
    // After the log: an id may be known early, never late.
    const clients = await readClients(db, name);
    const open: OpenDocument = new OpenDocument({
      ...{ db, document, loaded, clients, now, limits, level },
      changed: (bytes) => this.#changed(name, bytes),
      failed: (cause) => this.#fail(name, open, cause),
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
    await open.room.idle();
    if (!entry.isProjected) await this.#projectQuietly(entry, open);
    if (entry.holders > 0 || this.#entries.get(entry.name) !== entry) return;
    this.#drop(entry, open);
    if (this.#checkpoints.isWorthItAtUnload(entry.tail)) this.#checkpointSoon(entry);
  }

  #drop(entry: Entry, open: OpenDocument): void {
    clearTimeout(entry.timer);
    this.#entries.delete(entry.name);
    open.destroy();
  }

  /** The store is down, or another process wrote: everybody takes up again from the log. Nothing that was shown is taken back. */
  #fail(name: string, open: OpenDocument, cause: unknown): void {
    const entry = this.#entries.get(name);
    if (!(cause instanceof LogMovedError)) this.#options.report(cause, { document: name });
    if (entry !== undefined) this.#drop(entry, open);
    open.closeAll('store-down');
  }

  #changed(name: string, bytes: number): void {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    entry.tail.rows += 1;
    entry.tail.bytes += bytes;
    if (this.#checkpoints.isDue(entry.tail)) this.#checkpointSoon(entry);
    entry.isProjected = false;
    entry.timer ??= setTimeout(() => {
      void entry.opening.then((open) => this.#projectQuietly(entry, open));
    }, this.#options.limits.projectAfterMs);
  }

  /** Nobody waits for it. */
  #checkpointSoon(entry: Entry): void {
    Object.assign(entry.tail, { rows: 0, bytes: 0 });
    void this.checkpoint(entry.name);
  }

  async #projectQuietly(entry: Entry, open: OpenDocument): Promise<void> {
    entry.isProjected = true;
    clearTimeout(entry.timer);
    entry.timer = undefined;
    await this.#project(entry.name, open).catch((fault: unknown) => this.#options.report(fault, { document: entry.name }));
  }

  async #project(name: string, open: OpenDocument): Promise<void> {
    const { kind, workspaceId } = open.room.document;
    if (kind !== 'record') return;
    const { db, now } = this.#options;
    const { draft, seq } = await currentDraft(open);
    await this.#watchForLoss(open, { draft, seq });
    await keepProjection(db, { document: name, workspaceId, seq, draft, at: now() });
  }

  /** The projection before the first change is what a loss is measured by. */
  async #watchForLoss({ room: { document } }: OpenDocument, { draft, seq }: { draft: RecordDraft; seq: number }): Promise<void> {
    const { db, now } = this.#options;
    const entry = this.#entries.get(document.name);
    if (entry === undefined) return;
    if (entry.lossWatch === undefined) {
      const before = (await readProjection(db, document.name)) ?? { draft, seq };
      entry.lossWatch = new LossWatch({ seq: before.seq, characters: charactersOf(before.draft) });
    }
    const kept = entry.lossWatch.see({ seq, characters: charactersOf(draft) });
    if (kept === undefined) return;
    await keepBeforeLoss(db, { document: document.name, workspaceId: document.workspaceId, seq: kept, at: now() });
  }
}

function currentDraft(open: OpenDocument): Promise<{ draft: RecordDraft; seq: number }> {
  return new Promise((resolve, reject) => {
    open.room.look((doc, seq) => {
      try {
        resolve({ draft: draftOf(doc), seq });
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
