import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { comments } from '@/db/schema';
import { eventFor } from '@/domain/discussion/audience';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { loadThread } from './load-thread';

export const SetResolvedInput = z.strictObject({ commentId: id, resolved: z.boolean() });

export type SetResolvedRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | Refusal<'unchanged'>;

/** Says that a thread is dealt with, or takes that back (SPEC K6). It stays readable either way, and who had said so stays in the history. */
export async function setResolved(context: Context, input: unknown): Promise<Result<{ id: string }, SetResolvedRefusal>> {
  const parsed = parseInput(SetResolvedInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'comment.resolve');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { commentId, resolved } = parsed.value;

  return withTransaction(context, async (tx) => {
    const thread = await loadThread(tx, member, commentId);
    if (!thread.ok) return thread;
    const { claimId, audienceParty, resolvedAt } = thread.value;
    if (resolved === (resolvedAt !== null)) return refuse({ code: 'unchanged' });
    const { workspaceId, personId, party } = member;
    const said = resolved
      ? { resolvedAt: context.now, resolvedBy: personId, resolvedByParty: party.id }
      : { resolvedAt: null, resolvedBy: null, resolvedByParty: null };
    await tx.update(comments).set(said).where(eq(comments.id, commentId));
    const type = eventFor(audienceParty, resolved ? 'comment.resolved' : 'comment.reopened');
    await recordEvent(tx, context, { type, workspaceId, claimId, subjectId: commentId });
    return ok({ id: commentId });
  });
}
