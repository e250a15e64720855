import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { sessions } from '@/db/schema';

/** Ends a person's sessions, but for the one that is kept, and answers how many. Whoever calls it asks live editing to look again after the commit. */
export async function endSessionsOf(
  tx: Tx,
  context: Context,
  { personId, except }: { personId: string; except?: string },
): Promise<number> {
  const live = and(eq(sessions.personId, personId), isNull(sessions.revokedAt));
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: context.now })
    .where(except === undefined ? live : and(live, ne(sessions.sid, except)))
    .returning({ sid: sessions.sid });
  return ended.length;
}
