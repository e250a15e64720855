import { desc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import { events } from '@/db/schema';
import { ok } from '@/domain/result';
import { actorFor, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('recording an event', (open) => {
  it('[A1] says who did it for whom and when, from the context alone, and announces the workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [person] = workspace.south.moderators;
    const announced: string[] = [];
    const newest = async () =>
      (await db.select().from(events).where(eq(events.workspaceId, workspace.id)).orderBy(desc(events.seq)).limit(1))[0];
    for (const actor of [actorFor(person), { kind: 'system' } as const]) {
      const context = contextOf(db, actor, { announced: (workspaceId) => announced.push(workspaceId) });
      await withTransaction(context, async (tx) => {
        await recordEvent(tx, context, { type: 'member.left', workspaceId: workspace.id, facts: { of: 'Southern desk' } });
        return ok(true);
      });
      const known = actor.kind === 'member';
      expect(await newest()).toMatchObject({
        type: 'member.left',
        personId: known ? person.id : null,
        partyId: known ? workspace.south.id : null,
        claimId: null,
        subjectId: null,
        facts: { of: 'Southern desk' },
        requestId: context.requestId,
        at: noon,
      });
    }
    expect(announced).toEqual([workspace.id, workspace.id]);
  });
});
