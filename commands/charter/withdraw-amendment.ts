import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import { openAmendment } from '@/db/queries/open-amendment';
import { charterVersions } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, reason } from '@/domain/text-input';

export const WithdrawAmendmentInput = z.strictObject({
  sha256: hex64,
  reason: reason(20, 2000),
});

export type WithdrawAmendmentRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-proposal'>
  | (Refusal<'charter-superseded'> & { number: number })
  | (Refusal<'charter-in-notice'> & { number: number; at: string });

/** The party that proposed an amendment takes it back, with a reason that stays, until the last party has ratified it: from then on it is everybody's (SPEC H14). */
export async function withdrawAmendment(
  context: Context,
  input: unknown,
): Promise<Result<{ number: number }, WithdrawAmendmentRefusal>> {
  const parsed = parseInput(WithdrawAmendmentInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.propose');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId } = member;
  const { sha256, reason: why } = parsed.value;

  return withTransaction(context, async (tx): Promise<Result<{ number: number }, WithdrawAmendmentRefusal>> => {
    await lockWorkspace(tx, workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const [version] = await tx
      .select()
      .from(charterVersions)
      .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.sha256, sha256)));
    if (version === undefined) return refuse({ code: 'not-found' });
    const { id, number, effectiveAt } = version;
    const open = await openAmendment({ workspaceId }, tx);
    if (open?.version.id !== id) return refuse({ code: 'charter-superseded', number });
    if (version.state === 'notice') return refuse({ code: 'charter-in-notice', number, at: effectiveAt?.toISOString() ?? '' });
    if (version.proposedByParty !== member.party.id) return refuse({ code: 'not-your-proposal' });
    await tx.update(charterVersions).set({ state: 'withdrawn', endedReason: why }).where(eq(charterVersions.id, id));
    const facts = { number, reason: why };
    await recordEvent(tx, context, { type: 'charter.withdrawn', workspaceId, subjectId: id, facts });
    return ok({ number });
  });
}
