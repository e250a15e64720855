import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { endRetraction } from '@/commands/retractions/end-retraction';
import { retractions } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRetraction, countersign, retract } from '@/tests/support/retraction';
import { storedRevision } from '@/tests/support/rounds';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const reason = 'The archive has taken back what it told us.';

describeOnBothDatabases('ending a proposal to retract', (open) => {
  it('[C35] [RT4] the proposing party withdraws it and another declines it; the verdict stands and may be proposed for retraction again', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId } = await buildVerdict(db, workspace);
    for (const [desk, state] of [
      [workspace.north, 'withdrawn'],
      [workspace.south, 'declined'],
    ] as const) {
      const { id } = await buildRetraction(db, workspace, revisionId);
      answerOf(await countersign(contextFor(db, workspace.north.moderators[0]), id));
      const context = contextFor(db, desk.moderators[0]);
      expect(answerOf(await endRetraction(context, { retractionId: id, reason }))).toEqual({ state });
      const [row] = await db.select().from(retractions).where(eq(retractions.id, id));
      expect(row).toMatchObject({ state, endedAt: noon, endedByParty: desk.id, endedReason: reason });
      expect((await eventsOf(db, workspace.id)).at(-1)?.type).toBe(`retraction.${state}`);
      expect(await refusalOf(db, workspace.id, () => endRetraction(context, { retractionId: id, reason }))).toEqual({
        ...{ code: 'retraction-not-open', state },
      });
      const late = await refusalOf(db, workspace.id, () => countersign(contextFor(db, workspace.south.moderators[0]), id));
      expect(late.code).toBe('retraction-not-open');
    }
    expect((await storedRevision(db, revisionId)).state).toBe('published');
    await retract(db, workspace, revisionId);
  });

  it('[C35] [RT4] [A1] [A3] is a moderator’s of a signing party, with a reason, in their own workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId } = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const end = (context: ReturnType<typeof contextFor>, retractionId = id) => endRetraction(context, { retractionId, reason });
    await expectOnlyEditors(db, workspace, (context) => end(context), 'not-your-party');
    expect((await refusalOf(db, workspace.id, () => end(contextFor(db, workspace.north.checkers[0])))).code).toBe('not-allowed');
    await expectForeignIsUnknown(db, workspace, id, (context, retractionId) => end(context, retractionId));
    const short = await endRetraction(contextFor(db, workspace.north.moderators[0]), { retractionId: id, reason: 'No.' });
    expect(short).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
  });
});
