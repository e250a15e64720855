import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { memberships, parties } from '@/db/schema';
import type { ChallengeRow } from './load-challenge';

/** Tells the moderators of every signing party: who may decide a challenge, or must know what became of it. */
export async function tellModerators(
  tx: Tx,
  _context: Context,
  {
    challenge,
  }: { kind: 'challenge-received' | 'challenge-decided'; challenge: Pick<ChallengeRow, 'workspaceId' | 'claimId' | 'number'> },
): Promise<void> {
  await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .innerJoin(parties, eq(parties.id, memberships.partyId))
    .where(
      and(
        eq(memberships.workspaceId, challenge.workspaceId),
        eq(memberships.role, 'moderator'),
        eq(parties.standing, 'signing'),
        isNull(memberships.endedAt),
      ),
    );
}
