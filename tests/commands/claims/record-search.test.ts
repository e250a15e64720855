import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { recordSearch } from '@/commands/claims/record-search';
import { searches } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const note = 'Searched the archives of three agencies for 2020 to 2022.';

describeOnBothDatabases('recording a search', (open) => {
  it('[C10] says for each party and each stance that it looked and found none', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    for (const desk of [workspace.north, workspace.south]) {
      for (const stance of ['supports', 'undermines'])
        answerOf(await recordSearch(contextFor(db, desk.checkers[0]), { claimId, stance, note }));
    }
    expect(await db.$count(searches, eq(searches.claimId, claimId))).toBe(4);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'search.recorded',
      facts: { party: 'Southern desk', stance: 'undermines' },
    });
    const again = () => recordSearch(contextFor(db, workspace.north.moderators[0]), { claimId, stance: 'supports', note });
    expect(await refusalOf(db, workspace.id, again)).toEqual({ code: 'search-recorded', stance: 'supports' });
  });

  it('[C10] refuses a note that says nothing, another stance, and a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const refused = (input: unknown) =>
      refusalOf(db, workspace.id, () => recordSearch(contextFor(db, workspace.north.checkers[0]), input));
    expect(await refused({ claimId, stance: 'supports', note })).toEqual({ code: 'claim-not-open', state: 'submitted' });
    for (const input of [
      { claimId, stance: 'supports', note: 'looked' },
      { claimId, stance: 'context', note },
      { claimId, stance: ['supports'], note },
      undefined,
    ]) {
      expect((await refused(input)).code).toBe('invalid-input');
    }
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildOpenClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => recordSearch(context, { claimId: id, stance: 'supports', note }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) =>
      recordSearch(context, { claimId, stance: 'supports', note }),
    );
  });
});
