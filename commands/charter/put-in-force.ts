import { and, eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { charterVersions } from '@/db/schema';
import { closeDraft } from './close-draft';

/** The version binds every claim that is opened from now on, and the one before it no further one (SPEC H4, H5). A draft that was begun meanwhile changes that one, so it ends (H19). Whoever calls it holds the workspace's lock. */
export async function putInForce(
  tx: Tx,
  context: Context,
  { id, workspaceId, number, sha256 }: Pick<typeof charterVersions.$inferSelect, 'id' | 'workspaceId' | 'number' | 'sha256'>,
  beside: { ratifiedAt?: Date } = {},
): Promise<void> {
  await closeDraft(tx, workspaceId);
  const before = await tx
    .update(charterVersions)
    .set({ state: 'superseded' })
    .where(and(eq(charterVersions.workspaceId, workspaceId), eq(charterVersions.state, 'in-force')))
    .returning({ id: charterVersions.id });
  await tx
    .update(charterVersions)
    .set({ ...beside, state: 'in-force', inForceAt: context.now })
    .where(eq(charterVersions.id, id));
  await recordEvent(tx, context, { type: 'charter.in-force', workspaceId, subjectId: id, facts: { number, sha256 } });
  // Of a first charter every page has said what it waited for (SPEC H10).
  if (before.length === 0) return;
  const to = await peopleAt(tx, { workspaceId, who: 'everybody' });
  await tell(tx, context, { kind: 'charter-in-force', workspaceId, facts: { charter: number }, to });
}
