import { and, desc, eq, notExists } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterRatifications, charterVersions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** The number of the charter version that waits for the member's party to ratify it: the newest alone can be (SPEC H9). */
export async function chartersToRatify({ member }: { member: Member }, conn: Db): Promise<number[]> {
  const { party, workspaceId } = member;
  if (party === null || !may(member, 'charter.ratify')) return [];
  const given = conn
    .select({ id: charterRatifications.id })
    .from(charterRatifications)
    .where(and(eq(charterRatifications.charterVersionId, charterVersions.id), eq(charterRatifications.partyId, party.id)));
  const [newest] = await conn
    .select({ number: charterVersions.number, state: charterVersions.state, isMissing: notExists(given).mapWith(Boolean) })
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, workspaceId))
    .orderBy(desc(charterVersions.number))
    .limit(1);
  return newest?.state === 'proposed' && newest.isMissing ? [newest.number] : [];
}
