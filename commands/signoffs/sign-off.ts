import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision, type RevisionRow } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { publishVerdict } from '@/commands/verdicts/publish-verdict';
import type { Tx } from '@/db/handle';
import { type Signing, signingOfRevision } from '@/db/queries/signing-of-revision';
import { signOffs } from '@/db/schema';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkSigning, statementLimit } from '@/domain/charter/check-signing';
import { faultOfConsent } from '@/domain/charter/consent';
import type { ClauseFinding } from '@/domain/charter/finding';
import { afterSignOff } from '@/domain/claim/after-sign-off';
import type { RevisionState } from '@/domain/claim/transitions';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, optionalText } from '@/domain/text-input';
import { returnToWork } from './return-to-work';
import { signingFacts } from './signing-facts';
import { useNonce } from './use-nonce';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

export const SignOffInput = z.strictObject({
  revisionId: id,
  decision: z.enum(['approve', 'approve-with-statement', 'dissent', 'abstain']),
  reason: optionalText(statementLimit),
  cites: optionalText(10),
  recordSha256: hex64,
  charterSha256: hex64,
  nonce: hex64,
});
type Input = z.output<typeof SignOffInput>;

export type SignedOff = { id: string; sha256: string; state: RevisionState; slug?: string };
export type SignOffRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'nonce-spent'>
  | RevisionNotOpen
  | (Refusal & { clause: string; findings: ClauseFinding[] });

/**
 * A moderator's statement for their party on one revision's exact bytes (C20–C26). It is checked here and nowhere else, the same for page and API. The
 * last approval that a revision waits for publishes it in the same transaction (C21, C30); a dissent returns it to work (SPEC L3).
 */
export async function signOff(context: Context, input: unknown): Promise<Result<SignedOff, SignOffRefusal>> {
  const parsed = parseInput(SignOffInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const position = parsed.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, position.revisionId);
    if (!loaded.ok) return loaded;
    const { claim, revision } = loaded.value;
    if (revision.state !== 'signing') return refuse({ code: 'revision-not-open', state: revision.state });
    const signing = await signingOfRevision(revision, tx);
    const facts = signingFacts({
      member,
      now: context.now,
      revision,
      signing,
      position: { ...position, reason: position.reason, cites: position.cites },
    });
    // A record that asks other parties than its charter does is nobody's to sign.
    const fault = faultOfConsent(signing.consent);
    const unmet = [
      ...(fault === undefined ? [] : [fault]),
      ...findingsUnder(signing.charter, checkSigning(facts, signing.charter.parameters)).filter((finding) => !finding.met),
    ];
    const [first] = unmet;
    if (first !== undefined) return refuse({ ...first.facts, code: first.code, clause: first.clause, findings: unmet });
    if (!(await useNonce(tx, context, member, position))) return refuse({ code: 'nonce-spent' });

    const made = await store(tx, context, { member, revision, signing, position });
    const all = [
      ...signing.earlier,
      {
        partyId: member.party.id,
        personId: member.personId,
        decision: position.decision,
        sha256: signing.recordSha256,
        charterSha256: signing.charterSha256,
      },
    ];
    const next = afterSignOff({
      parties: signing.consent.charter,
      signOffs: all,
      revision: { sha256: signing.recordSha256, charterSha256: signing.charterSha256 },
      signersPerParty: signing.charter.parameters.signersPerParty,
    });
    switch (next) {
      case 'waiting':
        return ok<SignedOff>({ ...made, state: revision.state });
      case 'return': {
        const returned = await returnToWork(tx, context, member, revision, position.reason ?? '');
        return returned.ok ? ok<SignedOff>({ ...made, state: returned.value }) : returned;
      }
      case 'publish': {
        const published = await publishVerdict(tx, context, { claim, revision, signing, signOffs: all });
        return published.ok ? ok<SignedOff>({ ...made, ...published.value }) : published;
      }
    }
  });
}

async function store(
  tx: Tx,
  context: Context,
  { member, revision, signing, position }: { member: PartyMember; revision: RevisionRow; signing: Signing; position: Input },
): Promise<{ id: string; sha256: string }> {
  const bytes = canonicalBytes(
    SignOffStatement.parse({
      v: 2,
      type: 'sign-off',
      workspace: member.workspaceId,
      claim: revision.claimId,
      revision: revision.id,
      recordSha256: signing.recordSha256,
      charterSha256: signing.charterSha256,
      party: member.party.id,
      member: member.personId,
      decision: position.decision,
      reason: position.reason ?? '',
      // What a reason rests on is signed beside it, so that no reason can pass for a citation.
      ...(position.cites === undefined ? {} : { cites: position.cites }),
      nonce: position.nonce,
    }),
  );
  const signOffId = context.newId();
  const sha256 = digestOf(bytes);
  await tx.insert(signOffs).values({
    id: signOffId,
    workspaceId: member.workspaceId,
    revisionId: revision.id,
    partyId: member.party.id,
    personId: member.personId,
    decision: position.decision,
    reason: position.reason ?? null,
    cites: position.cites ?? null,
    signerName: member.publicName ?? '',
    bytes,
    sha256,
    at: context.now,
    position: signing.earlier.length + 1,
  });
  await recordEvent(tx, context, {
    type: 'sign-off.made',
    workspaceId: member.workspaceId,
    claimId: revision.claimId,
    subjectId: revision.id,
    facts: { number: revision.number, decision: position.decision, sha256 },
  });
  return { id: signOffId, sha256 };
}
