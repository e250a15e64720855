import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { sessions } from '@/db/schema';
import { ok, type Result } from '@/domain/result';

/** Enough for "was that me?", and too rough to tell anybody's working hours by the minute. */
export const seenEveryMs = 15 * 60 * 1000;

/** Notes that a session is in use, at most every quarter of an hour (SPEC M22). */
export async function noteSeen(context: Context): Promise<Result<{ noted: boolean }>> {
  const { actor, now } = context;
  if (actor.kind !== 'member') return ok({ noted: false });
  const long = new Date(now.getTime() - seenEveryMs);
  return withTransaction(context, async (tx) => {
    const rows = await tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.sid, actor.sid), or(isNull(sessions.lastSeenAt), lt(sessions.lastSeenAt, long))))
      .returning({ sid: sessions.sid });
    return ok({ noted: rows.length > 0 });
  });
}
