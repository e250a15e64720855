import type { PartyMember } from '@/commands/authorize';
import { codeBuckets } from '@/commands/membership/attempt-buckets';
import { countingCodes } from '@/commands/membership/counting-codes';
import type { Refusal, Result } from '@/domain/result';
import type { Proof } from './prove-signer';

/** Signs with a proof, and counts the attempt where it is a code: by the session that asks, since whoever got this far knows the password (SPEC A7, M25). */
export function withProof<T, R extends Refusal>(
  { personId, sid }: PartyMember,
  proof: Proof,
  sign: () => Promise<Result<T, R>>,
): ReturnType<typeof countingCodes<T, R>> {
  return countingCodes(proof.kind === 'code' ? proof.code : undefined, codeBuckets({ personId, at: sid }), sign);
}
