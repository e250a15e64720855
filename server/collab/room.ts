import * as Y from 'yjs';
import type { Db } from '@/db/client';
import { type Admission, type Author, admit, type Owner } from './admit';
import { append, type Entry } from './append';
import type { Limits } from './limits';
import { type Loaded, loadDocument } from './load-document';
import type { DocumentRow } from './read-log';

/** Content on its way into the log, and what to do once its fate is known. */
export type Submission = {
  /** Asked when its turn comes. Without a party nobody writes: the log names one for every row. */
  author: () => { personId: string; partyId: string | null; canWrite: boolean };
  at: Date;
  step: 'step-two' | 'update';
  /** Made when its turn comes, from the document as it is then. */
  update: (doc: Y.Doc) => Uint8Array;
  settled: (verdict: Verdict) => void;
  /** The room broke before the fate was known. */
  abandoned?: (cause: unknown) => void;
};
type Look = { look: (doc: Y.Doc, seq: number) => void; abandoned?: (cause: unknown) => void };
export type Verdict =
  | { verdict: 'saved'; seq: number; update: Uint8Array }
  | { verdict: 'known' }
  | Exclude<Admission, { verdict: 'admitted' | 'known' }>;

type Task = Submission | Look;

export type RoomEvents = {
  /** Everything of a batch is out. */
  released: () => void;
  /** The store or the log failed the room; it takes no more tasks. */
  failed: (cause: unknown) => void;
};

/**
 * One open document. Tasks are taken in order, in batches: admit all of a batch, append what is new in one transaction, and only
 * then let anything out – verdicts, broadcasts, answers to those who join. Whatever arrives while an append is in flight is the
 * next batch. `#doc` runs ahead of the log during an append, and nobody can see it then; if the append fails it is dropped.
 */
export class Room {
  readonly document: DocumentRow;
  readonly #db: Db;
  readonly #limits: Limits;
  readonly #events: RoomEvents;
  readonly #ownersOf: { persons: Map<number, string>; presence: (client: number) => string | undefined };
  #doc: Y.Doc;
  #seq: number;
  #tasks: Task[] = [];
  #isRunning = false;
  #running: Promise<void> = Promise.resolve();
  #unmeasuredBytes = 0;
  #isFull = false;
  #isBroken = false;

  constructor({
    db,
    document,
    loaded,
    clients,
    presenceOwner,
    limits,
    events,
  }: {
    db: Db;
    document: DocumentRow;
    loaded: Pick<Loaded, 'doc' | 'seq'>;
    clients: Map<number, string>;
    /** The person whose open editor announced a client id. */
    presenceOwner: (client: number) => string | undefined;
    limits: Limits;
    events: RoomEvents;
  }) {
    this.#db = db;
    this.document = document;
    this.#limits = limits;
    this.#events = events;
    this.#ownersOf = { persons: clients, presence: presenceOwner };
    this.#doc = loaded.doc;
    this.#seq = loaded.seq;
    this.#measure();
  }

  get seq(): number {
    return this.#seq;
  }

  submit(submission: Submission): void {
    this.#add(submission);
  }

  /** Shows the document when everything submitted before is durable. The looker must not change it. */
  look(look: Look['look'], abandoned?: Look['abandoned']): void {
    this.#add({ look, abandoned });
  }

  /** Resolves when nothing is waiting or in flight. */
  async idle(): Promise<void> {
    while (this.#isRunning) await this.#running;
  }

  /** Whether a client id is free for this person's editor. */
  mayUse(client: number, personId: string): boolean {
    const owner = this.#ownerOf(client);
    return owner === 'nobody' || (owner !== 'server' && owner.personId === personId);
  }

  destroy(cause: unknown = new Error('The document was closed.')): void {
    this.#isBroken = true;
    for (const task of this.#tasks.splice(0)) task.abandoned?.(cause);
    this.#doc.destroy();
  }

  #add(task: Task): void {
    if (this.#isBroken) {
      task.abandoned?.(new Error('The document was closed.'));
      return;
    }
    this.#tasks.push(task);
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#running = this.#run();
  }

  async #run(): Promise<void> {
    // Frames that arrived together share the first batch.
    await Promise.resolve();
    while (this.#tasks.length > 0) {
      const batch = this.#tasks.splice(0, this.#limits.batchFrames);
      try {
        await this.#runBatch(batch);
      } catch (cause) {
        for (const task of batch) task.abandoned?.(cause);
        this.destroy(cause);
        this.#events.failed(cause);
      }
    }
    this.#isRunning = false;
  }

  async #runBatch(batch: readonly Task[]): Promise<void> {
    const entries: Entry[] = [];
    const outcomes: (() => void)[] = [];
    for (const task of batch)
      outcomes.push('look' in task ? () => task.look(this.#doc, this.#seq) : await this.#admit(task, entries));
    if (entries.length > 0) {
      const first = await append(this.#db, this.document.name, entries);
      if (first !== this.#seq + 1) throw new LogMovedError(this.document.name, this.#seq, first);
      this.#seq += entries.length;
    }
    for (const outcome of outcomes) outcome();
    this.#events.released();
  }

  async #admit({ author, at, step, update, settled }: Submission, entries: Entry[]): Promise<() => void> {
    const { personId, partyId, canWrite } = author();
    const admission = this.#judge(update(this.#doc), { personId, canWrite: canWrite && partyId !== null }, step);
    if (admission.verdict === 'known') return () => settled(admission);
    if (admission.verdict === 'rejected') {
      if (admission.spoiled) await this.#rebuild(entries);
      return () => settled(admission);
    }
    if (partyId === null) throw new Error('Somebody without a party was about to write.');
    for (const client of admission.newClients) this.#ownersOf.persons.set(client, personId);
    entries.push({ personId, partyId, at, update: admission.update, newClients: admission.newClients });
    const seq = this.#seq + entries.length;
    this.#count(admission.update.byteLength);
    return () => settled({ verdict: 'saved', seq, update: admission.update });
  }

  #judge(update: Uint8Array, author: Author, step: Submission['step']): Admission {
    if (this.#isFull && author.canWrite) return { verdict: 'rejected', reason: 'document-too-large', spoiled: false };
    return admit(this.#doc, {
      update,
      step,
      author,
      kind: this.document.kind,
      ownerOf: (client) => this.#ownerOf(client),
      limits: this.#limits,
    });
  }

  #ownerOf(client: number): Owner {
    const bound = this.#ownersOf.persons.get(client);
    if (bound !== undefined) return { personId: bound, isInLog: true };
    if (Y.getState(this.#doc.store, client) > 0) return 'server';
    const present = this.#ownersOf.presence(client);
    return present === undefined ? 'nobody' : { personId: present, isInLog: false };
  }

  /** The document again, as the log and this batch's admitted entries make it. */
  async #rebuild(entries: readonly Entry[]): Promise<void> {
    const spoiled = this.#doc;
    this.#doc = (await loadDocument(this.#db, this.document.name, this.#seq)).doc;
    for (const { update } of entries) Y.applyUpdate(this.#doc, update);
    spoiled.destroy();
  }

  #count(bytes: number): void {
    this.#unmeasuredBytes += bytes;
    if (this.#unmeasuredBytes >= this.#limits.measureEveryBytes) this.#measure();
  }

  #measure(): void {
    this.#unmeasuredBytes = 0;
    this.#isFull = Y.encodeStateAsUpdate(this.#doc).byteLength > this.#limits.documentBytes;
  }
}

/** Somebody else appended to this document: what this process holds is old, and everyone takes up again from the log. */
export class LogMovedError extends Error {
  constructor(document: string, seq: number, first: number) {
    super(`The log of ${document} stood at ${first - 1}, not at ${seq}.`);
    this.name = 'LogMovedError';
  }
}
