import { and, eq, gt, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { signOffNonces } from '@/db/schema';

/** Spends a nonce: true once, for the person and revision that it was made for, while it lasts. One statement, so that two requests cannot both spend it. */
export async function useNonce(
  tx: Tx,
  context: Context,
  member: PartyMember,
  { nonce, revisionId }: { nonce: string; revisionId: string },
): Promise<boolean> {
  const spent = await tx
    .update(signOffNonces)
    .set({ usedAt: context.now })
    .where(
      and(
        eq(signOffNonces.nonce, nonce),
        eq(signOffNonces.revisionId, revisionId),
        eq(signOffNonces.personId, member.personId),
        isNull(signOffNonces.usedAt),
        gt(signOffNonces.expiresAt, context.now),
      ),
    )
    .returning({ nonce: signOffNonces.nonce });
  return spent.length === 1;
}
