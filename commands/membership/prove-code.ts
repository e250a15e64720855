import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/handle';
import { recoveryCodes, secondFactors } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { openSealed } from '@/platform/seal';
import { stepOfCode } from '@/platform/totp';

/** What somebody reads from an app or from a list of recovery codes, however it is spaced. */
export const GivenCode = z
  .string()
  .max(60)
  .transform((code) => code.replaceAll(/[\s-]/g, '').toLowerCase());

/** Seals the secrets of authenticator apps. */
export const secretSeal = 'second factor';

export type CodeRefusal =
  | Refusal<'code-missing'>
  | Refusal<'wrong-code'>
  | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

/**
 * Lets a person with a second factor through who gives a code of it; one without needs none. The row is locked, so that a code counts once: of the app, only
 * one of a later time step than the last (SPEC M24); of the recovery codes, the one that is taken away with it.
 */
export async function proveCode(
  tx: Tx,
  { personId, code, now }: { personId: string; code: string | undefined; now: Date },
): Promise<Result<true, CodeRefusal>> {
  const [factor] = await tx
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt)))
    .for('update');
  if (factor === undefined) return ok(true);
  if (code === undefined || code === '') return refuse({ code: 'code-missing' });
  return (await takeStep(tx, factor, { code, now })) || (await takeRecoveryCode(tx, { personId, code }))
    ? ok(true)
    : refuse({ code: 'wrong-code' });
}

/** Takes a code of the app, if it is one and of a step that nobody has used. */
export async function takeStep(
  tx: Tx,
  { personId, sealedSecret, lastStep }: typeof secondFactors.$inferSelect,
  { code, now }: { code: string; now: Date },
): Promise<boolean> {
  const secret = openSealed(sealedSecret, secretSeal);
  const step = secret === undefined ? undefined : stepOfCode({ secret, code, now });
  if (step === undefined || (lastStep !== null && step <= lastStep)) return false;
  await tx.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.personId, personId));
  return true;
}

async function takeRecoveryCode(tx: Tx, { personId, code }: { personId: string; code: string }): Promise<boolean> {
  const taken = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeSha256, digestOf(code))))
    .returning({ personId: recoveryCodes.personId });
  return taken.length > 0;
}
