import { and, count, eq, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { tell } from '@/commands/notifications/tell';
import type { Tx } from '@/db/handle';
import { commentMentions, comments } from '@/db/schema';
import { saysName } from '@/domain/discussion/mentions';
import type { Passage } from '@/domain/discussion/passage';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { type Reader, readersAmong } from './readers-among';

/** All that a page can show beside a record, and more than people read (SPEC K12). */
const mostComments = 1000;

export type NewComment = {
  claimId: string;
  audienceParty: string | null;
  threadId?: string;
  passage?: Passage;
  sourceId?: string;
  clause?: string;
  body: string;
  mentions: readonly string[];
};

export type CommentRefusal =
  | (Refusal<'too-many-comments'> & { limit: number })
  | Refusal<'mention-not-reader'>
  | (Refusal<'mention-not-said'> & { name: string });

/**
 * Stores a comment with whom it mentions, and tells these people. The caller holds the claim's lock, so the count stays. A mention of somebody who may not read it
 * answers like one of somebody unknown (SPEC K5).
 */
export async function insertComment(
  tx: Tx,
  context: Context,
  by: PartyMember,
  { mentions, ...comment }: NewComment,
): Promise<Result<{ id: string; mentioned: Reader[] }, CommentRefusal>> {
  const { claimId, audienceParty, body } = comment;
  const { workspaceId, personId, party } = by;
  // Of the same audience alone: what a party keeps to itself must not be told by how much room is left (THREAT_MODEL T30).
  const own = audienceParty === null ? isNull(comments.audienceParty) : eq(comments.audienceParty, audienceParty);
  const [kept] = await tx
    .select({ n: count() })
    .from(comments)
    .where(and(eq(comments.claimId, claimId), own));
  if ((kept?.n ?? 0) >= mostComments) return refuse({ code: 'too-many-comments', limit: mostComments });
  const wanted = [...new Set(mentions)];
  const mentioned = await readersAmong(tx, { workspaceId, audienceParty }, wanted);
  if (mentioned.length < wanted.length) return refuse({ code: 'mention-not-reader' });
  const unsaid = mentioned.find(({ name }) => !saysName(body, name));
  if (unsaid !== undefined) return refuse({ code: 'mention-not-said', name: unsaid.name });

  const id = context.newId();
  await tx.insert(comments).values({ ...comment, id, workspaceId, personId, partyId: party.id, at: context.now });
  if (mentioned.length > 0)
    await tx
      .insert(commentMentions)
      .values(mentioned.map((person) => ({ commentId: id, workspaceId, personId: person.personId, name: person.name })));
  const to = mentioned.map((person) => person.personId);
  await tell(tx, context, { kind: 'mentioned', workspaceId, claimId, commentId: id, by, to });
  return ok({ id, mentioned });
}
