import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { aboutRevision } from '@/commands/revisions/settle-revision';
import { type BegunStatement, begunStatement, newNonce } from '@/commands/signoffs/begun-statement';
import { declaredMsAgo } from '@/commands/signoffs/declared-ms-ago';
import { type RetractionSigning, signingOfRetraction } from '@/db/queries/signing-of-retraction';
import { signOffNonces } from '@/db/schema';
import { type RetractionNotOpen, RetractionStatement } from '@/domain/correction/retraction';
import { canonicalBytes } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { clausesOfRetraction, type RetractionClauses } from './clauses-of-retraction';
import { type LoadedRetraction, loadRetraction } from './load-retraction';

export const BeginRetractionSignOffInput = z.strictObject({
  retractionId: id,
  /** Whether the signer has a conflict of interest in this claim (C19). */
  conflict: z.enum(['none', 'declared']).optional(),
});

export type BeginRetractionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-party'>
  | RetractionNotOpen
  | RetractionClauses;

/** Makes the statement that this member would sign to retract a verdict: its bytes are kept and answered, so that what is shown and what is signed are the same (SPEC RT3). */
export async function beginRetractionSignOff(
  context: Context,
  input: unknown,
): Promise<Result<BegunStatement, BeginRetractionRefusal>> {
  const parsed = parseInput(BeginRetractionSignOffInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'retraction.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { retractionId, conflict } = parsed.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRetraction(tx, member, retractionId);
    if (!loaded.ok) return loaded;
    const { retraction, revision } = loaded.value;
    if (retraction.state !== 'proposed') return refuse({ code: 'retraction-not-open', state: retraction.state });
    const signed = await signingOfRetraction({ retraction, revision }, tx);
    // The proof of who signs comes with the signature.
    const said = clausesOfRetraction({
      ...{ member, now: context.now, retraction, revision, signed, conflict, confirmedMsAgo: 0 },
      declaredMsAgo: await declaredMsAgo(tx, context, member),
    });
    if (!said.ok) return said;
    const waiting = newNonce(context);
    const { nonce, expiresAt } = waiting;
    const bytes = statementOf({ member, loaded: loaded.value, signed, conflict, nonce });
    const { workspaceId, personId } = member;
    await tx.insert(signOffNonces).values({ nonce, workspaceId, revisionId: revision.id, personId, expiresAt, statement: bytes });
    await recordEvent(tx, context, {
      ...aboutRevision(revision),
      type: 'retraction.begun',
      facts: { number: revision.number },
    });
    return ok(begunStatement(waiting, bytes, signOffChallenge));
  });
}

function statementOf({
  member,
  loaded: { retraction, revision },
  signed: { signing },
  conflict,
  nonce,
}: {
  member: PartyMember;
  loaded: LoadedRetraction;
  signed: RetractionSigning;
  conflict: 'none' | 'declared' | undefined;
  nonce: string;
}): Uint8Array {
  return canonicalBytes(
    RetractionStatement.parse({
      v: 1,
      type: 'retraction',
      workspace: member.workspaceId,
      claim: revision.claimId,
      revision: revision.id,
      retraction: retraction.id,
      recordSha256: signing.recordSha256,
      charterSha256: signing.charterSha256,
      party: member.party.id,
      member: member.personId,
      reason: retraction.reason,
      ...(conflict === undefined ? {} : { conflict }),
      nonce,
    }),
  );
}
