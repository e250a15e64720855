import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { restoreVersion } from '@/commands/history/restore-version';
import type { Db } from '@/db/handle';
import { versionsOfRecord } from '@/db/queries/desk/versions-of-document';
import { documentUpdates, documentVersions } from '@/db/schema';
import { recordDocument } from '@/domain/record/document-name';
import { type Collab, createCollab } from '@/server/collab/collab';
import {
  actorFor,
  answerOf,
  buildClaim,
  buildOpenClaim,
  buildSession,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
  writeRecord,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('restoring a version', (open) => {
  let collab: Collab | undefined;
  afterEach(async () => {
    await collab?.stop();
    collab = undefined;
  });

  /** Live editing as the server has it: a restore is an edit, and needs a room. */
  function live(db: Db): Collab {
    const faults = (fault: unknown) => {
      throw fault;
    };
    collab ??= createCollab({
      db,
      origin: 'http://localhost',
      secret: 'a secret of tests',
      level: 0,
      report: faults,
      now: () => noon,
    });
    return collab;
  }
  /** A person with a session that counts: an edit commits only under one. */
  const by = async (db: Db, person: Person) =>
    contextOf(db, actorFor(person, { sid: await buildSession(db, person) }), { collab: live(db).port });
  const says = async (db: Db, claimId: string) =>
    (await live(db).port.projectionAt(recordDocument(claimId)))?.draft.texts.en?.summary;

  it('[P46] is one edit of the person, recorded, and shown in the timeline with the moment before it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [checker] = workspace.south.checkers;
    const claim = await buildOpenClaim(db, workspace);
    const good = await writeRecord(db, workspace.north.checkers[0], claim.id, { texts: { summary: 'Much work.' } });
    const wiped = await writeRecord(db, workspace.south.checkers[1], claim.id, { texts: { summary: '' } });
    const restored = answerOf(await restoreVersion(await by(db, checker), { claimId: claim.id, seq: good }));
    expect(restored).toEqual({ seq: wiped + 1 });
    expect(await says(db, claim.id)).toBe('Much work.');
    const log = await db
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.document, recordDocument(claim.id)));
    expect(log.find(({ seq }) => seq === restored.seq)).toMatchObject({ personId: checker.id, partyId: workspace.south.id });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'version.restored',
      facts: { from: good, seq: restored.seq },
    });
    const { items } = await versionsOfRecord({ claimId: claim.id, before: undefined }, db);
    expect(items[0]).toMatchObject({ seq: restored.seq, isNewest: true, restored: { seq: good, personId: checker.id } });
    expect(items[1]).toMatchObject({ seq: wiped, restored: null });
  });

  it('[P46] is refused where there is nothing to change, and where there is no such version', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    const seq = await writeRecord(db, workspace.north.checkers[0], claim.id, { texts: { summary: 'Much work.' } });
    const context = await by(db, workspace.south.checkers[0]);
    const refused = async (input: unknown) => (await refusalOf(db, workspace.id, () => restoreVersion(context, input))).code;
    expect(await refused({ claimId: claim.id, seq })).toBe('nothing-to-restore');
    expect(await refused({ claimId: claim.id, seq: seq + 1 })).toBe('not-found');
    expect(await refused({ claimId: claim.id, seq: 0 })).toBe('invalid-input');
    expect(await db.$count(documentVersions, eq(documentVersions.workspaceId, workspace.id))).toBe(0);
  });

  it('[P22] [P46] is refused when the session has ended meanwhile', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    const good = await writeRecord(db, workspace.north.checkers[0], claim.id, { texts: { summary: 'Much work.' } });
    await writeRecord(db, workspace.south.checkers[1], claim.id, { texts: { summary: '' } });
    const context = contextFor(db, workspace.north.checkers[0], { collab: live(db).port });
    expect(await refusalOf(db, workspace.id, () => restoreVersion(context, { claimId: claim.id, seq: good }))).toMatchObject({
      code: 'not-allowed',
    });
    expect(await says(db, claim.id)).toBe('');
  });

  it('[P46] is refused on a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const waiting = await buildClaim(db, workspace);
    const context = await by(db, workspace.south.checkers[0]);
    expect(await refusalOf(db, workspace.id, () => restoreVersion(context, { claimId: waiting.id, seq: 1 }))).toMatchObject({
      code: 'claim-not-open',
      state: 'submitted',
    });
    const claim = await buildOpenClaim(db, workspace);
    const reason = 'It is the same as another one.';
    answerOf(await closeClaim(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, as: 'not-checkable', reason }));
    expect(await refusalOf(db, workspace.id, () => restoreVersion(context, { claimId: claim.id, seq: 1 }))).toMatchObject({
      code: 'claim-not-open',
      state: 'closed',
    });
  });

  it('[A2] [A3] is for those who may edit the record, of this desk alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    await writeRecord(db, workspace.north.checkers[0], claim.id, { texts: { summary: 'Much work.' } });
    const port = { collab: live(db).port };
    await expectOnlyEditors(db, workspace, ({ actor }) =>
      restoreVersion(contextOf(db, actor, port), { claimId: claim.id, seq: 1 }),
    );
    await expectForeignIsUnknown(db, workspace, claim.id, ({ actor }, claimId) =>
      restoreVersion(contextOf(db, actor, port), { claimId, seq: 1 }),
    );
    expect(await says(db, claim.id)).toBe('Much work.');
  });
});
