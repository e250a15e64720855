import { eq } from 'drizzle-orm';
import { advanceRevision } from '@/commands/revisions/advance-revision';
import type { Db } from '@/db/handle';
import { revisions } from '@/db/schema';
import { answerOf, contextFor, contextOf, noon, type Person, type Workspace, writeRecord } from './build';
import { buildRevision, dissent, type Proposed, propose, sign } from './sign';

/** So many hours after the day's noon. */
export function hoursIn(hours: number): Date {
  return new Date(noon.getTime() + hours * 3_600_000);
}

/** What the clock does of a revision at a moment. */
export async function wakeAt(db: Db, revisionId: string, hours: number) {
  return answerOf(await advanceRevision(contextOf(db, { kind: 'system' }, { now: hoursIn(hours) }), { revisionId }));
}

/** A position that a person takes at a moment. */
export function say(
  db: Db,
  workspace: Workspace,
  revision: Proposed,
  [person, hours, changes = {}]: [Person, number, Record<string, unknown>?],
) {
  return sign(contextFor(db, person, { now: hoursIn(hours) }), workspace, revision, changes);
}

export const objection = { ...dissent, decision: 'object', ground: 'evidence-pending' } as const;

/** A revision of a claim in the last round of its charter: the rounds before ended by dissents of the Southern desk. */
export async function buildLastRound(db: Db, workspace: Workspace): Promise<Proposed & { claimId: string }> {
  const { claimId, ...first } = await buildRevision(db, workspace);
  let revision: Proposed = first;
  for (const words of ['A summary.', 'Another summary.']) {
    answerOf(await say(db, workspace, revision, [workspace.south.moderators[0], 0, dissent]));
    await writeRecord(db, workspace.north.checkers[0], claimId, { texts: { summary: words } });
    revision = answerOf(await propose(contextFor(db, workspace.north.checkers[0]), claimId));
  }
  return { ...revision, claimId };
}

export async function storedRevision(db: Db, id: string) {
  const [row] = await db.select().from(revisions).where(eq(revisions.id, id));
  if (row === undefined) throw new Error('There is no such revision.');
  return row;
}
