import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { append, type Batch, type Fate } from './append';
import type { Limits } from './limits';
import type { Room } from './room';

type Flight = { room: Room; batch: Batch };
type Options = {
  db: Db;
  now: () => Date;
  limits: Limits;
  /** The store does not confirm, for so long by now; zero: it does again. */
  degraded: (sinceMs: number) => void;
  /** These are in the log and may be told to other processes. */
  stored: (flights: readonly { batch: Batch; count: number }[]) => void;
  report: (fault: unknown, facts: Record<string, unknown>) => void;
};

/**
 * Group commit: one append in flight for the whole process, of all documents that have something. There is no timer: whatever arrives
 * meanwhile is the next one, so the batch grows with the time that a commit takes.
 */
export class Flusher {
  readonly #options: Options;
  readonly #queue = new Set<Room>();
  readonly #watch: NodeJS.Timeout;
  #isRunning = false;
  /** The append that is asked for now. Watched from one timer: two for each flush would be thousands. */
  #asking: { begunMs: number; toldMs: number | undefined; giveUp: (error: Error) => void } | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#watch = setInterval(() => this.#look(), Math.min(options.limits.degradedAfterMs, options.limits.storeRetryMs));
    this.#watch.unref();
  }

  stop(): void {
    clearInterval(this.#watch);
  }

  enqueue(room: Room): void {
    this.#queue.add(room);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#queue.size > 0) {
      // After this turn's sockets were read, and after the rooms of the last flush have told what became of it.
      await nextTurn();
      const flights = this.#takeFlights();
      if (flights.length > 0) await this.#store(flights);
    }
    this.#isRunning = false;
  }

  #takeFlights(): Flight[] {
    const { batchFrames, batchBytes } = this.#options.limits;
    const flights: Flight[] = [];
    let frames = 0;
    let bytes = 0;
    for (const room of [...this.#queue]) {
      if (frames >= batchFrames || bytes >= batchBytes) break;
      this.#queue.delete(room);
      const batch = room.take();
      if (batch === undefined) continue;
      flights.push({ room, batch });
      frames += batch.entries.length;
      bytes += batch.entries.reduce((sum, { update }) => sum + update.byteLength, 0);
    }
    return flights;
  }

  async #store(flights: readonly Flight[]): Promise<void> {
    const outcome = await this.#insist(flights);
    if (Array.isArray(outcome)) {
      this.#settle(flights, outcome);
      return;
    }
    if (!isOutage(outcome) && flights.length > 1) {
      // One document's fault must not be everybody's.
      for (const flight of flights) await this.#store([flight]);
      return;
    }
    for (const { room } of flights) room.fail(outcome);
    // They have waited as long.
    if (isOutage(outcome)) for (const room of [...this.#queue]) room.fail(outcome);
    if (isOutage(outcome)) this.#queue.clear();
  }

  #settle(flights: readonly Flight[], fates: readonly Fate[]): void {
    const stored = flights.flatMap(({ batch }, index) => {
      const fate = fates[index];
      return fate?.kind === 'stored' && fate.count > 0 ? [{ batch, count: fate.count }] : [];
    });
    if (stored.length > 0) this.#options.stored(stored);
    for (const [index, { room }] of flights.entries()) {
      const fate = fates[index];
      if (fate !== undefined) room.settle(fate);
    }
  }

  /**
   * Asks the store with the same batch until it answers, and no longer than patience allows. An answer that never came may have been a commit:
   * the next one then says that the log has moved, and the room finds its own rows in it.
   */
  async #insist(flights: readonly Flight[]): Promise<Fate[] | Error> {
    const { db, now, limits, degraded, report } = this.#options;
    const batches = flights.map(({ batch }) => batch);
    let giveUp: (error: Error) => void = () => undefined;
    const silence = new Promise<Error>((resolve) => {
      giveUp = resolve;
    });
    const asking = { begunMs: now().getTime(), toldMs: undefined as number | undefined, giveUp };
    this.#asking = asking;
    try {
      for (;;) {
        const outcome = await Promise.race([append(db, batches, now()).catch(asError), silence]);
        if (Array.isArray(outcome)) {
          if (asking.toldMs !== undefined) degraded(0);
          return outcome;
        }
        if (!isOutage(outcome) || now().getTime() - asking.begunMs >= limits.storePatienceMs) return outcome;
        if (asking.toldMs === undefined) {
          report(outcome, { task: 'append' });
          this.#tell(asking);
        }
        await delay(limits.storeRetryMs);
      }
    } finally {
      this.#asking = undefined;
    }
  }

  /** A store that does not answer at all. */
  #look(): void {
    const asking = this.#asking;
    if (asking === undefined) return;
    const { now, limits } = this.#options;
    const nowMs = now().getTime();
    if (nowMs - asking.begunMs >= limits.storePatienceMs) asking.giveUp(new StoreSilentError());
    else if (nowMs - asking.begunMs < limits.degradedAfterMs) return;
    else if (asking.toldMs === undefined || nowMs - asking.toldMs >= limits.degradedEveryMs) this.#tell(asking);
  }

  #tell(asking: { begunMs: number; toldMs: number | undefined }): void {
    asking.toldMs = this.#options.now().getTime();
    this.#options.degraded(Math.max(1, asking.toldMs - asking.begunMs));
  }
}

/** PostgreSQL's classes of what passes: connections, resources, operators, systems, and transactions that may be tried again; a standby that refuses to write. */
const passing = /^(08|53|57|58|40|25006|55)/;

/** Whether the store is away, as opposed to having refused this very statement. */
function isOutage(error: Error): boolean {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  const isAnswer = typeof code === 'string' && typeof severity === 'string';
  return !isAnswer || passing.test(code);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

class StoreSilentError extends Error {
  constructor() {
    super('The store has not answered.');
    this.name = 'StoreSilentError';
  }
}
