import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginImport } from '@/commands/imports/begin-import';
import { bringList, mostUnfinished } from '@/commands/imports/bring-list';
import { cancelImport } from '@/commands/imports/cancel-import';
import { discardImport } from '@/commands/imports/discard-import';
import { importOfDesk, importsOfDesk } from '@/db/queries/desk/imports-of-desk';
import { claims, importRows } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { begin, bring, table, takeAll } from './brought';

describeOnBothDatabases('bringing a list', (open) => {
  it('[IN5] keeps its rows, and makes no claim of any yet', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const text = `${table}\nonly one cell`;
    const made = answerOf(await bringList(contextFor(db, north.checkers[0]), { fileName: 'list.csv', text }));
    expect(made.rows).toBe(5);
    const found = await importOfDesk({ importId: made.id, workspaceId, partyId: north.id }, db);
    expect(found).toMatchObject({ state: 'read', kind: 'csv', columns: ['claim', 'url', 'date'], rows: 5, fileName: 'list.csv' });
    expect(found?.counts).toEqual({ waiting: 4, taken: 0, known: 0, refused: 1, discarded: 0 });
    const rows = await db.select().from(importRows).where(eq(importRows.importId, made.id)).orderBy(importRows.number);
    expect(rows[0]?.cells.claim).toBe('The ferry, they said, did not run.');
    expect(rows[4]).toMatchObject({
      state: 'refused',
      wording: 'only one cell',
      issues: [{ field: 'row', code: 'cells', found: 1, expected: 3 }],
    });
    expect(await db.$count(claims, eq(claims.workspaceId, workspaceId))).toBe(0);
    expect(await lastEventOf(db, workspaceId)).toMatchObject({ type: 'import.read', facts: { rows: 5 } });
  });

  it('[IN10] is seen by the party that brought it alone', async () => {
    const db = await open();
    const { id: workspaceId, north, south } = await buildWorkspace(db);
    const { id: importId } = answerOf(await bringList(contextFor(db, north.checkers[0]), { fileName: 'list.csv', text: table }));
    expect(await importsOfDesk({ workspaceId, partyId: north.id }, db)).toHaveLength(1);
    expect(await importsOfDesk({ workspaceId, partyId: south.id }, db)).toEqual([]);
    expect(await importOfDesk({ importId, workspaceId, partyId: south.id }, db)).toBeUndefined();
  });

  it('refuses a file that holds no list, and one that is too large', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const code = async (input: unknown) =>
      (await refusalOf(db, id, () => bringList(contextFor(db, north.checkers[0]), input))).code;
    expect(await code({ fileName: 'list.csv', text: 'claim' })).toBe('list-empty');
    expect(await code({ fileName: 'list.csv', text: `claim\n${'x'.repeat(8 * 1024 * 1024)}` })).toBe('file-too-large');
    for (const input of [
      { fileName: '', text: table },
      { fileName: 'a' },
      { fileName: 'a', text: table, state: 'running' },
      table,
    ])
      expect(await code(input)).toBe('invalid-input');
  });

  it('[A2] refuses observers, the steward and strangers', async () => {
    const db = await open();
    await expectOnlyEditors(db, await buildWorkspace(db), (context) => bringList(context, { fileName: 'list.csv', text: table }));
  });

  it('[IN15] refuses the eleventh list of a party with rows that are not done, and of no other party', async () => {
    const db = await open();
    const { id: workspaceId, north, south } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    const ids = await Array.from({ length: mostUnfinished - 1 }).reduce<Promise<string[]>>(
      async (before) => [...(await before), await bring(db, north.checkers[0])],
      Promise.resolve([]),
    );
    const running = await begin(db, north.checkers[1]);
    const again = () => bringList(context, { fileName: 'list.csv', text: table });
    expect(await refusalOf(db, workspaceId, again)).toEqual({ code: 'too-many-imports', limit: mostUnfinished });
    await bring(db, south.checkers[0]);
    answerOf(await discardImport(context, { importId: ids[0] }));
    // Of two that come at the same time for the last place, one has it.
    const both = await Promise.all([again(), again()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    // A cancelled one keeps its rows, so it counts.
    answerOf(await cancelImport(context, { importId: running }));
    expect((await again()).ok).toBe(false);
    answerOf(await beginImport(contextFor(db, north.checkers[1]), { importId: running }));
    await takeAll(db, north.checkers[1], running);
    answerOf(await again());
  });
});
