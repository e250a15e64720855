import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { sessions } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';

/** Notes when the person of a session last proved who they are (C22). Answers whether the session is still alive to be confirmed. */
export async function confirmLive(
  tx: Tx,
  context: Context,
  { personId, sid, workspaceId }: Pick<Member, 'personId' | 'sid' | 'workspaceId'>,
  confirmedAt: Date,
): Promise<boolean> {
  const live = and(
    eq(sessions.sid, sid),
    eq(sessions.personId, personId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, context.now),
  );
  const confirmed = await tx.update(sessions).set({ confirmedAt }).where(live).returning({ sid: sessions.sid });
  if (confirmed.length === 0) return false;
  await recordEvent(tx, context, { type: 'session.confirmed', workspaceId });
  return true;
}
