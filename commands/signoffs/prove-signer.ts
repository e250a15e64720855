import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { GivenCode, takeStep } from '@/commands/membership/prove-code';
import type { Tx } from '@/db/handle';
import { passkeys, secondFactors } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { Assertion, type KeySignature, signatureOf } from '@/platform/passkey';

/** What proves who signs: a personal key's signature of the statement, a code of the second factor, or the session that was confirmed just now. */
export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passkey'), assertion: Assertion }),
  z.strictObject({ kind: z.literal('code'), code: GivenCode }),
  z.strictObject({ kind: z.literal('password') }),
]);
export type Proof = z.output<typeof Proof>;

export type Proved =
  | ({ kind: 'passkey'; passkeyId: string; spki: Uint8Array; algorithm: number } & KeySignature)
  | { kind: 'code' }
  | { kind: 'password' };

export type ProofRefusal =
  | Refusal<'passkey-unknown'>
  | Refusal<'passkey-not-signed'>
  | Refusal<'second-factor-off'>
  | Refusal<'wrong-code'>;

/**
 * Looks whether a proof is of this member and for the very statement that this challenge is made of (C22, SPEC R13). How old the session's own confirmation may be is a clause's question, and so is
 * which proofs a charter takes.
 */
export async function proveSigner(
  tx: Tx,
  context: Context,
  member: PartyMember,
  { proof, challenge }: { proof: Proof; challenge: string },
): Promise<Result<Proved, ProofRefusal>> {
  switch (proof.kind) {
    case 'passkey':
      return byKey(tx, context, member, { assertion: proof.assertion, challenge });
    case 'code':
      return byCode(tx, context, member, proof.code);
    case 'password':
      return ok({ kind: 'password' });
  }
}

/** How long ago who signs has proved who they are: a key and a code do it at this moment, a password did when the session was confirmed (C22). */
export function confirmedMsAgo({ now }: Pick<Context, 'now'>, { confirmedAt }: PartyMember, { kind }: Proof): number {
  return kind === 'password' ? now.getTime() - confirmedAt.getTime() : 0;
}

/** The row is locked, so that two signatures of one key are counted one after the other. */
async function byKey(
  tx: Tx,
  { now }: Context,
  { personId }: PartyMember,
  { assertion, challenge }: { assertion: Assertion; challenge: string },
): Promise<Result<Proved, ProofRefusal>> {
  const [key] = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.credentialId, assertion.id), eq(passkeys.personId, personId), isNull(passkeys.removedAt)))
    .for('update');
  if (key === undefined) return refuse({ code: 'passkey-unknown' });
  const signed = await signatureOf(assertion, key, challenge);
  if (signed === undefined) return refuse({ code: 'passkey-not-signed' });
  const { counter, backedUp } = signed;
  await tx.update(passkeys).set({ counter, backedUp, lastUsedAt: now }).where(eq(passkeys.id, key.id));
  return ok({ kind: 'passkey', passkeyId: key.id, spki: key.spki, algorithm: key.algorithm, ...signed });
}

/** A code of the app, which counts once (SPEC M24). A recovery code lets its owner in, and signs nothing. */
async function byCode(tx: Tx, { now }: Context, { personId }: PartyMember, code: string): Promise<Result<Proved, ProofRefusal>> {
  const [factor] = await tx
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt)))
    .for('update');
  if (factor === undefined) return refuse({ code: 'second-factor-off' });
  return (await takeStep(tx, factor, { code, now })) ? ok({ kind: 'code' }) : refuse({ code: 'wrong-code' });
}
