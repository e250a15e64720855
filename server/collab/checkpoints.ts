import type { Db } from '@/db/client';
import { CheckpointThread } from './checkpoint-thread';
import { keepCheckpoint, removeCheckpoint } from './keep-checkpoint';
import type { Limits } from './limits';
import type { Tail } from './load-document';
import { readLedger, readState } from './read-checkpoint';
import { readCredits, readLog } from './read-log';

type Options = { db: Db; now: () => Date; limits: Limits };

/** Makes checkpoints of documents, each document one at a time. */
export class Checkpoints {
  readonly #options: Options;
  readonly #thread = new CheckpointThread();
  readonly #making = new Map<string, Promise<boolean>>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Whether so much has come since the last one that the next load would be slow. */
  isDue({ rows, bytes, checkpointBytes }: Tail): boolean {
    const { checkpointRows, checkpointBytes: least } = this.#options.limits;
    return rows >= checkpointRows || bytes >= Math.max(least, checkpointBytes);
  }

  isWorthItAtUnload(tail: Tail): boolean {
    return tail.rows >= this.#options.limits.checkpointRowsAtUnload || this.isDue(tail);
  }

  /** A checkpoint of what the log holds now. False: there was nothing new, or somebody else kept a newer one. */
  make(document: string): Promise<boolean> {
    const making = this.#making.get(document) ?? this.#make(document).finally(() => this.#making.delete(document));
    this.#making.set(document, making);
    return making;
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#making.values());
    await this.#thread.stop();
  }

  async #make(document: string): Promise<boolean> {
    const { db, now } = this.#options;
    const before = await this.#soundBefore(document);
    const rows = await readLog(db, document, undefined, before?.seq);
    const seq = rows.at(-1)?.seq;
    if (seq === undefined) return false;
    const made = await this.#thread.make({ before, rows, credits: await readCredits(db, document) });
    return keepCheckpoint(db, { document, seq, made, at: now() });
  }

  /** The newest checkpoint. A damaged one makes room for the next, which is then made from the one before it or from the whole log. */
  async #soundBefore(document: string): Promise<{ seq: number; state: Uint8Array; ledger: Uint8Array } | undefined> {
    const { db } = this.#options;
    const state = await readState(db, document);
    const ledger = state && (await readLedger(db, document, state.seq));
    if (state === undefined || ledger?.seq !== state.seq) return undefined;
    if (!state.isDamaged && !ledger.isDamaged) return { seq: state.seq, state: state.state, ledger: ledger.ledger };
    await removeCheckpoint(db, document, state.seq);
    return this.#soundBefore(document);
  }
}
