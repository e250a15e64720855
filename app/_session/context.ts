import { type Context, makeContext } from '@/commands/command';
import { getDb } from '@/db/client';
import type { Actor } from '@/domain/policies/actor';
import { announceChange } from '@/platform/bus';
import { newId, randomHex } from '@/platform/new-id';
import { objectStore } from '@/platform/object-store';
import { collabPort } from '@/platform/ports';

/** What a command may use in this request: the one place where the clock, ids and the database enter from the web. */
export async function contextFor(actor: Actor): Promise<Context> {
  return makeContext({
    actor,
    now: new Date(),
    newId,
    randomHex,
    requestId: newId(),
    db: await getDb(),
    collab: collabPort,
    objects: objectStore,
    announce: announceChange,
  });
}

/** For what happens before anybody is known: signing in, setting up. */
export function systemContext(): Promise<Context> {
  return contextFor({ kind: 'system' });
}
