import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { acknowledgeChallenge } from '@/commands/challenges/acknowledge-challenge';
import { advanceChallenge } from '@/commands/challenges/advance-challenge';
import { publicChallenges } from '@/db/queries/public/challenges';
import { challenges } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, refusalOf } from '@/tests/support/trace';

const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000 + 1);

describeOnBothDatabases('the clocks of a challenge', (open) => {
  it('[CH4] mark each that is over once, however often and late the server wakes, and stay marked', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const { id } = await buildChallenge(db, workspace, slug);
    const wake = async (hours: number) =>
      answerOf(await advanceChallenge(contextOf(db, { kind: 'system' }, { now: after(hours) }), { challengeId: id })).marked;
    const clocks = async (hours: number) => {
      const { items } = await publicChallenges({ workspaceId: workspace.id, slug, now: after(hours).toISOString() }, db);
      return items.map(({ acknowledgement, decision }) => `${acknowledgement.clock} ${decision.clock}`).join();
    };
    expect(await wake(47)).toBe(0);
    expect([await wake(48), await wake(48)]).toEqual([1, 0]);
    expect(await clocks(48)).toBe('overdue running');
    const late = contextFor(db, workspace.north.checkers[0], { now: after(50) });
    answerOf(await acknowledgeChallenge(late, { challengeId: id }));
    expect(await clocks(50)).toBe('late running');
    expect([await wake(1000), await wake(1001)]).toEqual([1, 0]);
    expect(await clocks(1001)).toBe('late overdue');
    const [row] = await db.select().from(challenges).where(eq(challenges.id, id));
    expect(row).toMatchObject({ acknowledgementOverdueAt: after(48), decisionOverdueAt: after(1000) });
    const marks = (await eventsOf(db, workspace.id)).filter(({ type }) => type === 'challenge.overdue');
    expect(marks.map(({ facts }) => facts)).toEqual([
      { number: 1, clock: 'acknowledgement' },
      { number: 1, clock: 'decision' },
    ]);
  });

  it('[CH4] are the server’s to mark and nobody else’s', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const { id } = await buildChallenge(db, workspace, slug);
    const refusal = await refusalOf(db, workspace.id, () =>
      advanceChallenge(contextFor(db, workspace.north.moderators[0], { now: after(100) }), { challengeId: id }),
    );
    expect(refusal).toEqual({ code: 'not-allowed' });
  });
});
