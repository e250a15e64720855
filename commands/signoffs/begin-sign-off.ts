import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { loadRevision, type RevisionRow } from '@/commands/revisions/load-revision';
import type { RevisionNotOpen } from '@/commands/revisions/move-stored-revision';
import { signedCorrection } from '@/db/queries/signed-correction';
import { type Signing, signingOfRevision } from '@/db/queries/signing-of-revision';
import { signOffNonces } from '@/db/schema';
import { statementLimit } from '@/domain/charter/check-signing';
import { decisions, objectionGrounds } from '@/domain/charter/facts';
import { canonicalBytes } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { type SignedCorrection, SignOffStatement } from '@/domain/record/sign-off-statement';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id, optionalText } from '@/domain/text-input';
import { type BegunStatement, begunStatement, newNonce } from './begun-statement';
import { type ClauseRefusal, clausesOfSigning } from './clauses-of-signing';
import { declaredMsAgo } from './declared-ms-ago';

export const BeginSignOffInput = z.strictObject({
  revisionId: id,
  decision: z.enum(decisions),
  reason: optionalText(statementLimit),
  cites: optionalText(10),
  ground: z.preprocess((value) => (value === '' ? undefined : value), z.enum(objectionGrounds).optional()),
  /** Whether the signer has a conflict of interest in this claim (C19). */
  conflict: z.enum(['none', 'declared']).optional(),
  recordSha256: hex64,
  charterSha256: hex64,
});
type Position = z.output<typeof BeginSignOffInput>;

export type BeginSignOffRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'> | RevisionNotOpen | ClauseRefusal;

/**
 * Makes the statement of a whole position: its bytes, with a nonce that is single use, are kept and answered, so that what is shown and what is signed are
 * the same (SPEC R7, R13). Nothing is signed yet: every clause is asked again with the signature.
 */
export async function beginSignOff(context: Context, input: unknown): Promise<Result<BegunStatement, BeginSignOffRefusal>> {
  const parsed = parseInput(BeginSignOffInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.sign');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const position = parsed.value;

  return withTransaction(context, async (tx) => {
    const loaded = await loadRevision(tx, member, position.revisionId);
    if (!loaded.ok) return loaded;
    const { revision } = loaded.value;
    if (revision.state !== 'signing') return refuse({ code: 'revision-not-open', state: revision.state });
    const signing = await signingOfRevision(revision, tx);
    // The proof of who signs comes with the signature.
    const said = clausesOfSigning({
      member,
      now: context.now,
      revision,
      signing,
      position,
      confirmedMsAgo: 0,
      declaredMsAgo: await declaredMsAgo(tx, context, member),
    });
    if (!said.ok) return said;

    const waiting = newNonce(context);
    const { nonce, expiresAt } = waiting;
    const correction = await signedCorrection({ revisionId: revision.id }, tx);
    const bytes = statementOf({ member, revision, signing, position, correction, nonce });
    await tx.insert(signOffNonces).values({
      nonce,
      workspaceId: member.workspaceId,
      revisionId: revision.id,
      personId: member.personId,
      expiresAt,
      statement: bytes,
    });
    await recordEvent(tx, context, {
      type: 'sign-off.begun',
      workspaceId: member.workspaceId,
      claimId: revision.claimId,
      subjectId: revision.id,
      facts: { number: revision.number },
    });
    return ok(begunStatement(waiting, bytes, signOffChallenge));
  });
}

function statementOf({
  member,
  revision,
  signing,
  position: { decision, reason, cites, ground, conflict },
  correction,
  nonce,
}: {
  member: PartyMember;
  revision: RevisionRow;
  signing: Signing;
  position: Position;
  correction: SignedCorrection | undefined;
  nonce: string;
}): Uint8Array {
  return canonicalBytes(
    SignOffStatement.parse({
      v: 3,
      type: 'sign-off',
      workspace: member.workspaceId,
      claim: revision.claimId,
      revision: revision.id,
      recordSha256: signing.recordSha256,
      charterSha256: signing.charterSha256,
      party: member.party.id,
      member: member.personId,
      decision,
      reason: reason ?? '',
      // What a reason rests on is signed beside it, so that no reason can pass for a citation.
      ...(cites === undefined ? {} : { cites }),
      // Only an objection has a ground: another position that sent one is signed without it.
      ...(decision === 'object' && ground !== undefined ? { ground } : {}),
      // Asked for where the charter lists C19, and signed wherever it was said.
      ...(conflict === undefined ? {} : { conflict }),
      ...(correction === undefined ? {} : { correction }),
      nonce,
    }),
  );
}
