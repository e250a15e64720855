import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64UrlOf } from './base64-url';

/** What stands before the statement in the hash. No challenge of a sign-in, and none of another protocol, is made of bytes that begin so. */
export const challengeTag = 'countersign/sign-off/v1\n';

/** What a key signs to sign a statement, as base64url: SHA-256 of the tag and the statement's bytes. Unpredictable and single-use, since the nonce is in the statement. SPEC R13. */
export function signOffChallenge(statement: Uint8Array): string {
  return challengeOf(challengeTag, statement);
}

/** The same for an attestation, which begins with other bytes: no key's signature of one is a signature of the other (SPEC AT2). */
export const attestationTag = 'countersign/attestation/v1\n';

export function attestationChallenge(statement: Uint8Array): string {
  return challengeOf(attestationTag, statement);
}

function challengeOf(tag: string, statement: Uint8Array): string {
  return base64UrlOf(sha256(concatBytes(utf8ToBytes(tag), statement)));
}
