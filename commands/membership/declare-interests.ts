import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import { interestDeclarations } from '@/db/schema';
import { interestLimit } from '@/domain/membership/interest-limit';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { optionalText } from '@/domain/text-input';

export const DeclareInterestsInput = z.strictObject({
  /** What the signer has an interest in; left out by who declares none. */
  interests: optionalText(interestLimit),
});

export type DeclareInterestsRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-signed-in'>;

/** A signer says what they have an interest in, or that there is nothing (C19, SPEC M31). Every member reads it; it is kept with the seat, and a new one takes its place. */
export async function declareInterests(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string }, DeclareInterestsRefusal>> {
  const parsed = parseInput(DeclareInterestsInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'interests.declare');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId, personId, party } = member;

  return withTransaction(context, async (tx) => {
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const id = context.newId();
    await tx.insert(interestDeclarations).values({
      ...{ id, workspaceId, personId, partyId: party.id },
      ...{ interests: parsed.value.interests ?? null, at: context.now },
    });
    await recordEvent(tx, context, {
      type: 'interests.declared',
      workspaceId,
      subjectId: personId,
      facts: { party: party.name },
    });
    return ok({ id });
  });
}
