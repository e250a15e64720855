import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { challenges } from '@/db/schema';
import type { ChallengeRow } from './load-challenge';
import { nextChange } from './next-change';

/** Something public changed about a locked challenge without moving it: pages that were kept before are old. */
export async function renewChallenge(
  tx: Tx,
  { id, workspaceId }: Pick<ChallengeRow, 'id' | 'workspaceId'>,
  beside: Partial<Pick<ChallengeRow, 'acknowledgementOverdueAt' | 'decisionOverdueAt'>> = {},
): Promise<void> {
  const change = await nextChange(tx, workspaceId);
  await tx
    .update(challenges)
    .set({ ...beside, change })
    .where(eq(challenges.id, id));
}
