import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { sessions } from '@/db/schema';

export type PersonSession = { id: string; since: Date; lastSeen: Date; browser: string | null; isThis: boolean };

/** The live sessions of a person, this one first and then the newest (SPEC M22). */
export async function sessionsOfPerson(
  { personId, sid, now }: { personId: string; sid: string; now: Date },
  conn: Db,
): Promise<PersonSession[]> {
  const rows = await conn
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), desc(sessions.sid));
  const listed = rows.map((row) => ({
    id: row.sid,
    since: row.createdAt,
    lastSeen: row.lastSeenAt ?? row.createdAt,
    browser: row.browser,
    isThis: row.sid === sid,
  }));
  return [...listed.filter(({ isThis }) => isThis), ...listed.filter(({ isThis }) => !isThis)];
}
