import { and, eq } from 'drizzle-orm';
import { type ClaimRow, type LoadClaimRefusal, loadClaim } from '@/commands/load-claim';
import type { Tx } from '@/db/handle';
import { revisions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Result, refuse } from '@/domain/result';

export type RevisionRow = typeof revisions.$inferSelect;

/** A revision of the member's workspace with its claim, the claim locked first: every command locks in that order, so none wait for each other in a circle. */
export async function loadRevision(
  tx: Tx,
  member: Member,
  revisionId: string,
): Promise<Result<{ claim: ClaimRow; revision: RevisionRow }, LoadClaimRefusal>> {
  const [found] = await tx
    .select({ claimId: revisions.claimId })
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.workspaceId, member.workspaceId)));
  if (found === undefined) return refuse({ code: 'not-found' });
  const claim = await loadClaim(tx, member, found.claimId);
  if (!claim.ok) return claim;
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, revisionId)).for('update');
  return revision === undefined ? refuse({ code: 'not-found' }) : ok({ claim: claim.value, revision });
}
