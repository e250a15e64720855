import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildSignable } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('previewing a revision', (open) => {
  it('[R9] shows the bytes of one moment with their digest, the same to every desk, whatever is typed later', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildSignable(db, workspace);
    const north = contextFor(db, workspace.north.checkers[0]);
    const first = answerOf(await previewRevision(north, { claimId }));
    expect(first.findings.every(({ met }) => met)).toBe(true);
    expect(digestOf(new TextEncoder().encode(first.bytes))).toBe(first.sha256);
    await writeRecord(db, workspace.south.checkers[0], claimId, { texts: { summary: 'Typed later.' } });
    const south = contextFor(db, workspace.south.moderators[0]);
    expect(answerOf(await previewRevision(south, { claimId, seq: first.seq }))).toEqual(first);
    const later = answerOf(await previewRevision(south, { claimId }));
    expect(later.seq).toBe(first.seq + 1);
    expect(later.sha256).not.toBe(first.sha256);
  });

  it('[H1] says what keeps a record from being frozen, and what each clause asks', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const preview = answerOf(await previewRevision(contextFor(db, workspace.north.checkers[0]), { claimId }));
    expect(preview).toMatchObject({ number: 1, fault: { code: 'text-missing' } });
    expect(preview.sha256).toBeUndefined();
    expect(preview.findings.filter(({ met }) => !met).map(({ clause }) => clause)).toEqual([
      'C05',
      'C06',
      'C07',
      'C08',
      'C09',
      'C10',
      'C11',
      'C18',
    ]);
  });

  it('[A3] [A6] refuses a moment that has not been, a claim that is not open, who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const refused = (input: unknown) => refusalOf(db, workspace.id, () => previewRevision(context, input));
    expect(await refused({ claimId, seq: 1000 })).toEqual({ code: 'not-found' });
    expect((await refused({ claimId, seq: 0 })).code).toBe('invalid-input');
    expect(await refused({ claimId: (await buildClaim(db, workspace)).id })).toEqual({
      code: 'claim-not-open',
      state: 'submitted',
    });
    await expectOnlyEditors(db, workspace, (who) => previewRevision(who, { claimId }));
    await expectForeignIsUnknown(db, workspace, claimId, (who, id) => previewRevision(who, { claimId: id }));
    answerOf(await closeClaim(context, { claimId, as: 'not-checkable', reason: 'The same claim was submitted before.' }));
    expect(await refused({ claimId })).toEqual({ code: 'claim-not-open', state: 'closed' });
  });
});
