import { asc, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginImport } from '@/commands/imports/begin-import';
import { cancelImport } from '@/commands/imports/cancel-import';
import { discardImport } from '@/commands/imports/discard-import';
import { stopImport } from '@/commands/imports/stop-import';
import { takeRows } from '@/commands/imports/take-rows';
import { importOfDesk, rowsOfImport } from '@/db/queries/desk/imports-of-desk';
import { claims, importRows } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { begin, bring, takeAll } from './brought';

describeOnBothDatabases('discarding an import', (open) => {
  it('[IN17] throws one away that was never begun, with its rows', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const importId = await bring(db, north.checkers[0]);
    const discarded = await discardImport(contextFor(db, north.checkers[1]), { importId });
    expect(discarded).toEqual({ ok: true, value: { state: 'discarded' } });
    expect(await importOfDesk({ importId, workspaceId, partyId: north.id }, db)).toBeUndefined();
    expect(await db.$count(importRows, eq(importRows.importId, importId))).toBe(0);
    expect(await lastEventOf(db, workspaceId)).toMatchObject({ type: 'import.discarded', subjectId: importId });
  });

  it('[IN17] of one that was cancelled deletes the cells, and keeps what was taken and its report', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    const importId = await begin(db, north.checkers[0]);
    answerOf(await takeRows(context, { importId, most: 1 }));
    answerOf(await cancelImport(context, { importId }));
    answerOf(await discardImport(contextFor(db, north.moderators[0]), { importId }));
    const found = await importOfDesk({ importId, workspaceId, partyId: north.id }, db);
    expect(found).toMatchObject({ state: 'discarded', counts: { taken: 1, waiting: 0, discarded: 3 } });
    const cells = await db.select({ cells: importRows.cells }).from(importRows).where(eq(importRows.importId, importId));
    expect(cells).toEqual([{ cells: {} }, { cells: {} }, { cells: {} }, { cells: {} }]);
    expect(await rowsOfImport({ importId, workspaceId }, db)).toMatchObject([
      { state: 'taken', claimNumber: 1 },
      ...Array.from({ length: 3 }, () => ({ state: 'discarded', claimId: null, wording: '', issues: [] })),
    ]);
    // It is over: nobody goes on with it, and bringing the list again takes the rest.
    expect(await refusalOf(db, workspaceId, () => beginImport(context, { importId }))).toMatchObject({ state: 'discarded' });
    await takeAll(db, north.checkers[0], await begin(db, north.checkers[0]));
    const made = await db.select().from(claims).where(eq(claims.workspaceId, workspaceId)).orderBy(asc(claims.number));
    expect(made).toHaveLength(2);
  });

  it('[IN17] refuses one that runs, has ended or is discarded', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    const state = async (importId: string) => (await refusalOf(db, id, () => discardImport(context, { importId }))).state;
    const running = await begin(db, north.checkers[0]);
    expect(await state(running)).toBe('running');
    answerOf(await stopImport(contextOf(db, { kind: 'system' }), running));
    answerOf(await discardImport(context, { importId: running }));
    expect(await state(running)).toBe('discarded');
    const finished = await begin(db, north.checkers[0]);
    await takeAll(db, north.checkers[0], finished);
    expect(await state(finished)).toBe('finished');
  });

  it('[IN17] leaves no cell of a row that is decided: the database refuses it', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const importId = await bring(db, north.checkers[0]);
    const kept = db.execute(sql`update import_rows set state = 'discarded' where import_id = ${importId} and number = 1`);
    await expect(kept).rejects.toMatchObject({ cause: { message: expect.stringContaining('import_rows_kept') } });
  });

  it('[A2] [A3] [IN10] refuses who may not, and what another party or workspace brought', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const importId = await bring(db, workspace.north.checkers[0]);
    await expectOnlyEditors(db, workspace, (context) => discardImport(context, { importId }));
    await expectForeignIsUnknown(db, workspace, importId, (context, id) => discardImport(context, { importId: id }));
    const other = contextFor(db, workspace.south.moderators[0]);
    expect(await refusalOf(db, workspace.id, () => discardImport(other, { importId }))).toEqual({ code: 'not-found' });
  });
});
