import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { storeObject } from '@/commands/sources/store-object';
import { objects } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const mediaType = 'text/plain';
const bytes = new TextEncoder().encode('An article about the talks.');
const sha256 = digestOf(bytes);

describeOnBothDatabases('storing a file', (open) => {
  it('keeps the bytes under their digest, once in each workspace, and tells it once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    for (const desk of [workspace.north, workspace.south])
      expect(await storeObject(contextFor(db, desk.checkers[0]), { bytes, mediaType })).toEqual({ ok: true, value: { sha256 } });
    const rows = await db.select().from(objects).where(eq(objects.workspaceId, workspace.id));
    expect(rows).toMatchObject([{ sha256, mediaType, sizeBytes: bytes.byteLength, storedAt: noon }]);
    expect(digestOf(rows[0]?.bytes ?? '')).toBe(sha256);
    const stored = (await eventsOf(db, workspace.id)).filter(({ type }) => type === 'object.stored');
    expect(stored).toMatchObject([{ facts: { sha256, sizeBytes: bytes.byteLength } }]);
  });

  it('[A6] refuses nothing at all, more than 8 MiB, and who may not', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const store = (size: number) =>
      storeObject(contextFor(db, workspace.north.checkers[0]), { bytes: new Uint8Array(size), mediaType });
    const limitBytes = 8 * 1024 * 1024;
    expect(await refusalOf(db, workspace.id, () => store(0))).toEqual({ code: 'file-empty' });
    expect(await refusalOf(db, workspace.id, () => store(limitBytes + 1))).toEqual({
      code: 'file-too-large',
      sizeBytes: limitBytes + 1,
      limitBytes,
    });
    await expectOnlyEditors(db, workspace, (context) => storeObject(context, { bytes, mediaType }));
  });
});
