import { expect, it } from 'vitest';
import { removeView } from '@/commands/views/remove-view';
import { saveView } from '@/commands/views/save-view';
import { savedViewsOf } from '@/db/queries/desk/saved-views-of';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('removing a saved view', (open) => {
  it('[D8] is for its maker alone, shared or not', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [maker, other] = workspace.north.checkers;
    const input = { name: 'Late ones', parameters: 'due=overdue', sharedWith: 'party' };
    const { id: viewId } = answerOf(await saveView(contextFor(db, maker), input));
    const remove = (context: Parameters<typeof removeView>[0]) => removeView(context, { viewId });
    expect(await refusalOf(db, workspace.id, () => remove(contextFor(db, other)))).toEqual({ code: 'not-found' });
    expect((await refusalOf(db, workspace.id, () => remove(contextFor(db, workspace.steward)))).code).toBe('not-allowed');
    expect((await refusalOf(db, workspace.id, () => remove(contextOf(db, { kind: 'public' })))).code).toBe('not-signed-in');
    await expectForeignIsUnknown(db, workspace, viewId, (context, id) => removeView(context, { viewId: id }));
    answerOf(await remove(contextFor(db, maker)));
    expect(await savedViewsOf({ member: actorFor(maker) }, db)).toEqual([]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'view.removed', subjectId: viewId });
    // Its name is free again.
    answerOf(await saveView(contextFor(db, maker), input));
  });
});
