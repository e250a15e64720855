import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginImport } from '@/commands/imports/begin-import';
import { cancelImport } from '@/commands/imports/cancel-import';
import { stopImport } from '@/commands/imports/stop-import';
import { takeRows } from '@/commands/imports/take-rows';
import { importOfDesk } from '@/db/queries/desk/imports-of-desk';
import { claims } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { begin, bring, takeAll } from './brought';

describeOnBothDatabases('cancelling an import', (open) => {
  it('[IN9] ends it between two rows: what was taken stays, and another member goes on with the rest', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const importId = await begin(db, north.checkers[0]);
    answerOf(await takeRows(contextFor(db, north.checkers[0]), { importId, most: 1 }));
    expect(await cancelImport(contextFor(db, north.moderators[0]), { importId })).toEqual({
      ok: true,
      value: { state: 'cancelled' },
    });
    const found = () => importOfDesk({ importId, workspaceId, partyId: north.id }, db);
    expect(await found()).toMatchObject({ state: 'cancelled', endedAt: noon, counts: { taken: 1, waiting: 3 } });
    expect(await lastEventOf(db, workspaceId)).toMatchObject({ type: 'import.cancelled', subjectId: importId });

    answerOf(await beginImport(contextFor(db, north.checkers[1]), { importId }));
    await takeAll(db, north.checkers[1], importId);
    expect(await found()).toMatchObject({ state: 'finished', counts: { taken: 2, refused: 2, waiting: 0 } });
    expect(await db.$count(claims, eq(claims.workspaceId, workspaceId))).toBe(2);
  });

  it('refuses one that was never begun, and one that has ended', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const waiting = await bring(db, north.checkers[0]);
    expect(await refusalOf(db, id, () => cancelImport(contextFor(db, north.checkers[0]), { importId: waiting }))).toEqual({
      code: 'import-not-running',
      state: 'read',
    });
    const importId = await begin(db, north.checkers[0]);
    await takeAll(db, north.checkers[0], importId);
    expect(await refusalOf(db, id, () => cancelImport(contextFor(db, north.checkers[0]), { importId }))).toEqual({
      code: 'import-not-running',
      state: 'finished',
    });
  });

  it('[A2] [A3] [IN10] refuses who may not, and what another party or workspace brought', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const importId = await begin(db, workspace.north.checkers[0]);
    await expectOnlyEditors(db, workspace, (context) => cancelImport(context, { importId }));
    await expectForeignIsUnknown(db, workspace, importId, (context, id) => cancelImport(context, { importId: id }));
    const other = contextFor(db, workspace.south.moderators[0]);
    expect(await refusalOf(db, workspace.id, () => cancelImport(other, { importId }))).toEqual({ code: 'not-found' });
    answerOf(await stopImport(contextOf(db, { kind: 'system' }), importId));
    const own = contextFor(db, workspace.north.checkers[0]);
    expect((await refusalOf(db, workspace.id, () => cancelImport(own, { importId }))).state).toBe('stopped');
  });
});
