import * as Y from 'yjs';
import { type Admission, admit, type Owner } from './admit';
import type { Batch, Entry, Fate, Seat } from './append';
import type { Limits } from './limits';
import type { LoadedDocument } from './load-document';
import type { DocumentRow, LogRow } from './read-log';

/** Content on its way into the log, and what to do once its fate is known. */
export type Submission = {
  /** Asked when its turn comes. Without a party nobody writes: the log names one for every row. */
  author: () => { personId: string; partyId: string | null; canWrite: boolean; seat: Seat | undefined };
  at: Date;
  step: 'step-two' | 'update';
  /** Made when its turn comes, from the document as it is then. */
  update: (doc: Y.Doc) => Uint8Array;
  settled: (verdict: Verdict) => void;
  /** The room broke before the fate was known. */
  abandoned?: (cause: unknown) => void;
  /** Who wrote it, for those who send it on: nobody needs their own words back. */
  origin?: object;
};
type Look = { look: (doc: Y.Doc, seq: number) => void; abandoned?: (cause: unknown) => void };
export type Verdict =
  | { verdict: 'saved' }
  | { verdict: 'known' }
  /** The right was lost between admission and commit. */
  | { verdict: 'right-lost' }
  | { verdict: 'rejected'; reason: Extract<Admission, { verdict: 'rejected' }>['reason'] };

type Task = Submission | Look;
type Judged = { task: Submission; admission: Admission; entry: Entry | undefined } | { task: Look };

type JudgedBatch = { judged: Judged[]; entries: Entry[]; news: News[]; isSpoiled: boolean };

/** What is new in the log and may be sent now. Without an origin it is for everybody. */
export type News = { update: Uint8Array; origin: object | undefined };

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
  load: (seq: number) => Promise<LoadedDocument | undefined>;
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
 * verdicts, news, answers to those who join. Whatever arrives while an append is in flight is the next batch. `#doc` runs ahead of the log
 * during an append, and nobody can see it then.
 *
 *     idle ──task──▶ queued ──take──▶ flying ──settle──▶ idle
 *       └──────── mending: rows of other processes are read, or the document is loaded again ◀─┘
 */
export class Room {
  readonly document: DocumentRow;
  readonly #options: Options;
  readonly #clients: Map<number, string>;
  #doc: Y.Doc;
  #seq: number;
  #tasks: Task[] = [];
  #state: 'idle' | 'queued' | 'flying' | 'mending' | 'broken' = 'idle';
  /** Judged and not settled; kept when it must be asked again. */
  #batch: JudgedBatch | undefined;
  /** How far the log is said to be, and rows of it that came with the saying. */
  #heardOf = 0;
  readonly #hints = new Map<number, LogRow>();
  readonly #waitingForIdle: (() => void)[] = [];
  #bytes = 0;
  #unmeasuredBytes = 0;
  #measuredAt = 0;

  constructor({ row, doc, seq, clients }: LoadedDocument, options: Options) {
    this.document = row;
    this.#options = options;
    this.#doc = doc;
    this.#seq = seq;
    this.#clients = clients;
    this.#measure();
  }

  get seq(): number {
    return this.#seq;
  }

  /** The document's encoded size, roughly. */
  get bytes(): number {
    return this.#bytes + this.#unmeasuredBytes;
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
    const owner = this.#ownerOf(client);
    return owner === 'nobody' || (owner !== 'server' && owner.personId === personId);
  }

  destroy(cause: unknown = new Error('The document was closed.')): void {
    this.#state = 'broken';
    const left = [...(this.#batch?.judged.map(({ task }) => task) ?? []), ...this.#tasks];
    this.#batch = undefined;
    this.#tasks = [];
    for (const task of left) task.abandoned?.(cause);
    this.#doc.destroy();
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
      this.#batch ??= this.#judgeBatch();
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
      case 'busy':
        setTimeout(() => this.#queueAgain(), 10);
        return;
      case 'moved':
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
        next.look(this.#doc, this.#seq);
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

  #judgeBatch(): JudgedBatch {
    const batch: JudgedBatch = { judged: [], entries: [], news: [], isSpoiled: false };
    const { batchFrames, batchBytes } = this.#options.limits;
    let bytes = 0;
    const mayTakeMore = () =>
      this.#tasks.length > 0 && batch.judged.length < batchFrames && bytes < batchBytes && !batch.isSpoiled;
    const judgeNext = () => {
      const task = this.#tasks.shift();
      if (task === undefined) return;
      const judged: Judged = 'look' in task ? { task } : this.#judgeOrAbandon(task);
      batch.judged.push(judged);
      if (!('admission' in judged)) return;
      if (judged.admission.verdict === 'rejected') batch.isSpoiled = judged.admission.spoiled;
      if (judged.entry === undefined) return;
      bytes += judged.entry.update.byteLength;
      batch.entries.push(judged.entry);
      batch.news.push({ update: judged.entry.update, origin: judged.task.origin });
    };
    while (mayTakeMore()) {
      if (isStepTwo(this.#tasks[0])) judgeNext();
      else
        this.#judgeTogether(batch, () => {
          while (mayTakeMore() && !isStepTwo(this.#tasks[0])) judgeNext();
        });
    }
    return batch;
  }

  /**
   * One transaction for many updates. What Yjs says was new in it is one frame for everybody; and when it tidied superfluous marks
   * afterwards, that is part of the last update, since a replay of the log would otherwise not be this document.
   */
  #judgeTogether(batch: JudgedBatch, judge: () => void): void {
    const first = batch.entries.length;
    const made: Uint8Array[] = [];
    const keep = (bytes: Uint8Array) => made.push(bytes);
    this.#doc.on('update', keep);
    try {
      this.#doc.transact(judge);
    } catch {
      batch.isSpoiled = true;
    } finally {
      this.#doc.off('update', keep);
    }
    const [together, ...tidied] = made;
    const entries = batch.entries.slice(first);
    const last = entries.at(-1);
    if (batch.isSpoiled || together === undefined || last === undefined) return;
    if (tidied.length > 0) last.update = Y.mergeUpdates([last.update, ...tidied]);
    const origins = new Set(batch.news.slice(first).map(({ origin }) => origin));
    const [origin] = origins;
    const update = entries.length === 1 ? last.update : Y.mergeUpdates(made);
    batch.news.splice(first, entries.length, { update, origin: origins.size === 1 ? origin : undefined });
  }

  /** A fault here ends the room, and this task is in no list by which it would hear of that. */
  #judgeOrAbandon(task: Submission): Judged {
    try {
      return this.#judge(task);
    } catch (cause) {
      task.abandoned?.(cause);
      throw cause;
    }
  }

  #judge(task: Submission): Judged {
    const { personId, partyId, canWrite, seat } = task.author();
    const admission = admit(this.#doc, {
      update: task.update(this.#doc),
      step: task.step,
      author: { personId, canWrite: canWrite && partyId !== null },
      kind: this.document.kind,
      ownerOf: (client) => this.#ownerOf(client),
      isFull: this.bytes > this.#options.limits.documentBytes,
      limits: this.#options.limits,
    });
    if (admission.verdict !== 'admitted') return { task, admission, entry: undefined };
    if (partyId === null) throw new Error('Somebody without a party was about to write.');
    const { update, newClients } = admission;
    for (const client of newClients) this.#clients.set(client, personId);
    this.#unmeasuredBytes += update.byteLength;
    return { task, admission, entry: { personId, partyId, seat, at: task.at, update, newClients } };
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
      return entry === undefined || entry === lost || !('admission' in one)
        ? []
        : [{ update: entry.update, origin: one.task.origin }];
    });
    return this.#loadAgain().then(() => this.#letOut(judged, news, lost));
  }

  #letOut(judged: readonly Judged[], news: readonly News[], lost?: Entry): void {
    if (this.#isBroken()) return;
    this.#batch = undefined;
    this.#measureSometimes(judged.at(-1));
    if (news.length > 0) this.#options.events.news(news);
    for (const one of judged) {
      if (!('admission' in one)) one.task.look(this.#doc, this.#seq);
      else if (one.entry === undefined) one.task.settled(settledAs(one.admission));
      else one.task.settled({ verdict: one.entry === lost ? 'right-lost' : 'saved' });
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
    this.#doc.destroy();
    this.#doc = loaded.doc;
    this.#clients.clear();
    for (const [client, personId] of loaded.clients) this.#clients.set(client, personId);
    this.#measure();
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

  /** Rows of another process enter the document as they are: they were judged there. */
  #enter(rows: readonly LogRow[]): void {
    for (const { seq, personId, update } of rows) {
      if (seq !== this.#seq + 1) throw new Error(`Row ${seq} of ${this.document.name} came after ${this.#seq}.`);
      for (const client of Y.parseUpdateMeta(update).to.keys())
        if (!this.#clients.has(client)) this.#clients.set(client, personId);
      Y.applyUpdate(this.#doc, update);
      this.#unmeasuredBytes += update.byteLength;
      this.#seq = seq;
    }
    this.#options.events.news(rows.map(({ update }) => ({ update, origin: undefined })));
  }

  #ownerOf(client: number): Owner {
    const bound = this.#clients.get(client);
    if (bound !== undefined) return { personId: bound, isInLog: true };
    if (Y.getState(this.#doc.store, client) > 0) return 'server';
    const present = this.#options.presenceOwner(client);
    return present === undefined ? 'nobody' : { personId: present, isInLog: false };
  }

  /** A document that is full is measured again while people delete, but not at each keystroke: it is slow then. */
  #measureSometimes(last: Judged | undefined): void {
    const at = last !== undefined && 'admission' in last ? last.task.at.getTime() : 0;
    const isDue = this.bytes > this.#options.limits.documentBytes && at - this.#measuredAt > 2_000;
    if (!isDue && this.#unmeasuredBytes < this.#options.limits.measureEveryBytes) return;
    this.#measuredAt = at;
    this.#measure();
  }

  #measure(): void {
    this.#unmeasuredBytes = 0;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).byteLength;
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

function entryOf(judged: Judged): Entry | undefined {
  return 'admission' in judged ? judged.entry : undefined;
}

function isStepTwo(task: Task | undefined): boolean {
  return task !== undefined && !('look' in task) && task.step === 'step-two';
}

/** What became of a submission that brought no row. */
function settledAs(admission: Admission): Verdict {
  switch (admission.verdict) {
    case 'rejected':
      return { verdict: 'rejected', reason: admission.reason };
    case 'known':
      return { verdict: 'known' };
    case 'admitted':
      throw new Error('What was admitted has a row.');
  }
}
