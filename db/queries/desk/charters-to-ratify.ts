import { and, eq, notExists } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterRatifications, charterVersions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** The numbers of the charter versions that wait for the member's party to ratify them. */
export async function chartersToRatify({ member }: { member: Member }, conn: Db): Promise<number[]> {
  const { party, workspaceId } = member;
  if (party === null || !may(member, 'charter.ratify')) return [];
  const given = conn
    .select({ id: charterRatifications.id })
    .from(charterRatifications)
    .where(and(eq(charterRatifications.charterVersionId, charterVersions.id), eq(charterRatifications.partyId, party.id)));
  const proposed = await conn
    .select({ number: charterVersions.number })
    .from(charterVersions)
    .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.state, 'proposed'), notExists(given)))
    .orderBy(charterVersions.number);
  return proposed.map(({ number }) => number);
}
