import type { Context } from '@/commands/command';
import { digestOf } from '@/domain/record/canonical';

/** How long a statement may wait for its signature. */
const waitMs = 10 * 60 * 1000;

/** A nonce of 32 bytes, single use, and when the statement that is made with it can no longer be signed (SPEC R7). */
export function newNonce({ now, randomHex }: Pick<Context, 'now' | 'randomHex'>): { nonce: string; expiresAt: Date } {
  return { nonce: randomHex(32), expiresAt: new Date(now.getTime() + waitMs) };
}

/** What is to be signed: the statement's bytes as text, their digest, and what a key signs to sign them. The page renders these bytes, and no others are signed (SPEC R13). */
export type BegunStatement = { nonce: string; expiresAt: string; statement: string; sha256: string; challenge: string };

export function begunStatement(
  { nonce, expiresAt }: ReturnType<typeof newNonce>,
  bytes: Uint8Array,
  challengeOf: (bytes: Uint8Array) => string,
): BegunStatement {
  return {
    nonce,
    expiresAt: expiresAt.toISOString(),
    statement: new TextDecoder().decode(bytes),
    sha256: digestOf(bytes),
    challenge: challengeOf(bytes),
  };
}
