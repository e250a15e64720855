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

export const ResolveCommentInput = z.strictObject({ commentId: id });

export type ResolveCommentRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | Refusal<'unchanged'>;

/** Says that a thread is dealt with (SPEC K6). It stays readable, and anybody of its audience reopens it. */
export async function resolveComment(context: Context, input: unknown): Promise<Result<{ id: string }, ResolveCommentRefusal>> {
  const parsed = parseInput(ResolveCommentInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'comment.resolve');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { commentId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const thread = await loadThread(tx, member, commentId);
    if (!thread.ok) return thread;
    const { claimId, audienceParty, resolvedAt } = thread.value;
    if (resolvedAt !== null) return refuse({ code: 'unchanged' });
    const { workspaceId, personId, party } = member;
    await tx
      .update(comments)
      .set({ resolvedAt: context.now, resolvedBy: personId, resolvedByParty: party.id })
      .where(eq(comments.id, commentId));
    await recordEvent(tx, context, {
      type: audienceParty === null ? 'comment.resolved' : 'comment.resolved-privately',
      workspaceId,
      claimId,
      subjectId: commentId,
    });
    return ok({ id: commentId });
  });
}
