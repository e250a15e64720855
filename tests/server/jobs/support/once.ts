import { eq } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import { events, workspaces } from '@/db/schema';
import { ok } from '@/domain/result';

/** What commands of jobs are like: under a lock it looks whether the thing is done, and does it if not. */
export async function once(context: Context, { id: subjectId }: { id: string }, workspaceId: string) {
  return withTransaction(context, async (tx) => {
    await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update');
    if ((await tx.$count(events, eq(events.subjectId, subjectId))) === 0)
      await recordEvent(tx, context, { type: 'verdict.published', workspaceId, subjectId });
    return ok(undefined);
  });
}
