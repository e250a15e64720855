import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { claimAssignments, memberships } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const AssignClaimInput = z.strictObject({
  claimId: id,
  /** A member of the assigning person's own party; null leaves the claim with nobody. */
  personId: z.preprocess((value) => (value === '' ? null : value), id.nullable()),
});

export type AssignClaimRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'claim-closed'>
  | Refusal<'person-not-of-party'>
  | Refusal<'unchanged'>;

/** Says who of the own party has a claim in hand (SPEC D4). It gives no right and takes none: whoever could work on the claim still can. */
export async function assignClaim(
  context: Context,
  input: unknown,
): Promise<Result<{ personId: string | null }, AssignClaimRefusal>> {
  const parsed = parseInput(AssignClaimInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.assign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, personId } = parsed.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    if (claim.value.state === 'closed') return refuse({ code: 'claim-closed' });
    if (personId !== null && !(await isOfParty(tx, member, personId))) return refuse({ code: 'person-not-of-party' });
    const before = await assignedTo(tx, member, claimId);
    if (before === personId) return refuse({ code: 'unchanged' });
    await replace(tx, context, { member, claimId, personId });
    const { workspaceId } = member;
    await tell(tx, context, {
      ...{ kind: 'claim-given', workspaceId, claimId, by: member },
      to: personId === null ? [] : [personId],
    });
    const facts = { number: claim.value.number, isAssigned: personId !== null };
    await recordEvent(tx, context, {
      type: 'claim.assigned',
      workspaceId,
      claimId,
      subjectId: personId ?? before ?? claimId,
      facts,
    });
    return ok({ personId });
  });
}

/** Whether a person sits with the member's party now. Anybody else is unknown here, whoever they are. */
async function isOfParty(tx: Tx, { workspaceId, party }: PartyMember, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.partyId, party.id),
        eq(memberships.personId, personId),
        isNull(memberships.endedAt),
      ),
    );
  return rows.length > 0;
}

async function assignedTo(tx: Tx, { party }: PartyMember, claimId: string): Promise<string | null> {
  const [row] = await tx
    .select({ personId: claimAssignments.personId })
    .from(claimAssignments)
    .where(and(eq(claimAssignments.claimId, claimId), eq(claimAssignments.partyId, party.id)));
  return row?.personId ?? null;
}

async function replace(
  tx: Tx,
  context: Context,
  { member, claimId, personId }: { member: PartyMember; claimId: string; personId: string | null },
): Promise<void> {
  const { workspaceId, party } = member;
  await tx.delete(claimAssignments).where(and(eq(claimAssignments.claimId, claimId), eq(claimAssignments.partyId, party.id)));
  if (personId !== null)
    await tx.insert(claimAssignments).values({ claimId, partyId: party.id, workspaceId, personId, at: context.now });
}
