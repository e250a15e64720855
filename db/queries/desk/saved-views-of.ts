import { and, asc, eq, or } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { people, savedViews } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';

export type SavedView = { id: string; name: string; parameters: string; isOwn: boolean; isShared: boolean; personName: string };

/** The views that a member saved, and those that members of the same party share (SPEC D8). A person who changed parties shares what they saved there. */
export async function savedViewsOf({ member }: { member: Member }, conn: Db): Promise<SavedView[]> {
  if (member.party === null) return [];
  const rows = await conn
    .select({ view: savedViews, personName: people.name })
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.personId))
    .where(
      and(
        eq(savedViews.workspaceId, member.workspaceId),
        or(eq(savedViews.personId, member.personId), and(eq(savedViews.partyId, member.party.id), eq(savedViews.isShared, true))),
      ),
    )
    .orderBy(asc(savedViews.name), asc(savedViews.savedAt));
  return rows.map(({ view: { id, name, parameters, personId, isShared }, personName }) => ({
    ...{ id, name, parameters, isShared, personName },
    isOwn: personId === member.personId,
  }));
}
