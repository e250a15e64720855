// Longer than 300 lines and not split: the states below are one thing, and every step reads and writes the same few private fields. What can be judged without
// them is elsewhere already (working-copy.ts, admit.ts, flusher.ts).

import * as Y from 'yjs';
import type { Admission } from './admit';
import type { Batch, Entry, Fate } from './append';
import type { Limits } from './limits';
import type { LoadedForWriting } from './load-for-writing';
import type { DocumentRow, LogRow } from './read-log';
import {
  type Judged,
  type JudgedBatch,
  type Look,
  type News,
  type Submission,
  type Task,
  type Verdict,
  WorkingCopy,
} from './working-copy';

export type RoomEvents = {
  /** Comes before the verdicts of the submissions that it is made of. */
  news: (news: readonly News[]) => void;
  /** Everything of a batch is out. */
  released: () => void;
  /** The store failed the room, or the document is gone; it takes no more tasks. */
  failed: (cause: unknown) => void;
};

type Options = {
  /** Loads the document again, as it was at a number. */
  load: (seq: number) => Promise<LoadedForWriting | undefined>;
  readAfter: (seq: number) => Promise<LogRow[]>;
  /** Asks to be called with `take` and then `settle`. */
  enqueue: (room: Room) => void;
  /** The person whose open editor announced a client id. */
  presenceOwner: (client: number) => string | undefined;
  limits: Limits;
  events: RoomEvents;
};

/**
 * One open document. Tasks are taken in order, in batches: admit all of a batch, append what is new, and only then let anything out –
 * verdicts, news, answers to those who join. Whatever arrives while an append is in flight is the next batch. The copy runs ahead of the log
 * during an append, and nobody can see it then.
 *
 *     idle ──task──▶ queued ──take──▶ flying ──settle──▶ idle
 *       └──────── mending: rows of other processes are read, or the document is loaded again ◀─┘
 */
export class Room {
  readonly document: DocumentRow;
  readonly #options: Options;
  readonly #copy: WorkingCopy;
  #seq: number;
  #tasks: Task[] = [];
  #state: 'idle' | 'queued' | 'flying' | 'mending' | 'broken' = 'idle';
  /** Judged and not settled; kept when it must be asked again. */
  #batch: JudgedBatch | undefined;
  /** How far the log is said to be, and rows of it that came with the saying. */
  #heardOf = 0;
  readonly #hints = new Map<number, LogRow>();
  readonly #waitingForIdle: (() => void)[] = [];

  constructor(loaded: LoadedForWriting, options: Options) {
    this.document = loaded.row;
    this.#options = options;
    this.#copy = new WorkingCopy(loaded, options);
    this.#seq = loaded.seq;
  }

  get seq(): number {
    return this.#seq;
  }

  /** The document's encoded size, roughly. */
  get bytes(): number {
    return this.#copy.bytes;
  }

  submit(submission: Submission): void {
    this.#add(submission);
  }

  /** Shows the document when everything submitted before is durable. The looker must not change it. */
  look(look: Look['look'], abandoned?: Look['abandoned']): void {
    this.#add({ look, abandoned });
  }

  /** Another process says how far the log is, perhaps with the newest rows. A hint: what is missing is read. */
  hear(head: number, rows: readonly LogRow[] = []): void {
    if (head <= this.#seq || this.#state === 'broken') return;
    this.#heardOf = Math.max(this.#heardOf, head);
    for (const row of rows)
      if (row.seq > this.#seq && this.#hints.size < this.#options.limits.batchFrames) this.#hints.set(row.seq, row);
    this.#pump();
  }

  /** Resolves when nothing is waiting or in flight. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#waitingForIdle.push(resolve));
  }

  /** Whether a client id is free for this person's editor. */
  mayUse(client: number, personId: string): boolean {
    const owner = this.#copy.ownerOf(client);
    return owner === 'nobody' || (owner !== 'server' && owner.personId === personId);
  }

  destroy(cause: unknown = new Error('The document was closed.')): void {
    this.#state = 'broken';
    const left = [...(this.#batch?.judged.map(({ task }) => task) ?? []), ...this.#tasks];
    this.#batch = undefined;
    this.#tasks = [];
    for (const task of left) task.abandoned?.(cause);
    this.#copy.doc.destroy();
    this.#tellIdle();
  }

  /** The store failed for good: everybody takes up again from the log. Nothing that was shown is taken back. */
  fail(cause: unknown): void {
    if (this.#state === 'broken') return;
    this.destroy(cause);
    this.#options.events.failed(cause);
  }

  /** What there is to append now; undefined when that is nothing. */
  take(): Batch | undefined {
    if (this.#state !== 'queued') return undefined;
    this.#state = 'flying';
    try {
      this.#batch ??= this.#copy.judgeBatch(this.#tasks);
    } catch (cause) {
      this.fail(cause);
      return undefined;
    }
    const { entries } = this.#batch;
    if (entries.length > 0) return { document: this.document.name, base: this.#seq, entries };
    void this.#mendWith(() => this.#release(0));
    return undefined;
  }

  settle(fate: Fate): void {
    if (this.#state !== 'flying') return;
    switch (fate.kind) {
      case 'stored':
        void this.#mendWith(() => this.#release(fate.count));
        return;
      case 'closed':
        void this.#mendWith(() => this.#judgeAsClosed());
        return;
      case 'busy':
        setTimeout(() => this.#queueAgain(), 10);
        return;
      case 'moved':
        // A standby took over that had not heard of the last commits: whoever still has them brings them again.
        if (fate.head < this.#seq) {
          this.fail(new Error(`The log of ${this.document.name} ends at ${fate.head}, and was at ${this.#seq}.`));
          return;
        }
        this.#heardOf = Math.max(this.#heardOf, fate.head);
        void this.#mendWith(() => this.#judgeAgain());
        return;
      case 'gone':
        this.fail(new Error(`There is no document ${this.document.name} to append to.`));
    }
  }

  #add(task: Task): void {
    if (this.#state === 'broken') {
      task.abandoned?.(new Error('The document was closed.'));
      return;
    }
    this.#tasks.push(task);
    this.#pump();
  }

  #pump(): void {
    if (this.#heardOf > this.#seq) {
      // While an append is in flight, it is the append that finds out.
      if (this.#mayMend()) void this.#mendWith(() => this.#catchUp());
      return;
    }
    if (this.#hints.size > 0) this.#hints.clear();
    if (this.#state !== 'idle' || !this.#lookNow()) return;
    if (this.#tasks.length === 0) {
      this.#tellIdle();
      return;
    }
    this.#state = 'queued';
    this.#options.enqueue(this);
  }

  /** Nothing of this process is ahead of the log. */
  #mayMend(): boolean {
    return this.#state === 'idle' || (this.#state === 'queued' && this.#batch === undefined);
  }

  /** Lookers at the head of the queue need not wait for an append. False: the room broke. */
  #lookNow(): boolean {
    const [first] = this.#tasks;
    if (first === undefined || !('look' in first)) return true;
    try {
      for (let next = this.#tasks[0]; next !== undefined && 'look' in next; next = this.#tasks[0]) {
        this.#tasks.shift();
        next.look(this.#copy.doc, this.#seq);
      }
      this.#options.events.released();
    } catch (cause) {
      this.fail(cause);
    }
    return !this.#isBroken();
  }

  #queueAgain(): void {
    if (this.#state !== 'flying') return;
    this.#state = 'queued';
    this.#options.enqueue(this);
  }

  /** Runs a step during which nothing else may touch the document. Most steps have nothing to wait for, and end before this returns. */
  async #mendWith(step: () => Promise<void> | void): Promise<void> {
    this.#state = 'mending';
    try {
      const waiting = step();
      if (waiting !== undefined) await waiting;
    } catch (cause) {
      this.fail(cause);
      return;
    }
    if (this.#isBroken() || this.#state !== 'mending') return;
    this.#state = 'idle';
    this.#pump();
  }

  #isBroken(): boolean {
    return this.#state === 'broken';
  }

  #isIdle(): boolean {
    return this.#isBroken() || (this.#state === 'idle' && this.#tasks.length === 0);
  }

  #tellIdle(): void {
    for (const tell of this.#waitingForIdle.splice(0)) tell();
  }

  /** So many entries are in the log: tells everybody. What was not stored, and what was half integrated, must leave the document first. */
  #release(count: number): Promise<void> | void {
    const batch = this.#batch;
    if (batch === undefined) return;
    this.#seq += count;
    const lost = batch.entries[count];
    if (lost === undefined && !batch.isSpoiled) {
      this.#letOut(batch.judged, batch.news);
      return;
    }
    const end = lost === undefined ? batch.judged.length : batch.judged.findIndex((judged) => entryOf(judged) === lost) + 1;
    const judged = batch.judged.slice(0, end);
    this.#tasks = [...batch.judged.slice(end).map(({ task }) => task), ...this.#tasks];
    const news = judged.flatMap((one): News[] => {
      const entry = entryOf(one);
      return entry === undefined || entry === lost || !('admission' in one) ? [] : [{ update: entry.update, origin: undefined }];
    });
    return this.#loadAgain().then(() => this.#letOut(judged, news, lost));
  }

  /** The claim was closed: nothing of the batch is in the log. What is new of it is refused, and what was known already still is, each in its turn. */
  async #judgeAsClosed(): Promise<void> {
    const batch = this.#batch;
    if (batch === undefined) return;
    this.#batch = undefined;
    this.#tasks = [...batch.judged.map(({ task }) => barred(task)), ...this.#tasks];
    await this.#loadAgain();
  }

  #letOut(judged: readonly Judged[], news: readonly News[], lost?: Entry): void {
    if (this.#isBroken()) return;
    this.#batch = undefined;
    this.#copy.measureSometimes(judged.at(-1));
    if (news.length > 0) this.#options.events.news(news);
    const stored = judged.flatMap((one) => entryOf(one) ?? []).filter((entry) => entry !== lost);
    for (const one of judged) {
      if (!('admission' in one)) one.task.look(this.#copy.doc, this.#seq);
      else if (one.entry === undefined) one.task.settled(settledAs(one.admission));
      else if (one.entry === lost) one.task.settled({ verdict: 'right-lost' });
      else one.task.settled({ verdict: 'saved', seq: this.#seq - stored.length + 1 + stored.indexOf(one.entry) });
    }
    this.#options.events.released();
  }

  /** The document again, as the log makes it at this room's number. */
  async #loadAgain(): Promise<void> {
    const loaded = await this.#options.load(this.#seq);
    if (loaded === undefined) throw new Error(`The document ${this.document.name} is gone.`);
    if (this.#isBroken()) {
      loaded.doc.destroy();
      return;
    }
    this.#copy.replace(loaded);
  }

  /**
   * Another process wrote first. Client ids belong to persons, so rows of others cannot touch what this batch brings, and it is asked
   * again as it is. Rows of one of its own authors can: a retry of what was stored after all, or one editor at two processes. Then everything is
   * judged from the start.
   */
  async #judgeAgain(): Promise<void> {
    const batch = this.#batch;
    if (batch === undefined) return;
    const rows = await this.#missing();
    if (this.#isBroken()) return;
    if (!batch.isSpoiled && !touches(rows, batch.entries)) {
      this.#enter(rows);
      this.#state = 'queued';
      this.#options.enqueue(this);
      return;
    }
    this.#batch = undefined;
    this.#tasks = [...batch.judged.map(({ task }) => task), ...this.#tasks];
    this.#seq = rows.at(-1)?.seq ?? this.#seq;
    await this.#loadAgain();
    if (!this.#isBroken()) this.#options.events.news(rows.map(({ update }) => ({ update, origin: undefined })));
  }

  async #catchUp(): Promise<void> {
    while (this.#heardOf > this.#seq && !this.#isBroken()) {
      const rows = await this.#missing();
      if (rows.length === 0) {
        // A hint may lie; the log does not.
        this.#heardOf = this.#seq;
        return;
      }
      if (!this.#isBroken()) this.#enter(rows);
    }
  }

  /** The rows that follow: as hinted when nothing is missing among them, else from the log. */
  async #missing(): Promise<LogRow[]> {
    const hinted: LogRow[] = [];
    for (let row = this.#hints.get(this.#seq + 1); row !== undefined; row = this.#hints.get(row.seq + 1)) hinted.push(row);
    this.#hints.clear();
    return hinted.length > 0 && (hinted.at(-1)?.seq ?? 0) >= this.#heardOf ? hinted : this.#options.readAfter(this.#seq);
  }

  #enter(rows: readonly LogRow[]): void {
    if (rows.some(({ seq }, index) => seq !== this.#seq + 1 + index))
      throw new Error(`Rows of ${this.document.name} after ${this.#seq} came with a hole.`);
    this.#copy.enter(rows);
    this.#seq += rows.length;
    this.#options.events.news(rows.map(({ update }) => ({ update, origin: undefined })));
  }
}

/** Whether rows may bring what entries bring: a person in both, or a new client id. */
function touches(rows: readonly LogRow[], entries: readonly Entry[]): boolean {
  const authors = new Set(entries.map(({ personId }) => personId));
  const clients = new Set(entries.flatMap(({ newClients }) => newClients));
  return rows.some(
    ({ personId, update }) =>
      authors.has(personId) ||
      (clients.size > 0 && [...Y.parseUpdateMeta(update).to.keys()].some((client) => clients.has(client))),
  );
}

/** The same for whoever may write nothing any more. */
function barred(task: Task): Task {
  return 'look' in task ? task : { ...task, author: () => ({ ...task.author(), bar: 'claim-closed' }) };
}

function entryOf(judged: Judged): Entry | undefined {
  return 'admission' in judged ? judged.entry : undefined;
}

/** What became of a submission that brought no row. */
function settledAs(admission: Admission): Verdict {
  switch (admission.verdict) {
    case 'rejected':
      return { verdict: 'rejected', reason: admission.reason, at: admission.at };
    case 'known':
      return { verdict: 'known' };
    case 'admitted':
      throw new Error('What was admitted has a row.');
  }
}
