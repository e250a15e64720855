import { expect, it } from 'vitest';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import type { Db } from '@/db/handle';
import { recordBytes, signOffBytes } from '@/db/queries/public/published-bytes';
import { type PublishedVerdict, publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { answerOf, buildWorkspace, contextFor, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, type Proposed, propose, sign } from '@/tests/support/sign';

const words = 'canary-word';
const day = (date: number) => new Date(Date.UTC(2026, 2, date, 12));

async function signBoth(db: Db, workspace: Workspace, revision: Proposed, now: Date) {
  for (const desk of [workspace.north, workspace.south])
    answerOf(await sign(contextFor(db, desk.moderators[0], { now }), workspace, revision));
}

/** Revision 1 met a dissent, 2 was withdrawn, 3 is published, 4 met a dissent after it. */
async function story(db: Db) {
  const workspace = await buildWorkspace(db);
  const { north, south } = workspace;
  const { claimId, sources: _, ...first } = await buildRevision(db, workspace);
  const dissent = { decision: 'dissent', reason: `The finding leaves out the week before it. ${words}`, cites: 'C10' };
  const signed = answerOf(await sign(contextFor(db, south.moderators[0], { now: day(3) }), workspace, first, dissent));
  const second = answerOf(await propose(contextFor(db, north.checkers[0], { now: day(4) }), claimId));
  answerOf(
    await withdrawRevision(contextFor(db, north.moderators[0], { now: day(5) }), {
      revisionId: second.id,
      reason: `A source was about another year. ${words}`,
    }),
  );
  const third = answerOf(await propose(contextFor(db, north.checkers[0], { now: day(6) }), claimId));
  await signBoth(db, workspace, third, day(7));
  const fourth = answerOf(await propose(contextFor(db, north.checkers[0], { now: day(8) }), claimId));
  answerOf(await sign(contextFor(db, south.moderators[0], { now: day(9) }), workspace, fourth, dissent));
  const slug = 'an-18-month-ceasefire-followed-the-2020-talks';
  return { workspace, claimId, slug, dissentSha256: signed.sha256 };
}

/** A verdict whose bytes are those that were signed. */
async function whole(at: Parameters<typeof publishedVerdict>[0], db: Db): Promise<PublishedVerdict> {
  const verdict = await publishedVerdict(at, db);
  if (verdict === null || 'broken' in verdict) throw new Error('The verdict cannot be read.');
  return verdict;
}

describeOnBothDatabases('revisions that were never published', (open) => {
  it('[L16] say whose word ended them and when, up to the revision that counts', async () => {
    const db = await open();
    const { workspace, slug, dissentSha256 } = await story(db);
    const verdict = await whole({ workspaceId: workspace.id, slug }, db);
    expect(verdict.current).toBe(3);
    expect(verdict.ended).toEqual([
      {
        number: 1,
        frozenAt: expect.any(String),
        ended: 'dissent',
        endedAt: day(3).toISOString(),
        party: 'Southern desk',
        statementSha256: dissentSha256,
      },
      {
        number: 2,
        frozenAt: day(4).toISOString(),
        ended: 'withdrawn',
        endedAt: day(5).toISOString(),
        party: 'Northern desk',
        statementSha256: null,
      },
    ]);
  });

  it('[L16] are told once a later revision counts, and none of their words ever is', async () => {
    const db = await open();
    const { workspace, claimId, slug } = await story(db);
    const fifth = answerOf(await propose(contextFor(db, workspace.north.checkers[0], { now: day(10) }), claimId));
    await signBoth(db, workspace, fifth, day(11));
    const at = { workspaceId: workspace.id, slug };
    const verdict = await whole(at, db);
    expect(verdict.ended.map(({ number, ended }) => [number, ended])).toEqual([
      [1, 'dissent'],
      [2, 'withdrawn'],
      [4, 'dissent'],
    ]);
    expect(JSON.stringify([verdict, await publishedVerdict({ ...at, number: 3 }, db)])).not.toContain(words);
    for (const number of [1, 2, 4]) {
      expect(await publishedVerdict({ ...at, number }, db)).toBeNull();
      expect(await recordBytes({ ...at, number }, db)).toBeUndefined();
      expect(await signOffBytes({ ...at, number, position: 1 }, db)).toBeUndefined();
    }
  });

  it('[L17] are stepped over by what replaced the verdict before it, whose first date stays', async () => {
    const db = await open();
    const { workspace, claimId, slug } = await story(db);
    const fifth = answerOf(await propose(contextFor(db, workspace.north.checkers[0], { now: day(10) }), claimId));
    await signBoth(db, workspace, fifth, day(11));
    const at = { workspaceId: workspace.id, slug };
    const dates = { firstPublishedAt: day(7).toISOString(), publishedAt: day(11).toISOString() };
    const verdict = await whole(at, db);
    expect(verdict).toMatchObject({ number: 5, ...dates });
    expect(verdict.history.map(({ number }) => number)).toEqual([3, 5]);
    expect((await publishedVerdicts(at, db)).items).toMatchObject([{ revision: 5, ...dates }]);
    expect(await publishedVerdict({ ...at, number: 3 }, db)).toMatchObject({ number: 3, current: 5 });
  });
});
