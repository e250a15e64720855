import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceRevision } from '@/commands/revisions/advance-revision';
import { events, jobs, verdicts } from '@/db/schema';
import { newId } from '@/platform/new-id';
import { answerOf, buildWorkspace, contextFor, contextOf, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { replay } from '@/tests/support/replay';
import { buildLastRound, hoursIn, objection, say, storedRevision, wakeAt } from '@/tests/support/rounds';
import { buildRevision, dissent, propose } from '@/tests/support/sign';

const cooling = { parameters: { coolingOffHours: 24 } };

describeOnBothDatabases('advancing a revision', (open) => {
  it('[C29] [L18] publishes at the end of the cooling-off and not before, once, and asked again it does nothing', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, cooling);
    const revision = await buildRevision(db, workspace);
    answerOf(await say(db, workspace, revision, [workspace.north.moderators[0], 1]));
    expect(answerOf(await say(db, workspace, revision, [workspace.south.moderators[0], 2])).state).toBe('cooling-off');
    expect(await db.$count(verdicts, eq(verdicts.claimId, revision.claimId))).toBe(0);
    expect(await storedRevision(db, revision.id)).toMatchObject({
      outcome: 'joint',
      outcomeAt: hoursIn(2),
      releasesAt: hoursIn(26),
    });
    expect(await wakeAt(db, revision.id, 25.99)).toEqual({ state: 'cooling-off' });
    const both = await Promise.all([wakeAt(db, revision.id, 26), wakeAt(db, revision.id, 26)]);
    expect(both).toEqual([{ state: 'published' }, { state: 'published' }]);
    const published = await db.select().from(events).where(eq(events.subjectId, revision.id)).orderBy(asc(events.seq));
    expect(published.filter(({ type }) => type === 'verdict.published')).toMatchObject([
      { at: hoursIn(26), personId: null, partyId: null, facts: { outcome: 'joint' } },
    ]);
    expect((await db.select().from(jobs).where(eq(jobs.subjectId, revision.id))).map(({ dueAt }) => dueAt)).toEqual(
      expect.arrayContaining([hoursIn(84), hoursIn(168), hoursIn(264), hoursIn(26)]),
    );
  });

  it('[C27] [L18] [L21] a server that slept through it all catches up once: mediation, split, cooling-off, publication', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, cooling);
    const revision = await buildLastRound(db, workspace);
    answerOf(await say(db, workspace, revision, [workspace.north.moderators[0], 1]));
    expect(answerOf(await say(db, workspace, revision, [workspace.south.moderators[0], 2, dissent])).state).toBe('signing');
    expect(await storedRevision(db, revision.id)).toMatchObject({
      round: 3,
      signingEndsAt: hoursIn(2),
      mediationEndsAt: hoursIn(98),
    });
    expect(await wakeAt(db, revision.id, 97.99)).toEqual({ state: 'signing' });
    expect(await wakeAt(db, revision.id, 2000)).toEqual({ state: 'published' });
    expect(await storedRevision(db, revision.id)).toMatchObject({
      ...{ outcome: 'split', outcomeAt: hoursIn(98), releasesAt: hoursIn(122), publishedAt: hoursIn(2000) },
    });
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId))).toMatchObject([{ outcome: 'split' }]);
    const history = await db.select().from(events).where(eq(events.claimId, revision.claimId)).orderBy(asc(events.seq));
    const told = replay(history);
    expect(told.verdict).toEqual({ revision: revision.id, outcome: 'split' });
    expect(Object.values(told.revisions).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'published']);
  });

  it('[C25] [C27] silence is no position: one party alone is published as no joint finding, and nobody at all expires', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [one, none] = [await buildRevision(db, workspace), await buildRevision(db, workspace)];
    answerOf(await say(db, workspace, one, [workspace.north.moderators[0], 1]));
    for (const { id } of [one, none]) expect(await wakeAt(db, id, 263.99)).toEqual({ state: 'signing' });
    expect([await wakeAt(db, one.id, 264), await wakeAt(db, none.id, 264)]).toEqual([
      { state: 'published' },
      { state: 'expired' },
    ]);
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, one.claimId))).toMatchObject([
      { outcome: 'no-joint-finding' },
    ]);
    expect(await db.$count(verdicts, eq(verdicts.claimId, none.claimId))).toBe(0);
  });

  it('[C25] reminds at half and at nine tenths and tells the deadline, each once, and only the last of several that are due', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    for (const hours of [83, 84, 85, 151.2, 168, 169]) await wakeAt(db, revision.id, hours);
    const told = await db.select().from(events).where(eq(events.subjectId, revision.id)).orderBy(asc(events.seq));
    expect(told.map(({ type, at }) => `${type} ${at.toISOString()}`)).toEqual([
      `revision.proposed ${hoursIn(0).toISOString()}`,
      `revision.reminded ${hoursIn(84).toISOString()}`,
      `revision.reminded ${hoursIn(151.2).toISOString()}`,
      `revision.mediation ${hoursIn(168).toISOString()}`,
    ]);
  });

  it('[C27] [L23] tells of no mediation where the charter gives it no time, at the deadline or before', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { maxRounds: 1, mediationHours: 0 } });
    const [silent, split] = [await buildRevision(db, workspace), await buildRevision(db, workspace)];
    expect(await wakeAt(db, silent.id, 168)).toEqual({ state: 'expired' });
    answerOf(await say(db, workspace, split, [workspace.north.moderators[0], 1]));
    expect(answerOf(await say(db, workspace, split, [workspace.south.moderators[0], 2, dissent])).state).toBe('published');
    const told = await db.select().from(events).where(eq(events.workspaceId, workspace.id));
    expect(told.map(({ type }) => type)).not.toContain('revision.mediation');
  });

  it('[C25] an objection that stands at the deadline is a dissent, and holds the clock once for its party', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [first, second] = workspace.south.moderators;
    answerOf(await say(db, workspace, revision, [first, 1, objection]));
    expect((await storedRevision(db, revision.id)).signingEndsAt).toEqual(hoursIn(216));
    answerOf(await say(db, workspace, revision, [second, 2]));
    expect(answerOf(await say(db, workspace, revision, [workspace.north.moderators[0], 3])).state).toBe('signing');
    expect(await wakeAt(db, revision.id, 215.9)).toEqual({ state: 'signing' });
    expect(await wakeAt(db, revision.id, 216)).toEqual({ state: 'published' });
    expect(await storedRevision(db, revision.id)).toMatchObject({ outcome: 'with-dissent', outcomeAt: hoursIn(216) });
  });

  it('[L20] [C27] in the mediation another revision takes the place of the open one, in every round but the last', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const open1 = await buildRevision(db, workspace);
    const proposing = (hours: number) => contextFor(db, workspace.south.checkers[0], { now: hoursIn(hours) });
    await writeRecord(db, workspace.south.checkers[0], open1.claimId, { texts: { summary: 'What both can sign.' } });
    expect(await propose(proposing(167), open1.claimId)).toMatchObject({ ok: false, refusal: { code: 'revision-in-signing' } });
    const next = answerOf(await propose(proposing(168), open1.claimId));
    expect([await storedRevision(db, open1.id), await storedRevision(db, next.id)]).toMatchObject([
      { state: 'expired', endedAt: hoursIn(168) },
      { state: 'signing', round: 2, signingEndsAt: hoursIn(336) },
    ]);
    const last = await buildLastRound(db, workspace);
    await writeRecord(db, workspace.south.checkers[0], last.claimId, { texts: { summary: 'Too late for another.' } });
    expect(await propose(proposing(200), last.claimId)).toMatchObject({ ok: false, refusal: { code: 'revision-in-signing' } });
  });

  it('[C25] nobody signs after the mediation, whether or not the clock has looked', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    expect(await say(db, workspace, revision, [workspace.north.moderators[0], 264])).toMatchObject({
      ok: false,
      refusal: { code: 'signing-over', clause: 'C25' },
    });
    expect(await say(db, workspace, revision, [workspace.north.moderators[0], 170, objection])).toMatchObject({
      ok: false,
      refusal: { code: 'deadline-passed', clause: 'C25' },
    });
  });

  it('[C23] [C29] [C30] publishes the bytes that were signed, whatever was typed while they cooled off', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, cooling);
    const revision = await buildRevision(db, workspace);
    for (const { moderators } of [workspace.north, workspace.south])
      answerOf(await say(db, workspace, revision, [moderators[0], 1]));
    const typed = { texts: { finding: 'The talks brought a ceasefire.' }, fields: { rating: 'accurate' } };
    await writeRecord(db, workspace.north.checkers[0], revision.claimId, typed);
    expect(await propose(contextFor(db, workspace.north.checkers[0], { now: hoursIn(2) }), revision.claimId)).toMatchObject({
      ok: false,
      refusal: { code: 'revision-in-signing' },
    });
    expect(await wakeAt(db, revision.id, 25)).toEqual({ state: 'published' });
    expect((await storedRevision(db, revision.id)).sha256).toBe(revision.sha256);
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId))).toMatchObject([
      { rating: 'not-accurate', outcome: 'joint' },
    ]);
  });

  it('[C21] [C29] is nobody’s to call: no moderator, no steward and no reader has a revision published', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, cooling);
    const revision = await buildRevision(db, workspace);
    for (const { moderators } of [workspace.north, workspace.south])
      answerOf(await say(db, workspace, revision, [moderators[0], 1]));
    const now = hoursIn(100);
    const people = [workspace.north.moderators[0], workspace.mission.observers[0], workspace.steward];
    const contexts = [...people.map((person) => contextFor(db, person, { now })), contextOf(db, { kind: 'public' }, { now })];
    for (const context of contexts)
      expect(await advanceRevision(context, { revisionId: revision.id })).toEqual({
        ok: false,
        refusal: { code: 'not-allowed' },
      });
    expect(await storedRevision(db, revision.id)).toMatchObject({ state: 'cooling-off' });
  });

  it('[L18] knows no revision that is not there', async () => {
    const context = contextOf(await open(), { kind: 'system' });
    expect(await advanceRevision(context, { revisionId: newId() })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});
