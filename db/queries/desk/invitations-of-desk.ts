import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { invitations } from '@/db/schema';
import type { PartyRole } from '@/domain/membership/bar-to-seating';

export type DeskInvitation = {
  id: string;
  partyId: string;
  role: PartyRole;
  /** For whoever may act on it; the others see that a seat is offered, and not to whom (SPEC M9). */
  email: string | undefined;
  expiresAt: Date;
  bySteward: boolean;
};

/** The offers of seats that may still be accepted, oldest first. `sees` says whose addresses the asker may read. */
export async function invitationsOfDesk(
  {
    workspaceId,
    now,
    sees,
  }: { workspaceId: string; now: Date; sees: (invitation: { partyId: string; bySteward: boolean }) => boolean },
  conn: Db,
): Promise<DeskInvitation[]> {
  const open = await conn
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return open.map(({ id, partyId, role, email, expiresAt, invitedByParty }) => {
    const bySteward = invitedByParty === null;
    return { id, partyId, role, expiresAt, bySteward, email: sees({ partyId, bySteward }) ? email : undefined };
  });
}
