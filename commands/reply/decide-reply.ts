import { and, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type LoadClaimRefusal, loadOpenClaim } from '@/commands/load-claim';
import { recordEvent } from '@/commands/record-event';
import { replies } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type DecideReplyRefusal =
  | LoadClaimRefusal
  | (Refusal<'claim-not-open'> & { state: string })
  | Refusal<'own-reply'>
  | (Refusal<'reply-decided'> & { state: string });

export type ReplyDecision = { replyId: string } & ({ to: 'confirmed' } | { to: 'contested'; reason: string });

/** What confirming and contesting share: the word of another party than the one that received the reply, given once (SPEC RR3). */
export async function decideReply(
  context: Context,
  member: PartyMember,
  decision: ReplyDecision,
): Promise<Result<{ state: ReplyDecision['to'] }, DecideReplyRefusal>> {
  return withTransaction(context, async (tx) => {
    const isOwn = and(eq(replies.id, decision.replyId), eq(replies.workspaceId, member.workspaceId));
    const [found] = await tx.select({ claimId: replies.claimId }).from(replies).where(isOwn);
    if (found === undefined) return refuse({ code: 'not-found' });
    const claim = await loadOpenClaim(tx, member, found.claimId);
    if (!claim.ok) return claim;
    const [reply] = await tx.select().from(replies).where(isOwn).for('update');
    if (reply === undefined) return refuse({ code: 'not-found' });
    if (reply.partyId === member.party.id) return refuse({ code: 'own-reply' });
    if (reply.state !== 'recorded') return refuse({ code: 'reply-decided', state: reply.state });
    await tx
      .update(replies)
      .set({
        state: decision.to,
        decidedByParty: member.party.id,
        decidedBy: member.personId,
        decidedAt: context.now,
        reason: decision.to === 'contested' ? decision.reason : null,
      })
      .where(eq(replies.id, reply.id));
    await recordEvent(tx, context, {
      type: `reply.${decision.to}`,
      workspaceId: member.workspaceId,
      claimId: found.claimId,
      subjectId: reply.id,
      facts: { party: member.party.name, ...(decision.to === 'contested' && { reason: decision.reason }) },
    });
    return ok({ state: decision.to });
  });
}
