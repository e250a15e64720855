import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision } from '@/commands/revisions/load-revision';
import { type BegunStatement, begunStatement, newNonce } from '@/commands/signoffs/begun-statement';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { attestationNonces } from '@/db/schema';
import { statementLimit } from '@/domain/charter/check-signing';
import { Attestation } from '@/domain/record/attestation';
import { procedures } from '@/domain/record/attestation-kinds';
import { canonicalBytes } from '@/domain/record/canonical';
import { attestationChallenge } from '@/domain/record/sign-off-challenge';
import { ok, type Refusal, type Result } from '@/domain/result';
import { hex64, id, optionalText } from '@/domain/text-input';
import { type AttestationRefusal, clausesOfAttesting } from './clauses-of-attesting';

export const BeginAttestationInput = z.strictObject({
  revisionId: id,
  procedure: z.enum(procedures),
  words: optionalText(statementLimit),
  cites: optionalText(10),
  recordSha256: hex64,
  charterSha256: hex64,
});

export type BeginAttestationRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | AttestationRefusal;

/** Makes the bytes of an attestation and answers them, to be shown and then signed as they are (SPEC R13, AT2). Nothing is attested yet. */
export async function beginAttestation(
  context: Context,
  input: unknown,
): Promise<Result<BegunStatement, BeginAttestationRefusal>> {
  const parsed = parseInput(BeginAttestationInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.attest');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { revisionId, procedure, words = '', cites, recordSha256, charterSha256 } = parsed.value;

  return withTransaction(context, async (tx): Promise<Result<BegunStatement, BeginAttestationRefusal>> => {
    const loaded = await loadRevision(tx, member, revisionId);
    if (!loaded.ok) return loaded;
    const { revision } = loaded.value;
    const signing = await signingOfRevision(revision, tx);
    const said = { procedure, words, cites, recordSha256, charterSha256 };
    // The proof of who attests comes with the signature.
    const may = await clausesOfAttesting(tx, { member, revision, signing, said, confirmedMsAgo: 0 });
    if (!may.ok) return may;

    const waiting = newNonce(context);
    const { nonce, expiresAt } = waiting;
    const { workspaceId, personId, party } = member;
    const statement = canonicalBytes(
      Attestation.parse({
        ...{ v: 1, type: 'attestation', workspace: workspaceId, claim: revision.claimId, revision: revision.id },
        ...{ recordSha256, charterSha256, party: party.id, member: personId },
        ...{ procedure, moment: may.value.moment, words, ...(cites === undefined ? {} : { cites }), nonce },
      }),
    );
    await tx.insert(attestationNonces).values({ nonce, workspaceId, revisionId: revision.id, personId, expiresAt, statement });
    await recordEvent(tx, context, {
      type: 'attestation.begun',
      workspaceId,
      claimId: revision.claimId,
      subjectId: revision.id,
      facts: { number: revision.number },
    });
    return ok(begunStatement(waiting, statement, attestationChallenge));
  });
}
