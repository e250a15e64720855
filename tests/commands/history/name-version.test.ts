import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { nameVersion } from '@/commands/history/name-version';
import { versionsOfRecord } from '@/db/queries/desk/versions-of-document';
import { documentVersions } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildSignable, propose } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('naming a version', (open) => {
  it('[P45] names the moment as it is, or an earlier one, and the timeline shows both', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [checker] = workspace.north.checkers;
    const claim = await buildOpenClaim(db, workspace);
    const first = await writeRecord(db, checker, claim.id, { texts: { summary: 'One.' } });
    const second = await writeRecord(db, checker, claim.id, { texts: { summary: 'Two.' } });
    const context = contextFor(db, workspace.south.checkers[0]);
    expect(answerOf(await nameVersion(context, { claimId: claim.id, name: '  Now ' }))).toEqual({ seq: second });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'version.named', facts: { name: 'Now', seq: second } });
    answerOf(await nameVersion(context, { claimId: claim.id, name: 'Before', seq: first }));
    const { items, nextCursor } = await versionsOfRecord({ claimId: claim.id, before: undefined }, db);
    expect(items.map(({ seq, names }) => ({ seq, names: names.map(({ name }) => name) }))).toEqual([
      { seq: second, names: ['Now'] },
      { seq: first, names: ['Before'] },
    ]);
    expect(nextCursor).toBeUndefined();
    expect(items[0]?.authors).toEqual([{ personId: checker.id, partyId: workspace.north.id, edits: 1 }]);
  });

  it('[P45] a frozen revision is a version of its own, found by its number', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    answerOf(await propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    await writeRecord(db, workspace.north.checkers[0], claim.id, { texts: { summary: 'Later.' } });
    const { items } = await versionsOfRecord({ claimId: claim.id, before: undefined }, db);
    expect(items.filter(({ revision }) => revision !== null)).toMatchObject([{ revision: 1, isNewest: false }]);
  });

  it('[P45] the timeline is read a page at a time', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    for (let index = 0; index < 35; index++) {
      const seq = await writeRecord(db, workspace.north.checkers[0], claim.id, { texts: { summary: `Summary ${index}.` } });
      answerOf(await nameVersion(context, { claimId: claim.id, name: `Number ${index}`, seq }));
    }
    const first = await versionsOfRecord({ claimId: claim.id, before: undefined }, db);
    const second = await versionsOfRecord({ claimId: claim.id, before: first.nextCursor }, db);
    expect(second.nextCursor).toBeUndefined();
    const seqs = [...first.items, ...second.items].map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 35 }, (_unused, index) => 36 - index));
    expect([...first.items, ...second.items].filter(({ isNewest }) => isNewest)).toHaveLength(1);
  });

  it('[P45] is refused for a number that is not there, a name that says nothing, and a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    const waiting = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const refused = async (input: unknown) => (await refusalOf(db, workspace.id, () => nameVersion(context, input))).code;
    expect(await refused({ claimId: claim.id, name: 'Later', seq: 99 })).toBe('not-found');
    expect(await refused({ claimId: claim.id, name: ' ' })).toBe('invalid-input');
    expect(await refused({ claimId: claim.id, name: 'x'.repeat(81) })).toBe('invalid-input');
    expect(await refused({ claimId: waiting.id, name: 'Too early' })).toBe('claim-not-open');
  });

  it('[P45] stays as it was given', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    answerOf(await nameVersion(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, name: 'First' }));
    const change = db.update(documentVersions).set({ name: 'Second' }).where(eq(documentVersions.workspaceId, workspace.id));
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } });
  });

  it('[A2] [A3] is for those who may edit the record, of this desk alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildOpenClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => nameVersion(context, { claimId: claim.id, name: 'Now' }));
    await expectForeignIsUnknown(db, workspace, claim.id, (context, claimId) => nameVersion(context, { claimId, name: 'Now' }));
  });
});
