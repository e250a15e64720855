import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { memberships, people } from '@/db/schema';
import type { Role } from '@/domain/policies/actor';

export type DeskMember = { personId: string; name: string; role: Role; partyId: string | null };

/** The people of the desk by name. Their e-mail addresses are nobody else's. */
export async function membersOfDesk({ workspaceId }: { workspaceId: string }, conn: Db): Promise<DeskMember[]> {
  return conn
    .select({ personId: people.id, name: people.name, role: memberships.role, partyId: memberships.partyId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt)))
    .orderBy(asc(people.name));
}

/** How many people read a party's private notes. */
export async function readersOfNotes(
  { partyId, workspaceId }: { partyId: string; workspaceId: string },
  conn: Db,
): Promise<number> {
  const [row] = await conn
    .select({ n: count() })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.partyId, partyId), isNull(memberships.endedAt)));
  return row?.n ?? 0;
}
