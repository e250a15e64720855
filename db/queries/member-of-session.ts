import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { memberships, parties, people, sessions, workspaces } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { standingOfParty } from './parties-of-desk';

/** The member behind a live session, or undefined: revoked, expired, unknown, or no longer a member anywhere. */
export async function memberOfSession(
  { sid, personId, now }: { sid: string; personId: string; now: Date },
  conn: Db,
): Promise<Member | undefined> {
  const [row] = await conn
    .select({ person: people, membership: memberships, party: parties, workspace: workspaces, confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .leftJoin(parties, eq(parties.id, memberships.partyId))
    .where(and(eq(sessions.sid, sid), eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(workspaces.position)
    .limit(1);
  if (row === undefined) return undefined;
  const { person, membership, party, workspace } = row;
  return {
    kind: 'member',
    personId: person.id,
    sid,
    name: person.name,
    publicName: person.publicName,
    locale: person.locale,
    workspaceId: workspace.id,
    workspaceSlug: workspace.slug,
    role: membership.role,
    party:
      party === null
        ? null
        : {
            id: party.id,
            name: party.name,
            letter: party.letter,
            position: party.position,
            standing: await standingOfParty({ workspaceId: workspace.id, partyId: party.id }, conn),
          },
    confirmedAt: row.confirmedAt,
  };
}
