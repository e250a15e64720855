import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { memberships, parties, people, sessions, workspaces } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { memberIn } from './member-in';

/** The member behind a live session, or undefined: revoked, expired, unknown, or no longer a member anywhere. */
export async function memberOfSession(
  { sid, personId, now }: { sid: string; personId: string; now: Date },
  conn: Db,
): Promise<Member | undefined> {
  const [row] = await conn
    .select({ person: people, role: memberships.role, party: parties, workspace: workspaces, confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .leftJoin(parties, eq(parties.id, memberships.partyId))
    .where(and(eq(sessions.sid, sid), eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(workspaces.position)
    .limit(1);
  return row && memberIn(row, { sid, confirmedAt: row.confirmedAt }, conn);
}
