import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { restoreNotesVersion } from '@/commands/history/restore-notes-version';
import type { Db } from '@/db/handle';
import { versionsOfNotes } from '@/db/queries/desk/versions-of-document';
import { documentUpdates } from '@/db/schema';
import { notesDocument } from '@/domain/record/document-name';
import { plainText } from '@/domain/record/plain-text';
import { type Collab, createCollab } from '@/server/collab/collab';
import {
  actorFor,
  answerOf,
  buildOpenClaim,
  buildSession,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
  writeNotes,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectForeignIsUnknown, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('restoring a version of one’s notes', (open) => {
  let collab: Collab | undefined;
  afterEach(async () => {
    await collab?.stop();
    collab = undefined;
  });

  /** Live editing as the server has it: a restore is an edit, and needs a room. */
  function live(db: Db): Collab {
    const report = (fault: unknown) => {
      throw fault;
    };
    collab ??= createCollab({ db, origin: 'http://localhost', secret: 'a secret of tests', level: 0, report, now: () => noon });
    return collab;
  }
  const by = async (db: Db, person: Person) =>
    contextOf(db, actorFor(person, { sid: await buildSession(db, person) }), { collab: live(db).port });

  it('[P46] [P51] is one edit of the person in the notes of their party, shown in their timeline and told nowhere else', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [writer, rescuer] = workspace.north.checkers;
    const good = await writeNotes(db, writer, claimId, 'Much thought.');
    const last = await writeNotes(db, workspace.north.moderators[0], claimId, 'And less.');
    const theirs = await writeNotes(db, workspace.south.checkers[0], claimId, 'Theirs.');
    const events = await eventsOf(db, workspace.id);
    const restored = answerOf(await restoreNotesVersion(await by(db, rescuer), { claimId, seq: good }));
    expect(restored).toEqual({ seq: last + 1 });

    const document = notesDocument(claimId, workspace.north.id);
    const { blocks = [] } = (await live(db).port.notesAt(document, restored.seq)) ?? {};
    expect(plainText(blocks).trim()).toBe('Much thought.');
    const log = await db.select().from(documentUpdates).where(eq(documentUpdates.document, document));
    expect(log.find(({ seq }) => seq === restored.seq)).toMatchObject({ personId: rescuer.id, partyId: workspace.north.id });
    const { items } = await versionsOfNotes({ claimId, partyId: workspace.north.id, before: undefined }, db);
    expect(items[0]).toMatchObject({ seq: restored.seq, restored: { seq: good, personId: rescuer.id } });
    expect(await eventsOf(db, workspace.id)).toEqual(events);
    expect(await db.$count(documentUpdates, eq(documentUpdates.document, notesDocument(claimId, workspace.south.id)))).toBe(
      theirs,
    );
  });

  it('[P51] is refused where nothing would change, and where there are no such notes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [checker] = workspace.north.checkers;
    const seq = await writeNotes(db, checker, claimId, 'Much thought.');
    const context = await by(db, checker);
    const refused = async (input: unknown) => (await refusalOf(db, workspace.id, () => restoreNotesVersion(context, input))).code;
    expect(await refused({ claimId, seq })).toBe('nothing-to-restore');
    expect(await refused({ claimId, seq: seq + 1 })).toBe('not-found');
    expect(await refused({ claimId, seq: 0 })).toBe('invalid-input');
    const southern = await by(db, workspace.south.checkers[0]);
    expect(await refusalOf(db, workspace.id, () => restoreNotesVersion(southern, { claimId, seq: 1 }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('[P22] [P51] is refused when the session has ended meanwhile', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [checker] = workspace.north.checkers;
    const good = await writeNotes(db, checker, claimId, 'Much thought.');
    await writeNotes(db, checker, claimId, 'And less.');
    const context = contextFor(db, checker, { collab: live(db).port });
    expect(await refusalOf(db, workspace.id, () => restoreNotesVersion(context, { claimId, seq: good }))).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('[A2] [A3] [A5] is for whoever sits with a party, at this desk alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await writeNotes(db, workspace.north.checkers[0], claimId, 'Much thought.');
    const port = { collab: live(db).port };
    const refused = async (actor: Parameters<typeof contextOf>[1]) =>
      (await refusalOf(db, workspace.id, () => restoreNotesVersion(contextOf(db, actor, port), { claimId, seq: 1 }))).code;
    expect(await refused(actorFor(workspace.steward))).toBe('not-allowed');
    expect(await refused({ kind: 'public' })).toBe('not-signed-in');
    await expectForeignIsUnknown(db, workspace, claimId, ({ actor }, id) =>
      restoreNotesVersion(contextOf(db, actor, port), { claimId: id, seq: 1 }),
    );
  });
});
