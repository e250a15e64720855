import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/handle';
import { workspaces } from '@/db/schema';

/**
 * Lets one transaction at a time give out what is unique in a workspace: a number, a name. Locked as an update of no key, because every insert in the
 * workspace holds a share of its key (the foreign key does that): a stronger lock would wait for those who wait for it. Claims are locked first.
 */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('no key update');
}
