import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addAppearance } from '@/commands/claims/add-appearance';
import { closeClaim } from '@/commands/claims/close-claim';
import { appearances } from '@/db/schema';
import { answerOf, appearance, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const place = { title: 'Evening news', url: 'https://news.example/18-months', seenOn: '2026-02-28' };

describeOnBothDatabases('adding an appearance', (open) => {
  it.each(['submitted', 'open'])('[C01] counts one more place of a claim that is %s', async (state) => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = state === 'open' ? await buildOpenClaim(db, workspace) : await buildClaim(db, workspace);
    const added = answerOf(await addAppearance(contextFor(db, workspace.south.checkers[0]), { claimId, ...place }));
    expect(added.position).toBe(2);
    const rows = await db.select().from(appearances).where(eq(appearances.claimId, claimId)).orderBy(appearances.position);
    expect(rows).toMatchObject([appearance, { ...place, locator: null, addedBy: workspace.south.checkers[0].id }]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'appearance.added',
      subjectId: added.id,
      facts: { position: 2, title: 'Evening news' },
    });
  });

  it('[C01] does not count one place twice: the same address, or the same document and passage', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    answerOf(await addAppearance(context, { claimId, ...place }));
    const sameAddress = () => addAppearance(context, { claimId, ...place, title: 'Another title' });
    expect(await refusalOf(db, workspace.id, sameAddress)).toEqual({ code: 'appearance-known', title: 'Evening news' });
    const sameDocument = () => addAppearance(context, { claimId, ...appearance, title: appearance.title.toUpperCase() });
    expect(await refusalOf(db, workspace.id, sameDocument)).toEqual({ code: 'appearance-known', title: appearance.title });
    expect((await addAppearance(context, { claimId, ...appearance, locator: 'paragraph 7' })).ok).toBe(true);
  });

  it('refuses a closed claim, a day to come, and what is no place', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const add = (input: unknown) => refusalOf(db, workspace.id, () => addAppearance(context, input));
    expect(await add({ claimId, ...place, seenOn: '2027-01-01' })).toEqual({ code: 'seen-in-future', seenOn: '2027-01-01' });
    for (const input of [
      null,
      { claimId },
      { claimId, ...place, title: '' },
      { claimId, ...place, url: 'ftp://x.example' },
      { claimId, ...place, position: 1 },
    ]) {
      expect((await add(input)).code).toBe('invalid-input');
    }
    answerOf(await closeClaim(context, { claimId, as: 'not-checkable', reason: 'The same claim was submitted before.' }));
    expect(await add({ claimId, ...place })).toEqual({ code: 'claim-closed' });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => addAppearance(context, { claimId: id, ...place }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => addAppearance(context, { claimId, ...place }));
  });
});
