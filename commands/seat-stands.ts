import { and, eq, exists, isNotNull, isNull, not } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { memberships, sessions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';

/**
 * Whether a member still has the seat that their request was judged by, and has not been signed out (THREAT_MODEL T32). Who asks is read before a command begins, and
 * it may then wait for others as long as these like: so it is asked again once what it waited for is locked, and nothing is left to wait for.
 */
export async function seatStands(
  tx: Tx,
  { workspaceId, personId, role, party, sid }: Pick<Member, 'workspaceId' | 'personId' | 'role' | 'party' | 'sid'>,
): Promise<boolean> {
  const ended = tx
    .select({ sid: sessions.sid })
    .from(sessions)
    .where(and(eq(sessions.sid, sid), isNotNull(sessions.revokedAt)));
  const seats = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.personId, personId),
        eq(memberships.role, role),
        party === null ? isNull(memberships.partyId) : eq(memberships.partyId, party.id),
        isNull(memberships.endedAt),
        // The server itself acts for a person without a session: in the demonstration, and for an import.
        sid === '' ? undefined : not(exists(ended)),
      ),
    );
  return seats.length > 0;
}
