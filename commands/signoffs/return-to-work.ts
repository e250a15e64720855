import { authorizeParty } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import { moveStoredRevision, type RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { tellOfRevision } from '@/commands/revisions/tell-of-revision';
import type { Tx } from '@/db/handle';
import type { MadeSignOff } from '@/db/queries/signing-of-revision';
import type { RevisionState } from '@/domain/claim/transitions';
import type { Result } from '@/domain/result';

/** A dissent ends the round: the revision goes back to work with the reason kept, and the live record goes on (SPEC L3). */
export async function returnToWork(
  tx: Tx,
  context: Context,
  revision: RevisionRow,
  { made }: { made: readonly MadeSignOff[] },
): Promise<Result<RevisionState, RevisionNotOpen>> {
  const dissent = made.findLast(({ decision, withdrawnAt }) => decision === 'dissent' && withdrawnAt === null);
  if (dissent === undefined) throw new Error(`Nobody dissents from revision ${revision.id}.`);
  const { partyId, personId, reason } = dissent;
  const ended = { endedReason: reason, endedByParty: partyId, endedAt: context.now };
  const moved = await moveStoredRevision(tx, revision, 'return', ended);
  if (!moved.ok) return moved;
  await recordEvent(tx, context, {
    type: 'revision.returned',
    workspaceId: revision.workspaceId,
    claimId: revision.claimId,
    subjectId: revision.id,
    by: { personId, partyId },
    facts: { number: revision.number },
  });
  const by = authorizeParty(context.actor, 'revision.sign');
  await tellOfRevision(tx, context, {
    ...{ kind: 'revision-returned', revision, also: [revision.proposedBy] },
    ...(by.ok ? { by: by.value } : {}),
  });
  return moved;
}
