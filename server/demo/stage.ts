import type * as Y from 'yjs';
import { type Context, makeContext } from '@/commands/command';
import type { Db } from '@/db/client';
import { memberOfPerson } from '@/db/queries/member-of-person';
import type { Member } from '@/domain/policies/actor';
import { recordDocument } from '@/domain/record/document-name';
import type { Refusal, Result } from '@/domain/result';
import { newId, randomHex } from '@/platform/new-id';
import { objectStore } from '@/platform/object-store';
import type { Collab } from '@/server/collab/collab';
import type { PersonKey } from './cast';
import { Timeline } from './timeline';

/** What a scene of the demo world acts with: commands as its people, at the story's times, and edits through the same append as the socket. */
export type Stage = {
  as(person: PersonKey, now: Date): Promise<Context>;
  member(person: PersonKey): Promise<Member>;
  edit(person: PersonKey, claimId: string, at: Date, edit: (doc: Y.Doc) => void): Promise<number>;
  project(claimId: string): Promise<void>;
  know(person: PersonKey, personId: string): void;
  system(now: Date): Context;
  /** What the clock does at a moment, in its turn. */
  clock(now: Date): Promise<Context>;
  /** Who has no session: whoever opens a link. */
  visitor(now: Date): Context;
  /** Plays stories side by side, step by step in the order of their moments. */
  play(stories: (() => Promise<void>)[]): Promise<void>;
};

export function createStage({ db, collab }: { db: Db; collab: Pick<Collab, 'port' | 'appendAs' | 'projectNow'> }): Stage {
  const ids = new Map<PersonKey, string>();
  const timeline = new Timeline();
  const contextFor = (actor: Context['actor'], now: Date): Context =>
    makeContext({
      ...{ actor, now, newId, randomHex, requestId: newId(), db },
      collab: () => collab.port,
      objects: objectStore,
      announce: () => undefined,
    });
  const memberAt = async (person: PersonKey, now: Date): Promise<Member> => {
    const member = await memberOfPerson({ personId: ids.get(person) ?? '', confirmedAt: now }, db);
    if (member === undefined) throw new Error(`The demo world has no ${person} yet.`);
    return member;
  };
  return {
    know: (person, personId) => void ids.set(person, personId),
    system: (now) => contextFor({ kind: 'system' }, now),
    async clock(now) {
      await timeline.reach(now);
      return contextFor({ kind: 'system' }, now);
    },
    visitor: (now) => contextFor({ kind: 'public' }, now),
    play: (stories) => timeline.play(stories),
    async as(person, now) {
      await timeline.reach(now);
      return contextFor(await memberAt(person, now), now);
    },
    member: (person) => memberAt(person, new Date(0)),
    async edit(person, claimId, at, edit) {
      await timeline.reach(at);
      const { personId, party } = await memberAt(person, at);
      if (party === null) throw new Error(`${person} has no party to write for.`);
      return collab.appendAs(recordDocument(claimId), { personId, partyId: party.id, at }, edit);
    },
    project: (claimId) => collab.projectNow(recordDocument(claimId)),
  };
}

/** A step of the story that was refused is a fault of the story: it must obey the charter like everybody. */
export function done<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  throw new Error(`A step of the demo world was refused: ${JSON.stringify(result.refusal)}`);
}
