import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { claims } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { seatStands } from './seat-stands';

export type ClaimRow = typeof claims.$inferSelect;
export type LoadClaimRefusal = Refusal<'not-found'> | Refusal<'not-signed-in'>;

/**
 * A claim of the member's workspace, locked until the transaction ends: commands on one claim run one after another. An unknown id and an id
 * of another workspace are the same `not-found` (SPEC A3). Whose seat or session ended while they waited for the lock is nobody (THREAT_MODEL T32).
 */
export async function loadClaim(tx: Tx, member: Member, claimId: string): Promise<Result<ClaimRow, LoadClaimRefusal>> {
  const [claim] = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, member.workspaceId)))
    .for('update');
  if (claim === undefined) return refuse({ code: 'not-found' });
  return (await seatStands(tx, member)) ? ok(claim) : refuse({ code: 'not-signed-in' });
}

/** The same, refused unless the claim is open: a closed or unopened record takes no evidence. */
export async function loadOpenClaim(
  tx: Tx,
  member: Member,
  claimId: string,
): Promise<Result<ClaimRow, LoadClaimRefusal | (Refusal<'claim-not-open'> & { state: string })>> {
  const claim = await loadClaim(tx, member, claimId);
  if (!claim.ok) return claim;
  return claim.value.state === 'open' ? claim : refuse({ code: 'claim-not-open', state: claim.value.state });
}
