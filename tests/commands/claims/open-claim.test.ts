import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { openClaim } from '@/commands/claims/open-claim';
import { claims, documentClients, documents, documentUpdates, revisionSalts } from '@/db/schema';
import { recordDocument } from '@/domain/record/document-name';
import { emptyTexts } from '@/domain/record/draft';
import { answerOf, buildClaim, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { recordPort } from '@/tests/support/live-record';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('opening a claim', (open) => {
  it('[H5] pins the charter in force and begins the record with the wording, as its submitter’s first words', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [submitter] = workspace.north.checkers;
    const claim = await buildClaim(db, workspace, { by: submitter });
    expect(await openClaim(contextFor(db, workspace.south.checkers[0]), { claimId: claim.id, statement: 'fact' })).toEqual({
      ok: true,
      value: { state: 'open', charter: 1 },
    });
    const [row] = await db.select().from(claims).where(eq(claims.id, claim.id));
    expect(row).toMatchObject({ state: 'open', charterVersionId: workspace.charter.id, openedAt: noon });
    const document = recordDocument(claim.id);
    expect(await db.select().from(documents).where(eq(documents.name, document))).toMatchObject([
      { kind: 'record', headSeq: 1, partyId: null },
    ]);
    expect(await db.select().from(documentUpdates).where(eq(documentUpdates.document, document))).toMatchObject([
      { seq: 1, personId: submitter.id, partyId: workspace.north.id },
    ]);
    expect(await db.$count(documentClients, eq(documentClients.document, document))).toBe(0);
    expect(await recordPort(db).projectionAt(document)).toMatchObject({
      seq: 1,
      draft: { texts: { en: { ...emptyTexts, claimText: row?.wording } }, fields: {} },
    });
    expect(await db.select().from(revisionSalts).where(eq(revisionSalts.claimId, claim.id))).toMatchObject([
      { number: 1, salt: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'claim.opened',
      subjectId: claim.id,
      facts: { number: claim.number, charter: 1 },
    });
  });

  it('[L1] happens once, even when two ask at the same moment, and not to a closed claim', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildClaim(db, workspace);
    const both = await Promise.all(
      [workspace.north, workspace.south].map((desk) =>
        openClaim(contextFor(db, desk.checkers[0]), { claimId: claim.id, statement: 'fact' }),
      ),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const context = contextFor(db, workspace.north.checkers[0]);
    expect(await refusalOf(db, workspace.id, () => openClaim(context, { claimId: claim.id, statement: 'fact' }))).toEqual({
      code: 'illegal-move',
      from: 'open',
      move: 'open',
    });
    const closed = await buildClaim(db, workspace);
    answerOf(
      await closeClaim(context, { claimId: closed.id, as: 'not-checkable', reason: 'It is an opinion about the future.' }),
    );
    expect(await refusalOf(db, workspace.id, () => openClaim(context, { claimId: closed.id, statement: 'fact' }))).toMatchObject({
      code: 'illegal-move',
      from: 'closed',
    });
  });

  it('[A3] answers another workspace’s claim like an unknown one', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => openClaim(context, { claimId, statement: 'fact' }));
  });

  it('[C02] asks what kind of statement it is, and opens one of fact alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const opening = (statement?: string) =>
      refusalOf(db, workspace.id, () => openClaim(contextFor(db, workspace.north.checkers[0]), { claimId, statement }));
    expect(await opening()).toMatchObject({ code: 'kind-not-said', clause: 'C02' });
    for (const kind of ['opinion', 'prediction', 'value'])
      expect(await opening(kind)).toMatchObject({ code: 'statement-not-factual', clause: 'C02', kind });
    expect((await opening('rumour')).code).toBe('invalid-input');
  });

  it('[A2] refuses observers, the steward and strangers', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => openClaim(context, { claimId, statement: 'fact' }));
  });
});
