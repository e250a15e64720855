import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import { publicState } from '@/db/queries/public/public-state';
import { recordBytes, signOffBytes } from '@/db/queries/public/published-bytes';
import { verdicts } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, type Person, writeRecord } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { hoursIn, say, wakeAt } from '@/tests/support/rounds';
import { buildRevision, propose } from '@/tests/support/sign';

// Of the desk at the root, which is the first one of a database.
describeOnOwnDatabases('what the public reads of a revision before its publication', (open) => {
  it('[C29] [C30] [C31] is the same while a revision cools off, is held up and is withdrawn from, and another with its publication', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const before = await publicState({}, db);
    const reason = 'A witness who is named in it has to leave the town first.';
    const by = (person: Person, hours: number) => contextFor(db, person, { now: hoursIn(hours) });
    const steps = [
      () => say(db, workspace, revision, [north.moderators[0], 1]),
      () => say(db, workspace, revision, [south.moderators[0], 2]),
      () => withdrawSignOff(by(south.moderators[0], 3), { revisionId: revision.id, reason }),
      () => say(db, workspace, revision, [south.moderators[0], 4]),
      () => holdPublication(by(north.moderators[1], 5), { revisionId: revision.id, reason, hours: 10 }),
    ];
    for (const step of steps) {
      expect(await step()).toMatchObject({ ok: true });
      expect(await publicState({}, db)).toBe(before);
    }
    await wakeAt(db, revision.id, 37);
    expect(await publicState({}, db)).toBe(before);
    await wakeAt(db, revision.id, 38);
    expect(await publicState({}, db)).not.toBe(before);
  });

  it('[C29] [C30] holds no byte of a correction that cools off, by any number or digest, until everybody has it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const desks = [workspace.north, workspace.south];
    const first = await buildRevision(db, workspace);
    for (const { moderators } of desks) answerOf(await say(db, workspace, first, [moderators[0], 1]));
    await wakeAt(db, first.id, 25);
    const [author] = workspace.south.checkers;
    await writeRecord(db, author, first.claimId, { texts: { summary: 'What was corrected.' } });
    const second = answerOf(await propose(contextFor(db, author, { now: hoursIn(30) }), first.claimId));
    for (const { moderators } of desks) answerOf(await say(db, workspace, second, [moderators[0], 31]));
    const [verdict] = await db.select().from(verdicts).where(eq(verdicts.claimId, first.claimId));
    const { slug = '' } = verdict ?? {};
    const asked = async () => {
      const of = { workspaceId: workspace.id, slug, number: 2 };
      const signed = await signOffBytes({ ...of, position: 1 }, db);
      return [await recordBytes(of, db), signed].filter((found) => found !== undefined).length;
    };
    expect(verdict).toMatchObject({ revisionId: first.id });
    expect(await asked()).toBe(0);
    await wakeAt(db, second.id, 54.9);
    expect(await asked()).toBe(0);
    await wakeAt(db, second.id, 55);
    expect(await asked()).toBe(2);
  });
});
