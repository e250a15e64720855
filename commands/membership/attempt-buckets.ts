import { env } from '@/platform/env';
import { isKnownAddress } from '@/platform/known-addresses';
import type { Bucket } from '@/platform/rate-limit';

/** How much more an account may fail from all addresses together than from one. */
const addressesPerAccount = 5;

/**
 * What attempts to sign in are counted by (SPEC A7): the address, the account at that address, and the account as a whole, with more room. Whoever knows an
 * e-mail address can use up the last one, so it does not bind an address from which that account has signed in before. An unknown account is counted
 * like a known one.
 */
export function signInBuckets({ email, from }: { email: string; from: string }): Bucket[] {
  const limit = env().SIGN_IN_ATTEMPTS;
  const here: Bucket[] = [
    { key: `address ${from}`, limit },
    { key: `account ${email} at ${from}`, limit },
  ];
  return isKnownAddress(email, from) ? here : [...here, { key: `account ${email}`, limit: limit * addressesPerAccount }];
}

/** Only a session that is signed in spends these, so nobody who merely knows an e-mail address keeps a moderator from signing (SPEC A7). */
export function confirmationBuckets({ personId, sid }: { personId: string; sid: string }): Bucket[] {
  return [{ key: `session ${sid} of ${personId}`, limit: env().SIGN_IN_ATTEMPTS }];
}

/** Links to a new password: from one address, and for one account from all of them. An unknown account is counted like a known one (SPEC M20). */
export function resetBuckets({ email, from }: { email: string; from: string }): Bucket[] {
  const limit = env().SIGN_IN_ATTEMPTS;
  return [
    { key: `reset from ${from}`, limit },
    { key: `reset of ${email}`, limit },
  ];
}

/** Codes of a second factor: whoever gets this far knows the password, so nobody else is in the way (SPEC M25). */
export function codeBuckets({
  personId,
  at = 'the door',
}: {
  personId: string;
  /** The session that asks. */
  at?: string;
}): Bucket[] {
  return [{ key: `code of ${personId} at ${at}`, limit: env().SIGN_IN_ATTEMPTS }];
}
