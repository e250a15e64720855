import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { returnToWork } from '@/commands/signoffs/return-to-work';
import type { Db } from '@/db/handle';
import type { MadeSignOff } from '@/db/queries/signing-of-revision';
import { revisions } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { newId } from '@/platform/new-id';
import { answerOf, buildWorkspace, contextFor, noon, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, dissent } from '@/tests/support/sign';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

async function returned(db: Db, workspace: Workspace, revisionId: string) {
  const context = contextFor(db, workspace.south.moderators[0]);
  const [row] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
  if (row === undefined) throw new Error('There is no such revision.');
  return withTransaction(context, (tx) => returnToWork(tx, context, row, { made: [saidBy(workspace)] }));
}

/** The dissent as it is read from its signed bytes. */
function saidBy({ south }: Workspace): MadeSignOff {
  const { decision, reason } = dissent;
  const bytes = { sha256: digestOf('record'), charterSha256: digestOf('charter') };
  return {
    id: newId(),
    partyId: south.id,
    personId: south.moderators[0].id,
    decision,
    reason,
    hasConflict: false,
    ...bytes,
    at: noon,
    withdrawnAt: null,
  };
}

describeOnBothDatabases('returning a revision to work', (open) => {
  it('[L3] [L10] ends the round as the table says, and keeps whose word it was, the reason and the time', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, claimId, number } = await buildRevision(db, workspace);
    expect(await returned(db, workspace, id)).toEqual({ ok: true, value: 'withdrawn' });
    const [stored] = await db.select().from(revisions).where(eq(revisions.id, id));
    expect(stored).toMatchObject({
      state: 'withdrawn',
      endedReason: dissent.reason,
      endedByParty: workspace.south.id,
      endedAt: noon,
      claimId,
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'revision.returned', subjectId: id, facts: { number } });
  });

  it('[L10] answers the table’s refusal for a revision that is not in signing any more, and leaves nothing behind', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildRevision(db, workspace);
    const reason = 'A source turned out to be about another year.';
    answerOf(await withdrawRevision(contextFor(db, workspace.north.moderators[0]), { revisionId: id, reason }));
    expect(await refusalOf(db, workspace.id, () => returned(db, workspace, id))).toEqual({
      code: 'revision-not-open',
      state: 'withdrawn',
    });
  });
});
