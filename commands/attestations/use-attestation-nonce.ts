import { and, eq, gt, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { attestationNonces } from '@/db/schema';

/** Spends a nonce: the bytes that were made with it, once, for the person and revision that they were made for, while it lasts. One statement, so that two requests cannot both spend it. */
export async function useAttestationNonce(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  { personId }: PartyMember,
  { nonce, revisionId }: { nonce: string; revisionId: string },
): Promise<Uint8Array | undefined> {
  const [spent] = await tx
    .update(attestationNonces)
    .set({ usedAt: now })
    .where(
      and(
        eq(attestationNonces.nonce, nonce),
        eq(attestationNonces.revisionId, revisionId),
        eq(attestationNonces.personId, personId),
        isNull(attestationNonces.usedAt),
        gt(attestationNonces.expiresAt, now),
      ),
    )
    .returning({ statement: attestationNonces.statement });
  return spent?.statement;
}
