import { eq, or } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { comments } from '@/db/schema';
import { eventFor } from '@/domain/discussion/audience';
import { ok, type Refusal, type Result } from '@/domain/result';
import { id } from '@/domain/text-input';
import { commentFields } from './comment-input';
import { type CommentRefusal, insertComment } from './insert-comment';
import { loadThread } from './load-thread';
import { readersAmong } from './readers-among';

export const ReplyToCommentInput = z.strictObject({
  /** The comment that began the thread. */
  commentId: id,
  ...commentFields,
});

export type ReplyToCommentRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | CommentRefusal
  | Refusal<'not-found'>
  | (Refusal<'claim-not-open'> & { state: string });

/** Answers in a thread, for the audience that the thread has (SPEC K1). Who has written in it is told, unless the answer mentions them (SPEC K9). */
export async function replyToComment(context: Context, input: unknown): Promise<Result<{ id: string }, ReplyToCommentRefusal>> {
  const parsed = parseInput(ReplyToCommentInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'comment.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId } = member;
  const { commentId: threadId, body, mentions } = parsed.value;

  return withTransaction(context, async (tx) => {
    const thread = await loadThread(tx, member, threadId);
    if (!thread.ok) return thread;
    const { claimId, audienceParty } = thread.value;
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const talking = await writersIn(tx, threadId);
    const made = await insertComment(tx, context, member, { claimId, audienceParty, threadId, body, mentions });
    if (!made.ok) return made;
    const { id: commentId, mentioned } = made.value;
    const others = talking.filter((personId) => mentioned.every((person) => person.personId !== personId));
    const readers = await readersAmong(tx, { workspaceId, audienceParty }, others);
    const to = readers.map(({ personId }) => personId);
    await tell(tx, context, { kind: 'replied', workspaceId, claimId, commentId, by: member, to });
    await recordEvent(tx, context, {
      type: eventFor(audienceParty, 'comment.written'),
      workspaceId,
      claimId,
      subjectId: commentId,
      facts: { isReply: true },
    });
    return ok({ id: commentId });
  });
}

async function writersIn(tx: Tx, threadId: string): Promise<string[]> {
  const written = await tx
    .selectDistinct({ personId: comments.personId })
    .from(comments)
    .where(or(eq(comments.id, threadId), eq(comments.threadId, threadId)));
  return written.map(({ personId }) => personId);
}
