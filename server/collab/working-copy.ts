import * as Y from 'yjs';
import { type Admission, admit, type Owner } from './admit';
import type { Entry, Seat } from './append';
import type { Bar } from './codes';
import type { Limits } from './limits';
import type { LoadedForWriting } from './load-for-writing';
import type { DocumentRow, LogRow } from './read-log';

/** Content on its way into the log, and what to do once its fate is known. */
export type Submission = {
  /** Asked when its turn comes. Without a party nobody writes: the log names one for every row. */
  author: () => { personId: string; partyId: string | null; bar: Bar | undefined; seat: Seat | undefined };
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
/** Shows the document to somebody who must not change it. */
export type Look = { look: (doc: Y.Doc, seq: number) => void; abandoned?: (cause: unknown) => void };
export type Verdict =
  /** In the log under this number. */
  | { verdict: 'saved'; seq: number }
  | { verdict: 'known' }
  /** The right was lost between admission and commit. */
  | { verdict: 'right-lost' }
  | ({ verdict: 'rejected' } & Pick<Extract<Admission, { verdict: 'rejected' }>, 'reason' | 'at'>);

export type Task = Submission | Look;
/** A task whose turn has come. */
export type Judged = { task: Submission; admission: Admission; entry: Entry | undefined } | { task: Look };

/** Judged together and not settled yet: the entries are what is new of it. */
export type JudgedBatch = { judged: Judged[]; entries: Entry[]; news: News[]; isSpoiled: boolean };

/** What is new in the log and may be sent now. Without an origin it is for everybody. */
export type News = { update: Uint8Array; origin: object | undefined };

/**
 * The document in memory, with who its Yjs client ids belong to and how large it is. It runs ahead of the log while what was judged is on its
 * way there; the room says who may see it.
 */
export class WorkingCopy {
  readonly #kind: DocumentRow['kind'];
  readonly #limits: Limits;
  readonly #presenceOwner: (client: number) => string | undefined;
  #clients: Map<number, string>;
  #doc: Y.Doc;
  #measuredBytes = 0;
  #unmeasuredBytes = 0;
  #measuredAtMs = 0;

  constructor(
    { row, doc, clients }: LoadedForWriting,
    { limits, presenceOwner }: { limits: Limits; presenceOwner: (client: number) => string | undefined },
  ) {
    this.#kind = row.kind;
    this.#limits = limits;
    this.#presenceOwner = presenceOwner;
    this.#doc = doc;
    this.#clients = clients;
    this.#measure();
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Its encoded size, roughly. */
  get bytes(): number {
    return this.#measuredBytes + this.#unmeasuredBytes;
  }

  /** What was judged and not stored has no part in it any more. */
  replace({ doc, clients }: LoadedForWriting): void {
    this.#doc.destroy();
    this.#doc = doc;
    this.#clients = clients;
    this.#measure();
  }

  /** Rows of another process enter as they are: they were judged there. */
  enter(rows: readonly LogRow[]): void {
    for (const { personId, update } of rows) {
      for (const client of Y.parseUpdateMeta(update).to.keys())
        if (!this.#clients.has(client)) this.#clients.set(client, personId);
      Y.applyUpdate(this.#doc, update);
      this.#unmeasuredBytes += update.byteLength;
    }
  }

  /** Takes tasks from the front of the queue and judges them, as many as one append carries. A fault leaves them there, so that each hears of it. */
  judgeBatch(tasks: Task[]): JudgedBatch {
    const batch: JudgedBatch = { judged: [], entries: [], news: [], isSpoiled: false };
    try {
      this.#judgeInto(batch, tasks);
    } catch (cause) {
      tasks.unshift(...batch.judged.map(({ task }) => task));
      throw cause;
    }
    return batch;
  }

  #judgeInto(batch: JudgedBatch, tasks: Task[]): void {
    const { batchFrames, batchBytes } = this.#limits;
    let bytes = 0;
    const mayTakeMore = () => tasks.length > 0 && batch.judged.length < batchFrames && bytes < batchBytes && !batch.isSpoiled;
    const judgeNext = () => {
      const task = tasks.shift();
      if (task === undefined) return;
      const judged: Judged = 'look' in task ? { task } : this.#judgeOrAbandon(task);
      batch.judged.push(judged);
      if (!('admission' in judged)) return;
      if (judged.admission.verdict === 'rejected') batch.isSpoiled = judged.admission.spoiled;
      if (judged.entry === undefined) return;
      bytes += judged.entry.update.byteLength;
      batch.entries.push(judged.entry);
      batch.news.push({ update: judged.entry.update, origin: originOf(judged.task) });
    };
    while (mayTakeMore()) {
      if (isStepTwo(tasks[0])) judgeNext();
      else
        this.#judgeTogether(batch, () => {
          while (mayTakeMore() && !isStepTwo(tasks[0])) judgeNext();
        });
    }
  }

  /**
   * One transaction for many updates. What Yjs says was new in it is one frame for everybody; and when it tidied superfluous marks
   * afterwards, that is part of the last update, since a replay of the log would otherwise not be this document. Its author has not got that: a mark that is
   * left on one screen alone makes later ones look otherwise there.
   */
  #judgeTogether(batch: JudgedBatch, judge: () => void): void {
    const [first, firstNews] = [batch.entries.length, batch.news.length];
    const [made, faults]: [Uint8Array[], unknown[]] = [[], []];
    const keep = (bytes: Uint8Array) => made.push(bytes);
    this.#doc.on('update', keep);
    try {
      this.#doc.transact(() => {
        try {
          judge();
        } catch (cause) {
          faults.push(cause);
        }
      });
    } catch {
      batch.isSpoiled = true;
    } finally {
      this.#doc.off('update', keep);
    }
    // A task that could not be judged has no verdict; the next one's SAVED must not cover it.
    if (faults.length > 0) throw faults[0];
    const [together, ...tidied] = made;
    const entries = batch.entries.slice(first);
    const last = entries.at(-1);
    if (batch.isSpoiled || together === undefined || last === undefined) return;
    if (tidied.length > 0) last.update = Y.mergeUpdates([last.update, ...tidied]);
    const origins = new Set(batch.news.slice(firstNews).map(({ origin }) => origin));
    const [origin] = origins;
    const update = entries.length === 1 ? last.update : Y.mergeUpdates(made);
    const isTheirs = origins.size === 1 && tidied.length === 0;
    batch.news.splice(firstNews, entries.length, { update, origin: isTheirs ? origin : undefined });
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
    const { personId, partyId, bar, seat } = task.author();
    const admission = admit(this.#doc, {
      update: task.update(this.#doc),
      step: task.step,
      author: { personId, bar: partyId === null ? (bar ?? 'read-only') : bar },
      kind: this.#kind,
      ownerOf: (client) => this.ownerOf(client),
      isFull: this.bytes > this.#limits.documentBytes,
      limits: this.#limits,
    });
    if (admission.verdict !== 'admitted') return { task, admission, entry: undefined };
    if (partyId === null) throw new Error('Somebody without a party was about to write.');
    const { update, newClients } = admission;
    for (const client of newClients) this.#clients.set(client, personId);
    this.#unmeasuredBytes += update.byteLength;
    return { task, admission, entry: { personId, partyId, seat, at: task.at, update, newClients } };
  }

  ownerOf(client: number): Owner {
    const bound = this.#clients.get(client);
    if (bound !== undefined) return { personId: bound, isInLog: true };
    if (Y.getState(this.#doc.store, client) > 0) return 'server';
    const present = this.#presenceOwner(client);
    return present === undefined ? 'nobody' : { personId: present, isInLog: false };
  }

  /** A document that is full is measured again while people delete, but not at each keystroke: it is slow then. */
  measureSometimes(last: Judged | undefined): void {
    const atMs = last !== undefined && 'admission' in last ? last.task.at.getTime() : 0;
    const isDue = this.bytes > this.#limits.documentBytes && atMs - this.#measuredAtMs > 2_000;
    if (!isDue && this.#unmeasuredBytes < this.#limits.measureEveryBytes) return;
    this.#measuredAtMs = atMs;
    this.#measure();
  }

  #measure(): void {
    this.#unmeasuredBytes = 0;
    this.#measuredBytes = Y.encodeStateAsUpdate(this.#doc).byteLength;
  }
}

/** Who has all of it already. Yjs may have tidied what a SyncStep2 brought, so its author hears it back. */
function originOf({ step, origin }: Submission): object | undefined {
  return step === 'step-two' ? undefined : origin;
}

function isStepTwo(task: Task | undefined): boolean {
  return task !== undefined && !('look' in task) && task.step === 'step-two';
}
