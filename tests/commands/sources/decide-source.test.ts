import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { decideSource, type SourceDecision } from '@/commands/sources/decide-source';
import { sources } from '@/db/schema';
import { answerOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { refusalOf } from '@/tests/support/trace';
import { buildAttached, disputeReason } from './attached';

function decide(context: Context, decision: SourceDecision) {
  const member = answerOf(authorizeParty(context.actor, 'source.accept'));
  return withTransaction(context, (tx) => decideSource(tx, context, member, decision));
}

describeOnBothDatabases('deciding on a source', (open) => {
  it('[S2] [S8] stores another party’s word and whose it is, and answers the source as it was before', async () => {
    const db = await open();
    const { workspace, sourceId, south } = await buildAttached(db);
    const stored = async () => (await db.select().from(sources).where(eq(sources.id, sourceId)))[0];
    const disputed = await decide(south, { sourceId, grading: 1, to: 'disputed', reason: disputeReason });
    expect(answerOf(disputed)).toMatchObject({ id: sourceId, state: 'proposed', decidedByParty: null });
    const whose = { decidedBy: workspace.south.checkers[0].id, decidedByParty: workspace.south.id, decidedAt: noon };
    expect(await stored()).toMatchObject({ ...whose, state: 'disputed', disputeReason });
    expect(answerOf(await decide(south, { sourceId, grading: 1, to: 'accepted' }))).toMatchObject({ state: 'disputed' });
    expect(await stored()).toMatchObject({ ...whose, state: 'accepted', disputeReason: null });
  });

  it('[S2] [S3] refuses the own party and a grading that is not the one there is, and leaves nothing behind', async () => {
    const db = await open();
    const { workspace, sourceId, north, south } = await buildAttached(db);
    expect(await refusalOf(db, workspace.id, () => decide(north, { sourceId, grading: 1, to: 'accepted' }))).toEqual({
      code: 'own-source',
    });
    expect(await refusalOf(db, workspace.id, () => decide(south, { sourceId, grading: 2, to: 'accepted' }))).toEqual({
      code: 'grading-changed',
      grading: 1,
    });
  });
});
