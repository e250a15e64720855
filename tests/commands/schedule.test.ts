import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { schedule } from '@/commands/schedule';
import { jobs } from '@/db/schema';
import { ok, refuse } from '@/domain/result';
import { buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('asking to be woken', (open) => {
  it('[J1] is taken back with a refusal, kept with a commit, and one when it is asked for twice', async () => {
    const db = await open();
    const { id: workspaceId } = await buildWorkspace(db);
    const context = contextOf(db, { kind: 'system' });
    const job = { kind: 'revision.advance', workspaceId, subjectId: v7(), at: noon } as const;
    const kept = () => db.select().from(jobs).where(eq(jobs.subjectId, job.subjectId));
    await withTransaction(context, async (tx) => {
      await schedule(tx, context, job);
      return refuse({ code: 'not-found' });
    });
    expect(await kept()).toEqual([]);
    const ask = (at: Date) => withTransaction(context, async (tx) => ok(await schedule(tx, context, { ...job, at })));
    await ask(noon);
    const [asked] = await kept();
    expect(asked).toMatchObject({ kind: job.kind, workspaceId, dueAt: noon, nextAttemptAt: noon, attempts: 0, fault: null });
    await db
      .update(jobs)
      .set({ attempts: 3, fault: 'fault', nextAttemptAt: new Date(0) })
      .where(eq(jobs.subjectId, job.subjectId));
    await ask(noon);
    const [again, ...others] = await kept();
    expect(again).toMatchObject({ attempts: 0, fault: null, nextAttemptAt: noon });
    expect(again?.id).not.toBe(asked?.id);
    expect(others).toEqual([]);
    await ask(new Date(noon.getTime() + 1));
    expect(await kept()).toHaveLength(2);
    // Others share this database, and what is due would be theirs to run.
    await db.delete(jobs).where(eq(jobs.subjectId, job.subjectId));
  });
});
