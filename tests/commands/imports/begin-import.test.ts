import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginImport } from '@/commands/imports/begin-import';
import { cancelImport } from '@/commands/imports/cancel-import';
import { imports } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { begin, bring, reading, takeAll } from './brought';

describeOnBothDatabases('beginning an import', (open) => {
  it('[IN9] hands the rows to the server in the name of whoever begins, and says how they are read', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const importId = await bring(db, north.checkers[0]);
    const begun = await beginImport(contextFor(db, north.moderators[0]), { importId, reading });
    expect(begun).toEqual({ ok: true, value: { state: 'running' } });
    const [row] = await db.select().from(imports).where(eq(imports.id, importId));
    expect(row).toMatchObject({ state: 'running', personId: north.moderators[0].id, begunAt: noon, ...reading });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'import.begun', subjectId: importId, facts: { rows: 4 } });
  });

  it('[IN9] goes on with a cancelled one as it was read at first', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const importId = await begin(db, north.checkers[0]);
    answerOf(await cancelImport(contextFor(db, north.checkers[0]), { importId }));
    const other = { ...reading, mapping: { wording: 'url' } };
    answerOf(await beginImport(contextFor(db, north.checkers[1]), { importId, reading: other }));
    const [row] = await db.select().from(imports).where(eq(imports.id, importId));
    expect(row).toMatchObject({ state: 'running', personId: north.checkers[1].id, endedAt: null, ...reading });
  });

  it('refuses one that runs or has ended, one that nobody said how to read, and columns that are not there', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    const refused = (input: unknown) => refusalOf(db, id, () => beginImport(context, input));
    const waiting = await bring(db, north.checkers[0]);
    expect(await refused({ importId: waiting })).toMatchObject({ issues: [{ field: 'reading', code: 'required' }] });
    const strange = { ...reading, mapping: { wording: 'rating' } };
    expect(await refused({ importId: waiting, reading: strange })).toMatchObject({ code: 'invalid-input' });
    const running = await begin(db, north.checkers[0]);
    expect(await refused({ importId: running, reading })).toEqual({ code: 'import-not-waiting', state: 'running' });
    await takeAll(db, north.checkers[0], running);
    expect(await refused({ importId: running })).toEqual({ code: 'import-not-waiting', state: 'finished' });
  });

  it('[A2] [A3] [IN10] refuses who may not, and what another party or workspace brought', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const importId = await bring(db, workspace.north.checkers[0]);
    await expectOnlyEditors(db, workspace, (context) => beginImport(context, { importId, reading }));
    await expectForeignIsUnknown(db, workspace, importId, (context, id) => beginImport(context, { importId: id, reading }));
    const other = contextFor(db, workspace.south.moderators[0]);
    expect(await refusalOf(db, workspace.id, () => beginImport(other, { importId, reading }))).toEqual({ code: 'not-found' });
  });
});
