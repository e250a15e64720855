import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type SeenRefusal, seenBy } from '@/commands/claims/appearance-input';
import { type Context, withTransaction } from '@/commands/command';
import { type LoadClaimRefusal, loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { replies, replyContacts } from '@/db/schema';
import { LanguageTag } from '@/domain/record/shape';
import { replyLimit } from '@/domain/reply/contact-channels';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { day, id, text } from '@/domain/text-input';

export const RecordReplyInput = z.strictObject({
  claimId: id,
  text: text(replyLimit),
  language: LanguageTag,
  receivedOn: day,
});

export type RecordReplyRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | SeenRefusal
  | LoadClaimRefusal
  | (Refusal<'claim-not-open'> & { state: string })
  | Refusal<'claimant-not-asked'>;

/** What the claimant answered, word for word. It counts once another party confirms it, and holds the proposal until then (C18, SPEC RR3). */
export async function recordReply(context: Context, input: unknown): Promise<Result<{ id: string }, RecordReplyRefusal>> {
  const parsed = parseInput(RecordReplyInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'reply.record');
  if (!authorized.ok) return authorized;
  const { claimId, text: words, language, receivedOn } = parsed.value;
  const { workspaceId, personId, party } = authorized.value;
  const seen = seenBy(context.now, { seenOn: receivedOn });
  if (!seen.ok) return seen;

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, authorized.value, claimId);
    if (!claim.ok) return claim;
    if ((await tx.$count(replyContacts, eq(replyContacts.claimId, claimId))) === 0) return refuse({ code: 'claimant-not-asked' });
    const replyId = context.newId();
    await tx.insert(replies).values({
      ...{ id: replyId, workspaceId, claimId, partyId: party.id, personId, text: words, language, receivedOn },
      ...{ at: context.now, state: 'recorded' },
    });
    const facts = { party: party.name, receivedOn };
    await recordEvent(tx, context, { type: 'reply.recorded', workspaceId, claimId, subjectId: replyId, facts });
    return ok({ id: replyId });
  });
}
