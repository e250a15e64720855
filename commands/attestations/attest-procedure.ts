import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision } from '@/commands/revisions/load-revision';
import { confirmedMsAgo, Proof, type ProofRefusal, proveSigner } from '@/commands/signoffs/prove-signer';
import { withProof } from '@/commands/signoffs/with-proof';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { attestations } from '@/db/schema';
import { readAttestation } from '@/domain/record/attestation';
import { digestOf } from '@/domain/record/canonical';
import { attestationChallenge } from '@/domain/record/sign-off-challenge';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id } from '@/domain/text-input';
import { type AttestationRefusal, clausesOfAttesting } from './clauses-of-attesting';
import { useAttestationNonce } from './use-attestation-nonce';

/** Which statement is signed, by the nonce it was made with, and what proves who signs it (C22). */
export const AttestProcedureInput = z.strictObject({ revisionId: id, nonce: hex64, proof: Proof });
type Asked = z.output<typeof AttestProcedureInput>;

export type Attested = { id: string; sha256: string };
export type AttestProcedureRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'nonce-spent'>
  | ProofRefusal
  | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number })
  | AttestationRefusal;

/**
 * A member of an observing party signs what they attest of the procedure (SPEC AT1, AT2): those very bytes. Nothing follows from it: no state, no clock and no count of
 * consent reads it (SPEC AT3).
 */
export async function attestProcedure(context: Context, input: unknown): Promise<Result<Attested, AttestProcedureRefusal>> {
  const parsed = parseInput(AttestProcedureInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.attest');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  return withProof(member, parsed.value.proof, () => attest(context, member, parsed.value));
}

function attest(context: Context, member: PartyMember, asked: Asked): Promise<Result<Attested, AttestProcedureRefusal>> {
  return withTransaction(context, async (tx): Promise<Result<Attested, AttestProcedureRefusal>> => {
    const loaded = await loadRevision(tx, member, asked.revisionId);
    if (!loaded.ok) return loaded;
    const { revision } = loaded.value;
    const bytes = await useAttestationNonce(tx, context, member, asked);
    if (bytes === undefined) return refuse({ code: 'nonce-spent' });
    const statement = readAttestation(bytes);
    const { procedure, words, cites, moment } = statement;
    const signing = await signingOfRevision(revision, tx);
    const { proof } = asked;
    const said = { ...statement, cites };
    const may = await clausesOfAttesting(tx, {
      member,
      revision,
      signing,
      said,
      proof: proof.kind,
      confirmedMsAgo: confirmedMsAgo(context, member, proof),
    });
    if (!may.ok) return may;
    // It was published between the two steps: what was read as being open is not what these bytes say.
    if (may.value.moment !== moment) return refuse({ code: 'revision-not-open', state: revision.state });
    const proved = await proveSigner(tx, context, member, { proof, challenge: attestationChallenge(bytes) });
    if (!proved.ok) return proved;

    const attestationId = context.newId();
    const sha256 = digestOf(bytes);
    const { kind, ...key } = proved.value;
    await tx.insert(attestations).values({
      ...{ id: attestationId, workspaceId: member.workspaceId, revisionId: revision.id },
      ...{ partyId: member.party.id, personId: member.personId, signerName: member.publicName ?? '' },
      ...{ procedure, moment, words: words === '' ? null : words, cites: cites ?? null },
      ...{ bytes, sha256, at: context.now, position: may.value.position, proof: kind, ...key },
    });
    await recordEvent(tx, context, {
      type: 'attestation.made',
      workspaceId: member.workspaceId,
      claimId: revision.claimId,
      subjectId: revision.id,
      facts: { number: revision.number, procedure, sha256 },
    });
    return ok({ id: attestationId, sha256 });
  });
}
