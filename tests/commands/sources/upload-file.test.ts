import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { attachSource } from '@/commands/sources/attach-source';
import { removeUploads } from '@/commands/sources/remove-uploads';
import { mostUnattached, type Upload, uploadFile } from '@/commands/sources/upload-file';
import type { Db } from '@/db/handle';
import { uploads } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import {
  answerOf,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
  sourceInput,
  uploadOf,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { inPieces } from '@/tests/support/in-pieces';
import { describeOnBothStores } from '@/tests/support/stores';
import { eventsOf, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const bytes = new TextEncoder().encode('An article about the talks.');
const file = { sha256: digestOf(bytes), sizeBytes: bytes.byteLength, mediaType: 'text/plain' };

const uploadsOf = (db: Db, workspaceId: string) => db.select().from(uploads).where(eq(uploads.workspaceId, workspaceId));

describeOnBothDatabases('sending a file', (open) => {
  describeOnBothStores('kept in a store', (openStore, bucket) => {
    const send = (db: Db, by: Person, changes: Partial<Upload> = {}, what = bytes) => {
      const context = contextFor(db, by, { objects: openStore().store });
      return uploadFile(context, uploadOf(context, what, changes));
    };
    const keptOf = async (workspaceId: string) => (await openStore().kept()).filter((name) => name.startsWith(workspaceId));

    it('[F1] [F2] [F4] keeps the bytes, says what they are, and tells it to the party alone', async () => {
      const db = await open();
      const { id, north } = await buildWorkspace(db);
      expect(await send(db, north.checkers[0])).toEqual({ ok: true, value: file });
      const [upload] = await uploadsOf(db, id);
      expect(upload).toMatchObject({ ...file, partyId: north.id, state: 'ready', since: noon });
      expect(await keptOf(id)).toEqual([upload?.key]);
      const stored = (await eventsOf(db, id)).filter(({ type }) => type === 'object.stored');
      expect(stored).toMatchObject([{ subjectId: upload?.id, facts: { sha256: file.sha256, sizeBytes: file.sizeBytes } }]);
    });

    it('[F3] keeps the same bytes once, whoever of a party sends them, at the same moment or after they were attached', async () => {
      const db = await open();
      const workspace = await buildWorkspace(db);
      const { id, north, south } = workspace;
      const twice = north.checkers.map((person) => send(db, person));
      for (const result of await Promise.all(twice)) expect(answerOf(result)).toEqual(file);
      expect(await keptOf(id)).toHaveLength(1);
      const claim = await buildOpenClaim(db, workspace);
      const source = sourceInput({ kind: 'file', fileSha256: file.sha256 });
      answerOf(await attachSource(contextFor(db, north.checkers[0]), { claimId: claim.id, source }));
      for (const person of [north.checkers[1], south.checkers[0]]) expect(answerOf(await send(db, person))).toEqual(file);
      expect(await keptOf(id)).toHaveLength(1);
      expect(await uploadsOf(db, id)).toEqual([]);
      expect((await eventsOf(db, id)).filter(({ type }) => type === 'object.stored')).toHaveLength(1);
    });

    it('[F12] [T30] tells another party nothing of a file that nobody has attached', async () => {
      const db = await open();
      const workspace = await buildWorkspace(db);
      const { id, north, south } = workspace;
      answerOf(await send(db, north.checkers[0]));
      const claims = [await buildOpenClaim(db, workspace), await buildOpenClaim(db, workspace)];
      const source = () => sourceInput({ kind: 'file', fileSha256: file.sha256 });
      const attach = (by: Person, claim = 0) =>
        attachSource(contextFor(db, by), { claimId: claims[claim]?.id ?? '', source: source() }).then((result) => result.ok);
      expect(
        await refusalOf(db, id, () =>
          attachSource(contextFor(db, south.checkers[0]), { claimId: claims[0]?.id, source: source() }),
        ),
      ).toEqual({
        code: 'file-unknown',
      });
      // The same bytes of the other party are the first to it: kept, counted and told to itself.
      answerOf(await send(db, south.checkers[0]));
      expect((await uploadsOf(db, id)).map(({ partyId }) => partyId).sort()).toEqual([north.id, south.id].sort());
      expect((await eventsOf(db, id)).filter(({ type }) => type === 'object.stored')).toHaveLength(2);
      // Once one has attached its own, the copy of the other goes as soon as it attaches too, and nobody is told of that.
      expect(await attach(south.checkers[0])).toBe(true);
      expect(await attach(north.checkers[0], 1)).toBe(true);
      expect(await uploadsOf(db, id)).toMatchObject([{ partyId: north.id, state: 'ending', sha256: null }]);
      expect(await removeUploads(contextOf(db, { kind: 'system' }, { objects: openStore().store }))).toBe(1);
      expect(await keptOf(id)).toHaveLength(1);
      expect((await eventsOf(db, id)).filter(({ type }) => type === 'object.removed')).toEqual([]);
    });

    it.each<[string, () => Partial<Upload>, object]>([
      ['nothing at all', () => ({ sizeBytes: 0 }), { code: 'file-empty' }],
      ['more than the limit', () => ({ limitBytes: 26 }), { code: 'file-too-large', limitBytes: 26 }],
      ['fewer bytes than were announced', () => ({ sizeBytes: 28 }), { code: 'upload-not-whole' }],
      ['more bytes than were announced', () => ({ sizeBytes: 20 }), { code: 'upload-not-whole' }],
      ['a line that is cut', () => ({ bytes: cut() }), { code: 'upload-not-whole' }],
    ])('[F1] refuses %s, and keeps nothing of it', async (_, changes, refusal) => {
      const db = await open();
      const { id, north } = await buildWorkspace(db);
      expect(await refusalOf(db, id, () => send(db, north.checkers[0], changes()))).toEqual(refusal);
      expect(await keptOf(id)).toEqual([]);
    });

    it('[F11] keeps nothing of who has no session or no right any more when the last byte has come', async () => {
      const db = await open();
      const workspace = await buildWorkspace(db);
      const { id, north, mission } = workspace;
      const gone = contextOf(db, { kind: 'public' });
      const moved = contextFor(db, mission.observers[0]);
      const other = contextFor(db, workspace.south.checkers[0]);
      for (const [context, code] of [
        [gone, 'not-signed-in'],
        [moved, 'not-allowed'],
        [other, 'not-allowed'],
      ] as const) {
        const refusal = await refusalOf(db, id, () => send(db, north.checkers[0], { again: async () => context }));
        expect(refusal.code).toBe(code);
        expect(await keptOf(id)).toEqual([]);
      }
    });

    it('[F10] leaves a row that leads to what could not be taken away, when the store is away', async () => {
      const server = bucket();
      if (server === undefined) return;
      const db = await open();
      const { id, north } = await buildWorkspace(db);
      const away = async function* () {
        yield bytes;
        server.failWith(500);
      };
      await expect(send(db, north.checkers[0], { bytes: away() })).rejects.toThrow('500');
      server.failWith(undefined);
      expect(await uploadsOf(db, id)).toMatchObject([{ state: 'arriving', sha256: null }]);
    });
  });

  it('[F4] counts the files of a party that nobody attached, those on their way too', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const send = (by: Person, what: string) => {
      const context = contextFor(db, by);
      return uploadFile(context, uploadOf(context, new TextEncoder().encode(what)));
    };
    const sent = Array.from({ length: mostUnattached + 2 }, (_, index) => send(north.checkers[0], `File ${index}`));
    const refused = (await Promise.all(sent)).filter((result) => !result.ok);
    expect(refused).toEqual(Array(2).fill({ ok: false, refusal: { code: 'too-many-uploads', limit: mostUnattached } }));
    expect(await uploadsOf(db, id)).toHaveLength(mostUnattached);
    expect((await send(south.checkers[0], 'A file')).ok).toBe(true);
  });

  it('[A6] refuses who may not', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    await expectOnlyEditors(db, workspace, (context) => uploadFile(context, uploadOf(context, bytes)));
  });
});

async function* cut(): AsyncGenerator<Uint8Array> {
  yield* inPieces(bytes.subarray(0, 10));
  throw new Error('aborted');
}
