import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { ratifyingOf } from '@/db/queries/open-amendment';
import { charterVersions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** The number of the charter version that waits for the member's party to ratify it: the newest alone can be (SPEC H9, H14). */
export async function chartersToRatify({ member }: { member: Member }, conn: Db): Promise<number[]> {
  const { party, workspaceId, role } = member;
  const isSpeaker = role === 'moderator' && (may(member, 'charter.ratify') || may(member, 'charter.join'));
  if (party === null || !isSpeaker) return [];
  const [newest] = await conn
    .select()
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, workspaceId))
    .orderBy(desc(charterVersions.number))
    .limit(1);
  if (newest?.state !== 'proposed') return [];
  const { missing } = await ratifyingOf(newest, conn);
  return missing.some(({ id }) => id === party.id) ? [newest.number] : [];
}
