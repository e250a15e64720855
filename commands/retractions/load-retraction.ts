import { and, eq } from 'drizzle-orm';
import type { ClaimRow, LoadClaimRefusal } from '@/commands/load-claim';
import { loadRevision, type RevisionRow } from '@/commands/revisions/load-revision';
import type { Tx } from '@/db/handle';
import { retractions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Result, refuse } from '@/domain/result';

export type RetractionRow = typeof retractions.$inferSelect;
export type LoadedRetraction = { claim: ClaimRow; revision: RevisionRow; retraction: RetractionRow };

/** A proposed or ended retraction of the member's workspace with the revision it is about, locked in the order of every command: claim, revision, then this. */
export async function loadRetraction(
  tx: Tx,
  member: Member,
  retractionId: string,
): Promise<Result<LoadedRetraction, LoadClaimRefusal>> {
  const which = and(eq(retractions.id, retractionId), eq(retractions.workspaceId, member.workspaceId));
  const [found] = await tx.select({ revisionId: retractions.revisionId }).from(retractions).where(which);
  if (found === undefined) return refuse({ code: 'not-found' });
  const loaded = await loadRevision(tx, member, found.revisionId);
  if (!loaded.ok) return loaded;
  const [retraction] = await tx.select().from(retractions).where(which).for('update');
  return retraction === undefined ? refuse({ code: 'not-found' }) : ok({ ...loaded.value, retraction });
}
