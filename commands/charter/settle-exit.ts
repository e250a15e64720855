import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import { partyExits } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { leaveCharter, lockSignings } from './leave-charter';
import { openExit } from './open-exit';

export const SettleExitInput = z.strictObject({ as: z.enum(['confirmed', 'withdrawn']) });

export type SettleExitRefusal = AuthorizationRefusal | InputRefusal | Refusal<'no-exit-declared'> | Refusal<'exit-needs-another'>;

/** Another moderator of the party confirms its exit, or any of them takes the declaration back (SPEC H18). */
export async function settleExit(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'left' | 'withdrawn' }, SettleExitRefusal>> {
  const parsed = parseInput(SettleExitInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.leave');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator') return refuse({ code: 'not-allowed', permission: 'charter.leave' as const });
  const { workspaceId, party, personId } = member;

  const settled = await withTransaction(
    context,
    async (tx): Promise<Result<{ state: 'left' | 'withdrawn' }, SettleExitRefusal>> => {
      await lockSignings(tx, workspaceId);
      await lockWorkspace(tx, workspaceId);
      if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
      const exit = await openExit(tx, member);
      if (exit === undefined) return refuse({ code: 'no-exit-declared' });
      if (parsed.value.as === 'withdrawn') {
        await tx.update(partyExits).set({ withdrawnAt: context.now }).where(eq(partyExits.id, exit.id));
        const facts = { party: party.name };
        await recordEvent(tx, context, { type: 'party.exit-withdrawn', workspaceId, subjectId: party.id, facts });
        return ok({ state: 'withdrawn' });
      }
      if (exit.declaredBy === personId) return refuse({ code: 'exit-needs-another' });
      await leaveCharter(tx, context, member, exit);
      return ok({ state: 'left' });
    },
  );
  if (settled.ok) context.collab.recheckAccess();
  return settled;
}
