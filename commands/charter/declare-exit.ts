import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { memberships, partyExits } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, reason } from '@/domain/text-input';
import { leaveCharter, lockSignings } from './leave-charter';
import { openExit } from './open-exit';

/** Nobody leaves by a slip of the hand: a request says that it is meant, which charter is left, and why. */
export const DeclareExitInput = z.strictObject({
  leave: z.literal('this-charter'),
  sha256: hex64,
  reason: reason(20, 2000),
});

export type DeclareExitRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'exit-declared'>
  | Refusal<'no-charter-in-force'>
  | (Refusal<'charter-not-in-force'> & { number: number });

/**
 * A moderator declares that their party leaves the charter (C39, SPEC H18). Where the party has another moderator, that one confirms it; where it has none, it is
 * gone at once. Nobody else can declare it, for nobody but its own speaks for a party.
 */
export async function declareExit(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'declared' | 'left' }, DeclareExitRefusal>> {
  const parsed = parseInput(DeclareExitInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.leave');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  if (member.role !== 'moderator') return refuse({ code: 'not-allowed', permission: 'charter.leave' as const });
  const { workspaceId, party, personId } = member;
  const { sha256, reason: why } = parsed.value;

  const declared = await withTransaction(
    context,
    async (tx): Promise<Result<{ state: 'declared' | 'left' }, DeclareExitRefusal>> => {
      await lockSignings(tx, workspaceId);
      await lockWorkspace(tx, workspaceId);
      if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
      const inForce = await charterInForce(member, tx);
      if (inForce === undefined) return refuse({ code: 'no-charter-in-force' });
      if (inForce.sha256 !== sha256) return refuse({ code: 'charter-not-in-force', number: inForce.number });
      if ((await openExit(tx, member)) !== undefined) return refuse({ code: 'exit-declared' });
      const exit = { id: context.newId(), workspaceId, partyId: party.id, reason: why };
      await tx.insert(partyExits).values({ ...exit, declaredBy: personId, declaredAt: context.now });
      const moderators = and(eq(memberships.partyId, party.id), eq(memberships.role, 'moderator'), isNull(memberships.endedAt));
      if ((await tx.$count(memberships, moderators)) > 1) {
        const facts = { party: party.name };
        await recordEvent(tx, context, { type: 'party.exit-declared', workspaceId, subjectId: party.id, facts });
        return ok({ state: 'declared' });
      }
      await leaveCharter(tx, context, member, exit);
      return ok({ state: 'left' });
    },
  );
  if (declared.ok) context.collab.recheckAccess();
  return declared;
}
