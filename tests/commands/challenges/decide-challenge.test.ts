import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceChallenge } from '@/commands/challenges/advance-challenge';
import { decideChallenge } from '@/commands/challenges/decide-challenge';
import type { Context } from '@/commands/command';
import { publicChallenges } from '@/db/queries/public/challenges';
import { challengeDecisions, challenges, jobs, outbox } from '@/db/schema';
import { leave } from '@/tests/commands/charter/leave';
import { answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { buildChallenge, buildVerdict, challengeWords, decisionReason } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const now = noon.toISOString();
const decide = (context: Context, challengeId: string, decision: 'accept' | 'decline', publishesWords = false) =>
  decideChallenge(context, { challengeId, decision, reason: decisionReason, publishesWords });

describeOnBothDatabases('deciding a challenge', (open) => {
  it('[CH2] one party’s refusal leaves it open, and the other’s acceptance accepts it against that', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug, claimId } = await buildVerdict(db, workspace);
    const { id } = await buildChallenge(db, workspace, slug);
    const [north, south] = [workspace.north, workspace.south].map((desk) => contextFor(db, desk.moderators[0]));
    if (north === undefined || south === undefined) throw new Error('Both desks have a moderator.');
    expect(answerOf(await decide(north, id, 'decline', true))).toEqual({ state: 'acknowledged' });
    const open_ = await publicChallenges({ workspaceId: workspace.id, slug, now }, db);
    expect(open_.items).toMatchObject([
      {
        state: 'acknowledged',
        words: null,
        decisions: [{ party: 'Northern desk', decision: 'decline', reason: decisionReason }],
      },
    ]);
    const twice = await refusalOf(db, workspace.id, () => decide(contextFor(db, workspace.north.moderators[1]), id, 'accept'));
    expect(twice).toEqual({ code: 'party-has-decided' });
    expect(answerOf(await decide(south, id, 'accept'))).toEqual({ state: 'accepted' });
    const [row] = await db.select().from(challenges).where(eq(challenges.id, id));
    // The one that accepted did not agree to publish the words.
    expect(row).toMatchObject({ state: 'accepted', endedAt: noon, publishesWords: false, claimId });
    expect((await eventsOf(db, workspace.id)).slice(-3).map(({ type }) => type)).toEqual([
      ...['challenge.acknowledged', 'challenge.decided', 'challenge.decided'],
    ]);
    expect(await refusalOf(db, workspace.id, () => decide(south, id, 'decline'))).toEqual({
      ...{ code: 'challenge-not-open', state: 'accepted' },
    });
  });

  it('[CH2] [CH3] [CH5] it is declined by every signing party, the words public when all agree, and the address is gone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const published = await buildChallenge(db, workspace, slug, { email: 'reader@example.org' });
    const closed = await buildChallenge(db, workspace, slug);
    for (const [desk, publishes] of [
      [workspace.north, true],
      [workspace.south, false],
    ] as const) {
      const context = contextFor(db, desk.moderators[0]);
      answerOf(await decide(context, published.id, 'decline', true));
      answerOf(await decide(context, closed.id, 'decline', publishes));
    }
    const { items } = await publicChallenges({ workspaceId: workspace.id, slug, now }, db);
    expect(items).toMatchObject([
      { number: 2, state: 'declined', words: null },
      { number: 1, state: 'declined', words: challengeWords },
    ]);
    const [row] = await db.select().from(challenges).where(eq(challenges.id, published.id));
    expect(row?.sealedContact).toBeNull();
    const mails = await db.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.subjectId, published.id));
    expect(mails.map(({ kind }) => kind).sort()).toEqual([
      ...['challenge-acknowledged', 'challenge-decided', 'challenge-receipt'],
    ]);
  });

  it('[CH2] [H18] it is declined without a party that has left, by the exit itself or by whoever is still asked', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const [before, after] = [await buildChallenge(db, workspace, slug), await buildChallenge(db, workspace, slug)];
    const north = contextFor(db, workspace.north.moderators[0]);
    expect(answerOf(await decide(north, before.id, 'decline'))).toEqual({ state: 'acknowledged' });
    await leave(db, workspace.south);
    const woken = and(eq(jobs.subjectId, before.id), eq(jobs.kind, 'challenge.advance'), eq(jobs.dueAt, noon));
    expect(await db.$count(jobs, woken)).toBe(1);
    const system = contextOf(db, { kind: 'system' });
    for (const _ of [1, 2]) expect(answerOf(await advanceChallenge(system, { challengeId: before.id }))).toEqual({ marked: 0 });
    expect(answerOf(await decide(north, after.id, 'decline'))).toEqual({ state: 'declined' });
    const states = await db.select({ state: challenges.state }).from(challenges).where(eq(challenges.workspaceId, workspace.id));
    expect(states).toEqual([{ state: 'declined' }, { state: 'declined' }]);
  });

  it('[CH2] is a moderator’s of a signing party, with a reason of 40 characters', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const { id } = await buildChallenge(db, workspace, slug);
    await expectOnlyEditors(db, workspace, (context) => decide(context, id, 'accept'));
    await expectForeignIsUnknown(db, workspace, id, (context, challengeId) => decide(context, challengeId, 'accept'));
    const checker = await refusalOf(db, workspace.id, () => decide(contextFor(db, workspace.north.checkers[0]), id, 'accept'));
    expect(checker).toEqual({ code: 'not-allowed', permission: 'challenge.decide' });
    const short = { challengeId: id, decision: 'accept', reason: 'x'.repeat(39), publishesWords: false };
    const refusal = await refusalOf(db, workspace.id, () =>
      decideChallenge(contextFor(db, workspace.north.moderators[0]), short),
    );
    expect(refusal).toMatchObject({ issues: [{ field: 'reason', code: 'too-short', min: 40 }] });
    expect(await db.$count(challengeDecisions, eq(challengeDecisions.challengeId, id))).toBe(0);
  });
});
