import { expect, it } from 'vitest';
import { previewImport } from '@/commands/imports/preview-import';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';
import { bring, reading } from './brought';

describeOnBothDatabases('previewing an import', (open) => {
  it('[IN5] says what each row would become and every reason why not, and changes nothing', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const importId = await bring(db, north.checkers[0]);
    const before = await eventsOf(db, id);
    const preview = answerOf(await previewImport(contextFor(db, north.moderators[0]), { importId, ...reading }));
    expect(preview.refused).toBe(2);
    expect(preview.rows).toMatchObject([
      { number: 1, wording: 'The ferry, they said, did not run.', title: 'example.org', seenOn: '2026-01-05', issues: [] },
      { number: 2, seenOn: '2026-02-01', issues: [] },
      { number: 3, issues: [{ field: 'wording', code: 'required' }] },
      {
        number: 4,
        issues: [
          { field: 'title', code: 'required' },
          { field: 'url', code: 'not-a-web-address' },
          { field: 'seenOn', code: 'not-a-day' },
        ],
      },
    ]);
    expect(await eventsOf(db, id)).toEqual(before);
  });

  it('refuses columns that the list does not have', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const importId = await bring(db, north.checkers[0]);
    const preview = (mapping: Record<string, string>) =>
      refusalOf(db, id, () => previewImport(contextFor(db, north.checkers[0]), { importId, ...reading, mapping }));
    expect(await preview({ wording: 'rating' })).toMatchObject({ code: 'invalid-input', issues: [{ field: 'wording' }] });
    expect((await preview({ url: 'url' })).code).toBe('invalid-input');
    expect((await preview({ wording: 'claim', rating: 'date' })).code).toBe('invalid-input');
  });

  it('[A2] [A3] [IN10] refuses who may not, and what another party or workspace brought', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const importId = await bring(db, workspace.north.checkers[0]);
    await expectOnlyEditors(db, workspace, (context) => previewImport(context, { importId, ...reading }));
    await expectForeignIsUnknown(db, workspace, importId, (context, id) => previewImport(context, { importId: id, ...reading }));
    const other = contextFor(db, workspace.south.moderators[0]);
    expect(await refusalOf(db, workspace.id, () => previewImport(other, { importId, ...reading }))).toEqual({
      code: 'not-found',
    });
  });
});
