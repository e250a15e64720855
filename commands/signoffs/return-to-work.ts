import { eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import type { Tx } from '@/db/handle';
import { revisions } from '@/db/schema';

/** A dissent ends the round: the revision is withdrawn with the reason kept, and the live record goes on (SPEC L3). */
export async function returnToWork(
  tx: Tx,
  context: Context,
  member: PartyMember,
  revision: RevisionRow,
  reason: string,
): Promise<void> {
  await tx
    .update(revisions)
    .set({ state: 'withdrawn', endedReason: reason, endedByParty: member.party.id, endedAt: context.now })
    .where(eq(revisions.id, revision.id));
  await recordEvent(tx, context, {
    type: 'revision.returned',
    workspaceId: member.workspaceId,
    claimId: revision.claimId,
    subjectId: revision.id,
    facts: { number: revision.number },
  });
}
