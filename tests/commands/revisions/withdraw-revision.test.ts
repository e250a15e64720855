import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { revisions } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, say } from '@/tests/support/rounds';
import { buildRevision, propose, sign } from '@/tests/support/sign';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const reason = 'A source turned out to be about another year.';

describeOnBothDatabases('withdrawing a revision', (open) => {
  it('[L8] the proposing party takes it back to work, the reason stays, and the next round has another salt', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    answerOf(await withdrawRevision(contextFor(db, workspace.north.moderators[0]), { revisionId: revision.id, reason }));
    const [stored] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    expect(stored).toMatchObject({ state: 'withdrawn', endedReason: reason, endedByParty: workspace.north.id });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'revision.withdrawn' });
    const next = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), revision.claimId));
    expect(next.number).toBe(2);
    expect(next.sha256).not.toBe(revision.sha256);
  });

  it('[L8] another party does not withdraw it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const refusal = await refusalOf(db, workspace.id, () =>
      withdrawRevision(contextFor(db, workspace.south.moderators[0]), { revisionId: revision.id, reason }),
    );
    expect(refusal.code).toBe('not-your-proposal');
  });

  it('[L8] nobody withdraws what is due for publication, or what nobody may sign any more', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const revision = await buildRevision(db, workspace);
    const withdrawn = (hours: number, revisionId: string) =>
      refusalOf(db, workspace.id, () =>
        withdrawRevision(contextFor(db, workspace.north.checkers[0], { now: hoursIn(hours) }), { revisionId, reason }),
      );
    expect(await withdrawn(264, revision.id)).toEqual({ code: 'revision-not-open', state: 'signing' });
    for (const desk of [workspace.north, workspace.south]) answerOf(await say(db, workspace, revision, [desk.moderators[0], 1]));
    // The clock has not looked yet.
    expect(await withdrawn(25, revision.id)).toEqual({ code: 'revision-not-open', state: 'cooling-off' });
    const context = contextFor(db, workspace.north.checkers[0], { now: hoursIn(24.9) });
    expect(answerOf(await withdrawRevision(context, { revisionId: revision.id, reason }))).toEqual({ state: 'withdrawn' });
  });

  it('[L2] a published revision is not withdrawn', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    for (const desk of [workspace.north, workspace.south])
      answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const refusal = await refusalOf(db, workspace.id, () =>
      withdrawRevision(contextFor(db, workspace.north.checkers[0]), { revisionId: revision.id, reason }),
    );
    expect(refusal).toMatchObject({ code: 'revision-not-open', state: 'published' });
  });

  it('a withdrawal without a reason is refused', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const refusal = await refusalOf(db, workspace.id, () =>
      withdrawRevision(contextFor(db, workspace.north.checkers[0]), { revisionId: revision.id, reason: 'short' }),
    );
    expect(refusal).toMatchObject({ code: 'invalid-input', issues: [{ field: 'reason', code: 'too-short' }] });
  });
});
