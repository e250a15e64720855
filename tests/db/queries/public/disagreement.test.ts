import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import type { Db } from '@/db/handle';
import { publishedAddresses } from '@/db/queries/public/published-addresses';
import { recordBytes, signOffBytes } from '@/db/queries/public/published-bytes';
import { type PublishedVerdict, publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { verdicts } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, type Workspace, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildLastRound, hoursIn, objection, say, wakeAt } from '@/tests/support/rounds';
import { buildRevision, dissent, northTexts, propose } from '@/tests/support/sign';

async function slugOf(db: Db, claimId: string): Promise<string> {
  const [row] = await db.select({ slug: verdicts.slug }).from(verdicts).where(eq(verdicts.claimId, claimId));
  return row?.slug ?? '';
}

async function read(db: Db, workspace: Workspace, asked: { slug: string; number?: number }): Promise<PublishedVerdict> {
  const verdict = await publishedVerdict({ workspaceId: workspace.id, ...asked }, db);
  if (verdict === null || 'broken' in verdict) throw new Error(`${asked.slug} cannot be read.`);
  return verdict;
}

/** Both desks have spoken and differ; the mediation is over. */
async function publishSplit(db: Db, workspace: Workspace): Promise<{ claimId: string; slug: string; number: number }> {
  const { claimId, number, ...revision } = await buildLastRound(db, workspace);
  const proposed = { ...revision, number };
  answerOf(await say(db, workspace, proposed, [workspace.north.moderators[0], 1]));
  answerOf(await say(db, workspace, proposed, [workspace.south.moderators[0], 2, dissent]));
  expect(await wakeAt(db, revision.id, 98)).toEqual({ state: 'published' });
  return { claimId, slug: await slugOf(db, claimId), number };
}

describeOnBothDatabases('disagreement in public', (open) => {
  it('[O2] [O3] no answer about a split holds its rating, and lists leave out its finding; the signed bytes hold both', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug, number } = await publishSplit(db, workspace);
    const verdict = await read(db, workspace, { slug });
    expect(verdict).toMatchObject({ outcome: 'split', record: { texts: { en: { finding: northTexts.finding } } } });
    const lists = await publishedVerdicts({ workspaceId: workspace.id }, db);
    expect(lists.items).toMatchObject([{ slug, outcome: 'split', rating: null, texts: { en: { finding: null } } }]);
    expect(JSON.stringify(lists)).not.toContain(northTexts.finding);
    const answers = [verdict, lists, await publishedAddresses({ workspaceId: workspace.id }, db)];
    expect(JSON.stringify(answers)).not.toContain('not-accurate');
    const bytes = await recordBytes({ workspaceId: workspace.id, slug, number }, db);
    expect(new TextDecoder().decode(bytes?.bytes)).toContain('"rating":"not-accurate"');
  });

  it('[O1] each published revision keeps its own outcome, and a list is narrowed by it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { claimId, slug, number } = await publishSplit(db, workspace);
    const checker = workspace.south.checkers[0];
    await writeRecord(db, checker, claimId, {
      texts: { context: 'What both can sign, now that the log of the bridge has been read by both.' },
    });
    const later = answerOf(await propose(contextFor(db, checker, { now: hoursIn(100) }), claimId));
    for (const desk of [workspace.north, workspace.south]) answerOf(await say(db, workspace, later, [desk.moderators[0], 101]));
    expect(await read(db, workspace, { slug })).toMatchObject({
      outcome: 'joint',
      number: later.number,
      record: { fields: { rating: 'not-accurate' } },
      history: [
        { number, outcome: 'split' },
        { number: later.number, outcome: 'joint' },
      ],
    });
    const earlier = await read(db, workspace, { slug, number });
    expect(earlier.outcome).toBe('split');
    expect(earlier.record.fields.rating).toBeUndefined();
    const found = async (outcome: string) =>
      (await publishedVerdicts({ workspaceId: workspace.id, outcome }, db)).items.map((item) => item.slug);
    expect([await found('joint'), await found('split'), await found('no such word')]).toEqual([[slug], [], [slug]]);
  });

  it('[O7] [O8] silence has no sign-off, and what was taken back is told by its digest alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [first, second] = workspace.north.moderators;
    const words = 'A statement that its signer thought better of before anybody read it.';
    const taken = answerOf(await say(db, workspace, revision, [first, 1, { decision: 'approve-with-statement', reason: words }]));
    const reason = 'It says more than we can stand for in public.';
    answerOf(await withdrawSignOff(contextFor(db, first, { now: hoursIn(2) }), { revisionId: revision.id, reason }));
    const objected = answerOf(await say(db, workspace, revision, [second, 3, objection]));
    answerOf(await say(db, workspace, revision, [first, 4]));
    await wakeAt(db, revision.id, 400);
    const slug = await slugOf(db, revision.claimId);
    const verdict = await read(db, workspace, { slug });
    expect(verdict).toMatchObject({
      outcome: 'no-joint-finding',
      signOffs: [
        { decision: 'object', ground: 'evidence-pending' },
        { decision: 'approve', ground: null },
      ],
      signing: [
        { decision: 'approve-with-statement', withdrawnAt: hoursIn(2).toISOString(), sha256: taken.sha256 },
        { decision: 'object', ground: 'evidence-pending', withdrawnAt: null, sha256: objected.sha256 },
      ],
    });
    expect(verdict.signOffs.every(({ party }) => party === workspace.north.id)).toBe(true);
    for (const closed of [words, reason]) expect(JSON.stringify(verdict)).not.toContain(closed);
    const asked = { workspaceId: workspace.id, slug, number: revision.number };
    expect(await signOffBytes({ ...asked, position: 1 }, db)).toBeUndefined();
    expect(await signOffBytes({ ...asked, position: 2 }, db)).toMatchObject({ sha256: objected.sha256 });
  });
});
