import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { attachSource } from '@/commands/sources/attach-source';
import { removeUploads, waitsForMs } from '@/commands/sources/remove-uploads';
import { uploadFile } from '@/commands/sources/upload-file';
import type { Db } from '@/db/handle';
import { objects, uploads } from '@/db/schema';
import {
  answerOf,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  contextOf,
  type Person,
  sourceInput,
  uploadOf,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { describeOnBothStores } from '@/tests/support/stores';
import { eventsOf, refusalOf } from '@/tests/support/trace';

/** Long before the files of all other tests, which share the database and must not be due. */
const then = new Date('2001-03-02T12:00:00.000Z');
const later = (ms: number) => new Date(then.getTime() + ms);
const text = (value: string) => new TextEncoder().encode(value);

describeOnBothDatabases('files that nobody attached', (open) => {
  describeOnBothStores('kept in a store', (openStore, bucket) => {
    const keptOf = async (workspaceId: string) => (await openStore().kept()).filter((name) => name.startsWith(workspaceId));
    const send = async (db: Db, by: Person, what: string, now = then) => {
      const context = contextFor(db, by, { now, objects: openStore().store });
      return answerOf(await uploadFile(context, uploadOf(context, text(what)))).sha256;
    };
    const remove = (db: Db, now: Date) => removeUploads(contextOf(db, { kind: 'system' }, { now, objects: openStore().store }));

    it('[F4] go after a day, and not what was attached or was sent again meanwhile', async () => {
      const db = await open();
      const workspace = await buildWorkspace(db);
      const { id, north } = workspace;
      const [left, again, attached] = [
        await send(db, north.checkers[0], 'Left alone'),
        await send(db, north.checkers[0], 'Sent again'),
        await send(db, north.checkers[0], 'Attached'),
      ];
      const { id: claimId } = await buildOpenClaim(db, workspace);
      const attach = (fileSha256: string) =>
        attachSource(contextFor(db, north.checkers[1]), { claimId, source: sourceInput({ kind: 'file', fileSha256 }) });
      answerOf(await attach(attached));
      await send(db, north.checkers[1], 'Sent again', later(1));
      expect(await remove(db, later(waitsForMs - 1))).toBe(0);
      expect(await keptOf(id)).toHaveLength(3);
      expect(await remove(db, later(waitsForMs))).toBe(1);
      const held = [
        ...(await db.select({ key: uploads.key, sha256: uploads.sha256 }).from(uploads).where(eq(uploads.workspaceId, id))),
        ...(await db.select({ key: objects.key, sha256: objects.sha256 }).from(objects).where(eq(objects.workspaceId, id))),
      ];
      expect(held.map(({ sha256 }) => sha256)).toEqual([again, attached]);
      expect(await keptOf(id)).toEqual(held.map(({ key }) => key).sort());
      expect(await refusalOf(db, id, () => attach(left))).toEqual({ code: 'file-unknown' });
      const told = (await eventsOf(db, id)).filter(({ type }) => type === 'object.removed');
      expect(told).toMatchObject([{ personId: null, facts: { sha256: left } }]);
      // The rest goes too, so that another test begins with nothing due.
      expect(await remove(db, later(2 * waitsForMs))).toBe(1);
      expect(await keptOf(id)).toHaveLength(1);
    });

    it('[F10] go together with what a process left that ended while it took a file in or away', async () => {
      const db = await open();
      const { id, north } = await buildWorkspace(db);
      const sha256 = await send(db, north.checkers[0], 'Being taken away');
      await db.update(uploads).set({ state: 'ending' }).where(eq(uploads.sha256, sha256));
      const row = { workspaceId: id, partyId: north.id, personId: north.checkers[0].id, since: then };
      const half = contextOf(db, { kind: 'system' }).newId();
      await db.insert(uploads).values({ ...row, id: half, key: `${id}/${half}`, state: 'arriving' });
      expect(await remove(db, later(1))).toBe(1);
      expect(await keptOf(id)).toEqual([]);
      expect(await remove(db, later(waitsForMs))).toBe(1);
      expect(await db.select().from(uploads).where(eq(uploads.workspaceId, id))).toEqual([]);
      // Of what never came whole nothing is told.
      expect((await eventsOf(db, id)).filter(({ type }) => type === 'object.removed')).toHaveLength(1);
    });

    it('[F10] stay named, and can be attached no more, while the store is away', async () => {
      const server = bucket();
      if (server === undefined) return;
      const db = await open();
      const { id, north } = await buildWorkspace(db);
      await send(db, north.checkers[0], 'A file');
      server.failWith(500);
      await expect(remove(db, later(waitsForMs))).rejects.toThrow('500');
      server.failWith(undefined);
      expect(await db.select({ state: uploads.state }).from(uploads).where(eq(uploads.workspaceId, id))).toEqual([
        { state: 'ending' },
      ]);
      expect(await remove(db, later(waitsForMs))).toBe(1);
      expect(await keptOf(id)).toEqual([]);
    });
  });
});
