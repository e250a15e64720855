import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { searches } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';

export const RecordSearchInput = z.strictObject({
  claimId: id,
  stance: z.enum(['supports', 'undermines']),
  note: reason(20, 2000),
});

export type RecordSearchRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'claim-not-open'> & { state: string })
  | (Refusal<'search-recorded'> & { stance: string });

/** "Searched, none found": a party says that it looked for sources of one stance, and how (C10). It says so once for each stance. */
export async function recordSearch(context: Context, input: unknown): Promise<Result<{ id: string }, RecordSearchRefusal>> {
  const parsed = parseInput(RecordSearchInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'search.record');
  if (!authorized.ok) return authorized;
  const { claimId, stance, note } = parsed.value;
  const { workspaceId, personId, party } = authorized.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, authorized.value, claimId);
    if (!claim.ok) return claim;
    const searchId = context.newId();
    const made = await tx
      .insert(searches)
      .values({ id: searchId, workspaceId, claimId, partyId: party.id, personId, stance, note, at: context.now })
      .onConflictDoNothing()
      .returning({ id: searches.id });
    if (made.length === 0) return refuse({ code: 'search-recorded', stance });
    const facts = { party: party.name, stance };
    await recordEvent(tx, context, { type: 'search.recorded', workspaceId, claimId, subjectId: searchId, facts });
    return ok({ id: searchId });
  });
}
