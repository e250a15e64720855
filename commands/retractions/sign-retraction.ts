import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { aboutRevision } from '@/commands/revisions/settle-revision';
import { declaredMsAgo } from '@/commands/signoffs/declared-ms-ago';
import { preparedStatement } from '@/commands/signoffs/prepared-statement';
import { confirmedMsAgo, Proof, type ProofRefusal, type Proved, proveSigner } from '@/commands/signoffs/prove-signer';
import { useNonce } from '@/commands/signoffs/use-nonce';
import { withProof } from '@/commands/signoffs/with-proof';
import type { Tx } from '@/db/handle';
import { signingOfRetraction } from '@/db/queries/signing-of-retraction';
import { retractionSignOffs } from '@/db/schema';
import { type RetractionNotOpen, type RetractionState, readRetractionStatement } from '@/domain/correction/retraction';
import { digestOf } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id } from '@/domain/text-input';
import { clausesOfRetraction, type RetractionClauses } from './clauses-of-retraction';
import { type LoadedRetraction, loadRetraction } from './load-retraction';
import { retractWhenSigned } from './retract-when-signed';

/** Which statement is signed, by the nonce it was made with, and what proves who signs it (C22). */
export const SignRetractionInput = z.strictObject({
  retractionId: id,
  nonce: hex64,
  proof: Proof,
});
type Asked = z.output<typeof SignRetractionInput>;

export type SignedRetraction = { id: string; sha256: string; state: RetractionState };
export type SignRetractionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'not-your-party'>
  | Refusal<'nonce-spent'>
  | RetractionNotOpen
  | RetractionClauses
  | ProofRefusal
  | RevisionNotOpen
  | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

/** Signs the statement that was made and shown with a nonce. With the last that is missing the verdict is retracted in the same transaction (C35, SPEC RT2). */
export async function signRetraction(context: Context, input: unknown): Promise<Result<SignedRetraction, SignRetractionRefusal>> {
  const parsed = parseInput(SignRetractionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'retraction.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  return withProof(member, parsed.value.proof, () => signInTransaction(context, member, parsed.value));
}

async function signInTransaction(
  context: Context,
  member: PartyMember,
  { retractionId, nonce, proof }: Asked,
): Promise<Result<SignedRetraction, SignRetractionRefusal>> {
  return withTransaction(context, async (tx): Promise<Result<SignedRetraction, SignRetractionRefusal>> => {
    const loaded = await loadRetraction(tx, member, retractionId);
    if (!loaded.ok) return loaded;
    const { retraction, revision } = loaded.value;
    if (retraction.state !== 'proposed') return refuse({ code: 'retraction-not-open', state: retraction.state });
    const spending = { nonce, revisionId: revision.id };
    const bytes = await preparedStatement(tx, member, spending);
    const statement = bytes && readRetractionStatement(new TextDecoder().decode(bytes));
    // A statement of something else was made with another nonce: of a sign-off, or of an earlier proposal.
    if (bytes === undefined || statement?.retraction !== retraction.id) return refuse({ code: 'nonce-spent' });
    const signed = await signingOfRetraction({ retraction, revision }, tx);
    const said = clausesOfRetraction({
      ...{ member, now: context.now, retraction, revision, signed, conflict: statement.conflict, proof: proof.kind },
      confirmedMsAgo: confirmedMsAgo(context, member, proof),
      declaredMsAgo: await declaredMsAgo(tx, context, member),
    });
    if (!said.ok) return said;
    const proved = await proveSigner(tx, context, member, { proof, challenge: signOffChallenge(bytes) });
    if (!proved.ok) return proved;
    if (!(await useNonce(tx, context, member, spending))) return refuse({ code: 'nonce-spent' });
    const made = await store(tx, context, member, {
      ...{ loaded: loaded.value, bytes, proved: proved.value },
      position: signed.approvals.length + 1,
    });
    const settled = await retractWhenSigned(tx, context, loaded.value);
    return settled.ok ? ok({ ...made, state: settled.value }) : settled;
  });
}

async function store(
  tx: Tx,
  context: Context,
  member: PartyMember,
  {
    loaded: { retraction, revision },
    bytes,
    proved,
    position,
  }: { loaded: LoadedRetraction; bytes: Uint8Array; proved: Proved; position: number },
): Promise<{ id: string; sha256: string }> {
  const signOffId = context.newId();
  const sha256 = digestOf(bytes);
  await tx.insert(retractionSignOffs).values({
    id: signOffId,
    workspaceId: member.workspaceId,
    retractionId: retraction.id,
    partyId: member.party.id,
    personId: member.personId,
    signerName: member.publicName ?? '',
    bytes,
    sha256,
    at: context.now,
    position,
    ...proved,
  });
  await recordEvent(tx, context, {
    ...aboutRevision(revision),
    type: 'retraction.signed',
    facts: { number: revision.number, sha256 },
  });
  return { id: signOffId, sha256 };
}
