import { eq, max } from 'drizzle-orm';
import { lockWorkspace } from '@/commands/lock-workspace';
import type { Tx } from '@/db/handle';
import { challenges } from '@/db/schema';

/** The number of the next public change of any challenge of a workspace: pages that were kept before it are old (C32). One at a time, under the workspace's lock. */
export async function nextChange(tx: Tx, workspaceId: string): Promise<number> {
  await lockWorkspace(tx, workspaceId);
  const [last] = await tx
    .select({ change: max(challenges.change) })
    .from(challenges)
    .where(eq(challenges.workspaceId, workspaceId));
  return (last?.change ?? 0) + 1;
}
