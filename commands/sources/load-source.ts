import { and, eq } from 'drizzle-orm';
import { type LoadClaimRefusal, loadOpenClaim } from '@/commands/load-claim';
import type { Tx } from '@/db/handle';
import { sources } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type SourceRow = typeof sources.$inferSelect;
export type LoadSourceRefusal = LoadClaimRefusal | (Refusal<'claim-not-open'> & { state: string });

/** A source of an open claim of the member's workspace. The claim is locked first, as everywhere, so that no two commands wait for each other in a circle. */
export async function loadSource(tx: Tx, member: Member, sourceId: string): Promise<Result<SourceRow, LoadSourceRefusal>> {
  const [found] = await tx
    .select({ claimId: sources.claimId })
    .from(sources)
    .where(and(eq(sources.id, sourceId), eq(sources.workspaceId, member.workspaceId)));
  if (found === undefined) return refuse({ code: 'not-found' });
  const claim = await loadOpenClaim(tx, member, found.claimId);
  if (!claim.ok) return claim;
  const [source] = await tx.select().from(sources).where(eq(sources.id, sourceId)).for('update');
  return source === undefined ? refuse({ code: 'not-found' }) : ok(source);
}
