import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision, type RevisionRow } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { type Settled, settleWhatCan } from '@/commands/revisions/settle-revision';
import type { Tx } from '@/db/handle';
import { type Signing, signingOfRevision } from '@/db/queries/signing-of-revision';
import { signOffs } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { positionOf, readStatement } from '@/domain/record/sign-off-statement';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id } from '@/domain/text-input';
import { type ClauseRefusal, clausesOfSigning } from './clauses-of-signing';
import { declaredMsAgo } from './declared-ms-ago';
import { holdClock } from './hold-clock';
import { keepProof } from './keep-proof';
import { preparedStatement } from './prepared-statement';
import { confirmedMsAgo, Proof, type ProofRefusal, type Proved, proveSigner } from './prove-signer';
import { useNonce } from './use-nonce';
import { withProof } from './with-proof';

/** Which statement is signed, by the nonce it was made with, and what proves who signs it (C22). */
export const SignOffInput = z.strictObject({
  revisionId: id,
  nonce: hex64,
  proof: Proof,
});

export type SignedOff = { id: string; sha256: string } & Settled;
export type SignOffRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'nonce-spent'>
  | ProofRefusal
  | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number })
  | RevisionNotOpen
  | ClauseRefusal;

/**
 * Signs the statement that was made and shown with a nonce (C20–C26). It is checked here and nowhere else, the same for page and API, and what is stored are
 * those very bytes. What follows from it is done in the same transaction (SPEC L18): a last approval publishes or begins the cooling-off (C21, C29), a dissent
 * returns the claim to work before the last round (SPEC L3), an objection holds the clock (C25).
 */
export async function signOff(context: Context, input: unknown): Promise<Result<SignedOff, SignOffRefusal>> {
  const parsed = parseInput(SignOffInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;

  return withProof(member, parsed.value.proof, () => signInTransaction(context, member, parsed.value));
}

async function signInTransaction(
  context: Context,
  member: PartyMember,
  asked: z.output<typeof SignOffInput>,
): Promise<Result<SignedOff, SignOffRefusal>> {
  return withTransaction(context, async (tx): Promise<Result<SignedOff, SignOffRefusal>> => {
    const loaded = await loadRevision(tx, member, asked.revisionId);
    if (!loaded.ok) return loaded;
    const { claim, revision } = loaded.value;
    if (revision.state !== 'signing') return refuse({ code: 'revision-not-open', state: revision.state });
    const bytes = await preparedStatement(tx, member, asked);
    if (bytes === undefined) return refuse({ code: 'nonce-spent' });
    const signing = await signingOfRevision(revision, tx);
    const statement = readStatement(bytes);
    const { decision, reason, cites, ground } = positionOf(statement);
    const conflict = statement.v === 3 ? statement.conflict : undefined;
    const { recordSha256, charterSha256 } = statement;
    const position = {
      decision,
      reason: reason ?? undefined,
      cites: cites ?? undefined,
      ground: ground ?? undefined,
      conflict,
      recordSha256,
      charterSha256,
    };
    const { proof } = asked;
    const said = clausesOfSigning({
      member,
      now: context.now,
      revision,
      signing,
      position,
      confirmedMsAgo: confirmedMsAgo(context, member, proof),
      declaredMsAgo: await declaredMsAgo(tx, context, member),
      proof: proof.kind,
    });
    if (!said.ok) return said;
    const proved = await proveSigner(tx, context, member, { proof, challenge: signOffChallenge(bytes) });
    if (!proved.ok) return proved;
    if (!(await useNonce(tx, context, member, asked))) return refuse({ code: 'nonce-spent' });

    const made = await store(tx, context, { member, revision, signing, bytes, proved: proved.value });
    const held = decision === 'object' ? await holdClock(tx, context, { revision, signing, by: member }) : revision;
    return ok({ ...made, ...(await settleWhatCan(tx, context, { claim, revision: held })) });
  });
}

async function store(
  tx: Tx,
  context: Context,
  {
    member,
    revision,
    signing,
    bytes,
    proved,
  }: { member: PartyMember; revision: RevisionRow; signing: Signing; bytes: Uint8Array; proved: Proved },
): Promise<{ id: string; sha256: string }> {
  const signOffId = context.newId();
  const sha256 = digestOf(bytes);
  const { decision, reason, cites, ground } = positionOf(readStatement(bytes));
  await tx.insert(signOffs).values({
    id: signOffId,
    workspaceId: member.workspaceId,
    revisionId: revision.id,
    partyId: member.party.id,
    personId: member.personId,
    decision,
    reason,
    cites,
    ground,
    signerName: member.publicName ?? '',
    bytes,
    sha256,
    at: context.now,
    position: signing.made.length + 1,
    seq: signing.made.filter(({ personId }) => personId === member.personId).length + 1,
  });
  await keepProof(tx, context, member, { signOffId, proved });
  await recordEvent(tx, context, {
    type: 'sign-off.made',
    workspaceId: member.workspaceId,
    claimId: revision.claimId,
    subjectId: revision.id,
    facts: { number: revision.number, decision, sha256 },
  });
  return { id: signOffId, sha256 };
}
