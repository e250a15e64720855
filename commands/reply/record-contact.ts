import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type SeenRefusal, seenBy } from '@/commands/claims/appearance-input';
import { type Context, withTransaction } from '@/commands/command';
import { type LoadClaimRefusal, loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { replyContacts } from '@/db/schema';
import { contactChannels } from '@/domain/reply/contact-channels';
import { generalWords } from '@/domain/reply/general-words';
import { ok, type Refusal, type Result } from '@/domain/result';
import { day, id } from '@/domain/text-input';

export const RecordContactInput = z.strictObject({
  claimId: id,
  contactedOn: day,
  channel: z.enum(contactChannels),
  /** Whom, in general words (SPEC RR1). */
  asked: generalWords,
});

export type RecordContactRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | SeenRefusal
  | LoadClaimRefusal
  | (Refusal<'claim-not-open'> & { state: string });

/** The claimant was asked for a reply (C18). The first contact that is recorded begins the window, now, whatever day it names (SPEC RR2). */
export async function recordContact(context: Context, input: unknown): Promise<Result<{ id: string }, RecordContactRefusal>> {
  const parsed = parseInput(RecordContactInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'reply.ask');
  if (!authorized.ok) return authorized;
  const { claimId, contactedOn, channel, asked } = parsed.value;
  const { workspaceId, personId, party } = authorized.value;
  const seen = seenBy(context.now, { seenOn: contactedOn });
  if (!seen.ok) return seen;

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, authorized.value, claimId);
    if (!claim.ok) return claim;
    const contactId = context.newId();
    await tx.insert(replyContacts).values({
      ...{ id: contactId, workspaceId, claimId, partyId: party.id, personId },
      ...{ contactedOn, channel, asked, at: context.now },
    });
    const facts = { party: party.name, contactedOn, channel };
    await recordEvent(tx, context, { type: 'reply.asked', workspaceId, claimId, subjectId: contactId, facts });
    return ok({ id: contactId });
  });
}
