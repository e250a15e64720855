import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { type CharterInForce, charterInForce, charterOfClaim, partiesThatLeft } from '@/db/queries/charter-of-claim';
import { charterMoves, claims, revisions } from '@/db/schema';
import { partiesToRatify } from '@/domain/charter/amendment';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id } from '@/domain/text-input';

export const AgreeToCharterInput = z.strictObject({ claimId: id, sha256: hex64 });

export type AgreedToCharter = { number: number; state: 'waiting' | 'moved'; missing: string[] };
export type AgreeToCharterRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'no-charter-in-force'>
  | Refusal<'unchanged'>
  | Refusal<'already-agreed'>
  | (Refusal<'claim-not-open'> & { state: string })
  | (Refusal<'charter-not-in-force'> & { number: number })
  | (Refusal<'revision-in-signing'> & { number: number });

/**
 * A party agrees that an open claim is bound by the version in force instead of the one it was opened under. With the last signing party of both the claim goes
 * over; its question, its record and its sources are not touched (C38, SPEC H15). Not while a revision of it is being signed: what is signed names its charter.
 */
export async function agreeToCharter(context: Context, input: unknown): Promise<Result<AgreedToCharter, AgreeToCharterRefusal>> {
  const parsed = parseInput(AgreeToCharterInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.move');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, sha256 } = parsed.value;
  const { workspaceId } = member;

  return withTransaction(context, async (tx): Promise<Result<AgreedToCharter, AgreeToCharterRefusal>> => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const [next, was] = [await charterInForce(member, tx), await charterOfClaim({ claimId, workspaceId }, tx)];
    if (next === undefined || was === undefined) return refuse({ code: 'no-charter-in-force' });
    const left = await partiesThatLeft({ workspaceId }, tx);
    const asked = partiesToRatify(next.charter, { inForce: was.charter, left });
    // Nobody else's word is kept beside theirs, whatever standing a party has now (SPEC A11, H15).
    if (asked.every((party) => party.id !== member.party.id)) return refuse({ code: 'not-allowed', permission: 'charter.move' });
    if (next.sha256 !== sha256) return refuse({ code: 'charter-not-in-force', number: next.number });
    if (next.id === was.id) return refuse({ code: 'unchanged' });
    const signing = await numberInSigning(tx, claimId);
    if (signing !== undefined) return refuse({ code: 'revision-in-signing', number: signing });
    if (!(await agree(tx, context, member, { claimId, next }))) return refuse({ code: 'already-agreed' });

    const facts = { number: claim.value.number, charter: next.number };
    const event = { workspaceId, claimId, subjectId: claimId, facts };
    await recordEvent(tx, context, { type: 'claim.charter-agreed', ...event });
    const given = await tx
      .select({ partyId: charterMoves.partyId })
      .from(charterMoves)
      .where(and(eq(charterMoves.claimId, claimId), eq(charterMoves.charterVersionId, next.id)));
    const missing = asked.filter((party) => given.every(({ partyId }) => partyId !== party.id)).map(({ name }) => name);
    if (missing.length > 0) return ok({ number: next.number, state: 'waiting', missing });
    await tx.update(claims).set({ charterVersionId: next.id }).where(eq(claims.id, claimId));
    await recordEvent(tx, context, { type: 'claim.charter-moved', ...event });
    return ok({ number: next.number, state: 'moved', missing });
  });
}

/** Whether the party had not agreed yet: one word speaks for it. */
async function agree(
  tx: Tx,
  context: Context,
  { workspaceId, party, personId }: PartyMember,
  { claimId, next }: { claimId: string; next: CharterInForce },
): Promise<boolean> {
  const row = {
    id: context.newId(),
    workspaceId,
    claimId,
    charterVersionId: next.id,
    partyId: party.id,
    personId,
    at: context.now,
  };
  const made = await tx.insert(charterMoves).values(row).onConflictDoNothing().returning({ id: charterMoves.id });
  return made.length === 1;
}

async function numberInSigning(tx: Tx, claimId: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ number: revisions.number })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), inArray(revisions.state, ['signing', 'cooling-off'])));
  return row?.number;
}
