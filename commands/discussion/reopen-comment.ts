import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { comments } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { loadThread } from './load-thread';

export const ReopenCommentInput = z.strictObject({ commentId: id });

export type ReopenCommentRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | Refusal<'unchanged'>;

/** Takes back that a thread is dealt with (SPEC K6). Who had said so stays in the history. */
export async function reopenComment(context: Context, input: unknown): Promise<Result<{ id: string }, ReopenCommentRefusal>> {
  const parsed = parseInput(ReopenCommentInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'comment.resolve');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { commentId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const thread = await loadThread(tx, member, commentId);
    if (!thread.ok) return thread;
    const { claimId, audienceParty, resolvedAt } = thread.value;
    if (resolvedAt === null) return refuse({ code: 'unchanged' });
    await tx
      .update(comments)
      .set({ resolvedAt: null, resolvedBy: null, resolvedByParty: null })
      .where(eq(comments.id, commentId));
    await recordEvent(tx, context, {
      type: audienceParty === null ? 'comment.reopened' : 'comment.reopened-privately',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: commentId,
    });
    return ok({ id: commentId });
  });
}
