import { and, eq, isNull, or } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { LoadClaimRefusal } from '@/commands/load-claim';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { comments } from '@/db/schema';
import { ok, type Result, refuse } from '@/domain/result';

export type Thread = typeof comments.$inferSelect;

/**
 * The beginning of a thread that the member may read, locked. One of another workspace, one that another party keeps to itself, a reply and an unknown one are
 * all the same `not-found` (SPEC A3, THREAT_MODEL T30).
 */
export async function loadThread(tx: Tx, member: PartyMember, commentId: string): Promise<Result<Thread, LoadClaimRefusal>> {
  const { workspaceId, party } = member;
  const [thread] = await tx
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.workspaceId, workspaceId),
        isNull(comments.threadId),
        or(isNull(comments.audienceParty), eq(comments.audienceParty, party.id)),
      ),
    )
    .for('update');
  if (thread === undefined) return refuse({ code: 'not-found' });
  return (await seatStands(tx, member)) ? ok(thread) : refuse({ code: 'not-signed-in' });
}
