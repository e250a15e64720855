import { expect, it } from 'vitest';
import { stopImport } from '@/commands/imports/stop-import';
import { importOfDesk } from '@/db/queries/desk/imports-of-desk';
import { buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';
import { begin, bring } from './brought';

describeOnBothDatabases('stopping an import', (open) => {
  it('[IN9] ends one that runs, and only one that runs', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const system = contextOf(db, { kind: 'system' });
    const importId = await begin(db, north.checkers[0]);
    expect(await stopImport(system, importId)).toEqual({ ok: true, value: { state: 'stopped' } });
    const found = await importOfDesk({ importId, workspaceId, partyId: north.id }, db);
    expect(found).toMatchObject({ state: 'stopped', endedAt: noon, counts: { waiting: 4 } });
    expect(await lastEventOf(db, workspaceId)).toMatchObject({ type: 'import.stopped', personId: null, subjectId: importId });
    for (const id of [importId, await bring(db, north.checkers[0]), system.newId()])
      expect(await refusalOf(db, workspaceId, () => stopImport(system, id))).toEqual({ code: 'not-found' });
  });
});
