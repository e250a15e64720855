import { and, eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import type { Db, Tx } from '@/db/handle';
import { revisionSalts } from '@/db/schema';

/** The salt of a claim's round: 32 unguessable bytes in hex, so that the digest of a short record cannot be guessed. */
export async function saltOfRound({ claimId, number }: { claimId: string; number: number }, conn: Db | Tx): Promise<string> {
  const [row] = await conn
    .select({ salt: revisionSalts.salt })
    .from(revisionSalts)
    .where(and(eq(revisionSalts.claimId, claimId), eq(revisionSalts.number, number)));
  if (row === undefined) throw new Error(`Claim ${claimId} has no salt for round ${number}.`);
  return row.salt;
}

/** Made when a round begins (the claim opens, or a revision is frozen and the next round begins), never while somebody only looks. */
export async function makeSalt(
  tx: Tx,
  context: Context,
  round: { workspaceId: string; claimId: string; number: number },
): Promise<void> {
  await tx.insert(revisionSalts).values({ ...round, salt: context.randomHex(32) });
}
