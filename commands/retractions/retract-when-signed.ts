import { eq, max } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { recordEvent } from '@/commands/record-event';
import { moveStoredRevision, type RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { aboutRevision } from '@/commands/revisions/settle-revision';
import type { Tx } from '@/db/handle';
import { signingOfRetraction } from '@/db/queries/signing-of-retraction';
import { retractions } from '@/db/schema';
import type { RetractionNotOpen, RetractionState } from '@/domain/correction/retraction';
import { ok, type Result } from '@/domain/result';
import type { LoadedRetraction } from './load-retraction';
import { moveStoredRetraction } from './move-stored-retraction';

/** Retracts a verdict when the approval of no party is missing any more: the quorum of a publication, of the charter that binds it (C35, SPEC RT2). No route calls it. */
export async function retractWhenSigned(
  tx: Tx,
  context: Context,
  { claim, revision, retraction }: LoadedRetraction,
): Promise<Result<RetractionState, RevisionNotOpen | RetractionNotOpen>> {
  const { missing } = await signingOfRetraction({ retraction, revision }, tx);
  if (missing.length > 0) return ok(retraction.state);
  // One at a time in a workspace: its place in their order is chosen under this lock.
  await lockWorkspace(tx, claim.workspaceId);
  const position = await nextPosition(tx, claim.workspaceId);
  const made = await moveStoredRetraction(tx, retraction, 'make', { endedAt: context.now, position });
  if (!made.ok) return made;
  const moved = await moveStoredRevision(tx, revision, 'retract', { endedAt: context.now });
  if (!moved.ok) return moved;
  const { number } = revision;
  await recordEvent(tx, context, { ...aboutRevision(revision), type: 'verdict.retracted', facts: { number } });
  await tell(tx, context, {
    ...{ kind: 'retraction', workspaceId: claim.workspaceId, claimId: claim.id, revisionId: revision.id },
    // It is the word of all parties, so nobody is named as having done it.
    ...{ facts: { revision: number }, to: await peopleAt(tx, { workspaceId: claim.workspaceId, who: 'everybody' }) },
  });
  return made;
}

async function nextPosition(tx: Tx, workspaceId: string): Promise<number> {
  const [last] = await tx
    .select({ position: max(retractions.position) })
    .from(retractions)
    .where(eq(retractions.workspaceId, workspaceId));
  return (last?.position ?? 0) + 1;
}
