import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { primaryJustifications } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const JustifyPrimaryInput = z.strictObject({ claimId: id, text: reason(40, 2000) });

export type JustifyPrimaryRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'unchanged'>
  | (Refusal<'claim-not-open'> & { state: string });

/** Why a record rests on secondary sources alone (C09). It enters the record, so there is one; a new one replaces it, and the event says that it did. */
export async function justifyPrimary(context: Context, input: unknown): Promise<Result<{ text: string }, JustifyPrimaryRefusal>> {
  const parsed = parseInput(JustifyPrimaryInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'primary.justify');
  if (!authorized.ok) return authorized;
  const { claimId, text } = parsed.value;
  const { workspaceId, personId, party } = authorized.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, authorized.value, claimId);
    if (!claim.ok) return claim;
    const [earlier] = await tx
      .select({ text: primaryJustifications.text })
      .from(primaryJustifications)
      .where(eq(primaryJustifications.claimId, claimId));
    if (earlier?.text === text) return refuse({ code: 'unchanged' });
    const written = { text, partyId: party.id, personId, at: context.now };
    await tx
      .insert(primaryJustifications)
      .values({ ...written, claimId, workspaceId })
      .onConflictDoUpdate({ target: primaryJustifications.claimId, set: written });
    const facts = { party: party.name, replaced: earlier !== undefined };
    await recordEvent(tx, context, { type: 'primary.justified', workspaceId, claimId, subjectId: claimId, facts });
    return ok({ text });
  });
}
