import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { moveStoredRevision } from '@/commands/revisions/move-stored-revision';
import { revisions } from '@/db/schema';
import { moveRevision, type RevisionMove, type RevisionState, revisionMoves } from '@/domain/claim/transitions';
import { buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';

const states = Object.keys(revisionMoves) as RevisionState[];
const moves: RevisionMove[] = ['cool', 'publish', 'reopen-signing', 'return', 'withdraw', 'expire', 'supersede', 'retract'];

describeOnBothDatabases('moving a stored revision', (open) => {
  it('[L10] stores what the table gives for each state and move, and what it refuses is refused and stays', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    // What the database asks of each state, so that only the table can be at fault.
    const besides = (state: RevisionState) => ({
      publishedAt: state === 'published' || state === 'superseded' || state === 'retracted' ? noon : null,
      outcomeAt: noon,
      releasesAt: noon,
      endedReason: 'It is about another year.',
    });
    // The database refuses these jumps itself (SPEC L13), which is another test's business.
    await db.execute(sql`alter table revisions disable trigger user`);
    for (const state of states) {
      for (const move of moves) {
        await db
          .update(revisions)
          .set({ state, ...besides(state) })
          .where(eq(revisions.id, id));
        const expected = moveRevision(state, move);
        const after = expected.ok ? expected.value : state;
        const result = await withTransaction(context, (tx) => moveStoredRevision(tx, { id, state }, move, besides(after)));
        expect(result, `${move} when ${state}`).toEqual(
          expected.ok ? expected : { ok: false, refusal: { code: 'revision-not-open', state } },
        );
        const [stored] = await db.select({ state: revisions.state }).from(revisions).where(eq(revisions.id, id));
        expect(stored, `${move} when ${state}`).toEqual({ state: after });
      }
    }
    await db.execute(sql`alter table revisions enable trigger user`);
  });
});
