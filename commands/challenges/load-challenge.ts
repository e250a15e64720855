import { and, eq, type SQL } from 'drizzle-orm';
import { type LoadClaimRefusal, loadClaim } from '@/commands/load-claim';
import type { Tx } from '@/db/handle';
import { challenges, claims } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { ok, type Result, refuse } from '@/domain/result';

export type ChallengeRow = typeof challenges.$inferSelect;

/** A challenge of the member's workspace, its claim locked first, as every command locks. */
export async function loadChallenge(
  tx: Tx,
  member: Member,
  challengeId: string,
): Promise<Result<ChallengeRow, LoadClaimRefusal>> {
  const which = and(eq(challenges.id, challengeId), eq(challenges.workspaceId, member.workspaceId));
  const [found] = await tx.select({ claimId: challenges.claimId }).from(challenges).where(which);
  if (found === undefined) return refuse({ code: 'not-found' });
  const claim = await loadClaim(tx, member, found.claimId);
  if (!claim.ok) return claim;
  const [challenge] = await tx.select().from(challenges).where(which).for('update');
  return challenge === undefined ? refuse({ code: 'not-found' }) : ok(challenge);
}

/** The same for who is no member: the challenger, and the server itself. */
export async function lockChallenge(tx: Tx, which: SQL): Promise<ChallengeRow | undefined> {
  const [found] = await tx.select({ claimId: challenges.claimId }).from(challenges).where(which);
  if (found === undefined) return undefined;
  await tx.select({ id: claims.id }).from(claims).where(eq(claims.id, found.claimId)).for('update');
  const [challenge] = await tx.select().from(challenges).where(which).for('update');
  return challenge;
}
