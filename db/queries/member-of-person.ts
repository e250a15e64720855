import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { memberships, parties, people, workspaces } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { memberIn } from './member-in';

/** A person as the member they are, in a workspace where that is given, for what the server does in their name without a session: the demo world, an import. */
export async function memberOfPerson(
  { personId, confirmedAt, workspaceId }: { personId: string; confirmedAt: Date; workspaceId?: string },
  conn: Db,
): Promise<Member | undefined> {
  const [row] = await conn
    .select({ person: people, role: memberships.role, party: parties, workspace: workspaces })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .leftJoin(parties, eq(parties.id, memberships.partyId))
    .where(
      and(
        eq(memberships.personId, personId),
        isNull(memberships.endedAt),
        workspaceId === undefined ? undefined : eq(memberships.workspaceId, workspaceId),
      ),
    );
  return row && memberIn(row, { sid: '', confirmedAt }, conn);
}
