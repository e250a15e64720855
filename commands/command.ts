import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db, Tx } from '@/db/handle';
import type { Actor } from '@/domain/policies/actor';
import type { Result } from '@/domain/result';
import type { ObjectStore } from '@/platform/object-store-port';
import type { CollabPort } from '@/platform/ports';

/** What a command may use. Time, ids and identity come in; nothing is taken from the air. */
export type Context = {
  actor: Actor;
  now: Date;
  newId: () => string;
  /** Unguessable bytes as lower-case hex, for salts, nonces and links. */
  randomHex: (bytes: number) => string;
  requestId: string;
  /** The outer handle. Reading it inside a transaction throws, since on PGlite it would wait for itself for ever. */
  readonly db: Db;
  /** Calls into the collaboration server. They read the database themselves, so inside a transaction they throw too. */
  readonly collab: CollabPort;
  /** Where the bytes of files are. It may be far away, so inside a transaction it throws as well. */
  readonly objects: ObjectStore;
  /** Tells who listens that a workspace changed; called after the commit. */
  announce: (workspaceId: string) => void;
};

type Running = { changed: Set<string> };
const running = new AsyncLocalStorage<Running>();

/** A context whose outer handles guard themselves. */
export function makeContext(
  parts: Omit<Context, 'db' | 'collab' | 'objects'> & { db: Db; collab: () => CollabPort; objects: () => ObjectStore },
): Context {
  const { db, collab, objects, ...rest } = parts;
  return {
    ...rest,
    get db() {
      forbidInTransaction('the outer database handle');
      return db;
    },
    get collab() {
      forbidInTransaction('the collaboration server');
      return collab();
    },
    get objects() {
      forbidInTransaction('the object store');
      return objects();
    },
  };
}

/**
 * Runs a command's body in one transaction. A refusal rolls everything back, as an exception does: drizzle would commit
 * on a returned refusal. Who listens hears of it only after the commit.
 */
export async function withTransaction<Answer extends Result<unknown>>(
  context: Context,
  body: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const { db } = context;
  const state: Running = { changed: new Set() };
  try {
    const result = await running.run(state, () =>
      db.transaction(async (tx) => {
        const answer = await body(tx);
        if (!answer.ok) throw new Rollback(answer);
        return answer;
      }),
    );
    for (const workspaceId of state.changed) context.announce(workspaceId);
    return result;
  } catch (thrown) {
    // Only the body above throws this, and it carries that body's own answer.
    if (thrown instanceof Rollback) return thrown.answer as Answer;
    throw thrown;
  }
}

/** Remembers that a workspace changed in this transaction. */
export function markChanged(workspaceId: string): void {
  running.getStore()?.changed.add(workspaceId);
}

class Rollback extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('rolled back');
    this.answer = answer;
  }
}

function forbidInTransaction(what: string): void {
  if (running.getStore() !== undefined) throw new Error(`Inside a transaction a command sees only its tx, never ${what}.`);
}
