import { asc, eq, lte, or } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import { uploads } from '@/db/schema';
import { ok } from '@/domain/result';
import { forgetUpload } from './forget-upload';

/** How long a file waits to be attached (SPEC F4). */
export const waitsForMs = 24 * 60 * 60 * 1000;

/**
 * Removes every file that nobody attached within a day, and what an upload left that never ended. Answers how many. A row is marked first, so that nobody
 * attaches what is being taken away; one that is marked already was left by a process that ended, and is done again.
 */
export async function removeUploads(context: Context): Promise<number> {
  const due = await markDue(context);
  for (const upload of due) {
    const gone = await forgetUpload(context, upload);
    if (gone === undefined || gone.sizeBytes === null) continue;
    const { workspaceId, partyId, id: subjectId, sha256, sizeBytes } = gone;
    await withTransaction(context, async (tx) => {
      const facts = { sha256, sizeBytes };
      await recordEvent(tx, context, { type: 'object.removed', workspaceId, subjectId, by: { personId: null, partyId }, facts });
      return ok(true);
    });
  }
  return due.length;
}

async function markDue(context: Context): Promise<{ id: string; key: string }[]> {
  const before = new Date(context.now.getTime() - waitsForMs);
  const marked = await withTransaction(context, async (tx) => {
    const due = await tx
      .select({ id: uploads.id, key: uploads.key })
      .from(uploads)
      .where(or(lte(uploads.since, before), eq(uploads.state, 'ending')))
      .orderBy(asc(uploads.id))
      .for('update', { skipLocked: true });
    for (const { id } of due) await tx.update(uploads).set({ state: 'ending' }).where(eq(uploads.id, id));
    return ok(due);
  });
  return marked.ok ? marked.value : [];
}
