import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceRevision } from '@/commands/revisions/advance-revision';
import { confirmStatement } from '@/commands/transparency/confirm-statement';
import { writeStatement } from '@/commands/transparency/write-statement';
import { publicTransparency } from '@/db/queries/public/transparency';
import { jobs, transparencyConfirmations, verdicts } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildStatements } from '@/tests/support/transparency';

const after = (days: number) => new Date(noon.getTime() + days * 24 * 60 * 60 * 1000);

describeOnBothDatabases('confirming what the desk says about itself', (open) => {
  it('[TR1] [TR2] [TR3] makes the desk’s words stand with the last party, and renews their date by the party that waited longest', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: statementId } = answerOf(
      await writeStatement(contextFor(db, north.moderators[0]), { section: 'contact', text: 'desk@example.org' }),
    );
    const stands = async () => (await publicTransparency({ workspaceId: workspace.id }, db)).statements;
    expect(await stands()).toEqual([]);
    answerOf(await confirmStatement(contextFor(db, south.moderators[1], { now: after(2) }), { statementId }));
    expect(await stands()).toMatchObject([{ text: 'desk@example.org', confirmedAt: noon.toISOString() }]);
    answerOf(await confirmStatement(contextFor(db, north.moderators[0], { now: after(9) }), { statementId }));
    expect(await stands()).toMatchObject([{ confirmedAt: after(2).toISOString() }]);
    expect(await db.$count(transparencyConfirmations, eq(transparencyConfirmations.statementId, statementId))).toBe(3);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'transparency.confirmed',
      subjectId: statementId,
      facts: { section: 'contact', party: 'Northern desk' },
    });
  });

  it('[C40] [C39] [TR1] [TR5] is refused to who may not: a checker, an observer, the steward, and every party but the one whose words they are', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const { id: statementId } = answerOf(
      await writeStatement(contextFor(db, north.moderators[0]), { section: 'funding', text: 'The ministry pays.' }),
    );
    const refused = async (context: Parameters<typeof confirmStatement>[0]) =>
      (await refusalOf(db, workspace.id, () => confirmStatement(context, { statementId }))).code;
    for (const person of [south.moderators[0], mission.observers[0], mission.observers[1], north.checkers[0], steward])
      expect(await refused(contextFor(db, person)), person.name).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
    await expectForeignIsUnknown(db, workspace, statementId, (context, id) => confirmStatement(context, { statementId: id }));
  });

  it('[TR2] [TR4] confirms the newest version alone, while the public reads the one that stood', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { corrections = '' } = await buildStatements(db, workspace);
    const south = contextFor(db, workspace.south.moderators[0]);
    const { id } = answerOf(await writeStatement(south, { section: 'corrections', text: 'Other words.' }));
    const north = contextFor(db, workspace.north.moderators[0]);
    expect((await refusalOf(db, workspace.id, () => confirmStatement(north, { statementId: corrections }))).code).toBe(
      'statement-superseded',
    );
    const read = async () =>
      (await publicTransparency({ workspaceId: workspace.id }, db)).statements.find(({ section }) => section === 'corrections')
        ?.text;
    expect(await read()).toBe(`The corrections of this desk, on ${noon.toISOString()}.`);
    answerOf(await confirmStatement(north, { statementId: id }));
    expect(await read()).toBe('Other words.');
  });

  it('[C40] [L18] lets what the last signature publishes through only when it is all there: the signature stands, and its confirmation has it looked at again', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { transparencyDays: 30 } });
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    const last = answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision));
    expect(last).toMatchObject({ state: 'signing', keptBackBy: 'transparency-missing' });
    const advance = async () =>
      answerOf(await advanceRevision(contextOf(db, { kind: 'system' }, { now: noon }), { revisionId: revision.id }));
    await buildStatements(db, workspace, { now: after(-31) });
    expect(await advance()).toEqual({ state: 'signing', keptBackBy: 'transparency-old' });
    await buildStatements(db, workspace);
    const woken = and(eq(jobs.subjectId, revision.id), eq(jobs.kind, 'revision.advance'), eq(jobs.dueAt, noon));
    expect(await db.$count(jobs, woken)).toBe(1);
    expect(await advance()).toEqual({ state: 'published' });
  });

  it('[C40] [TR6] [L18] keeps back what the clock would publish, and the confirmation that was missing has it looked at again', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { transparencyDays: 30, coolingOffHours: 24 } });
    const { north, south } = workspace;
    const ids = await buildStatements(db, workspace, { now: after(-29.5) });
    const revision = await buildRevision(db, workspace);
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const advance = (now: Date) => advanceRevision(contextOf(db, { kind: 'system' }, { now }), { revisionId: revision.id });
    expect(answerOf(await advance(after(1)))).toEqual({ state: 'cooling-off', keptBackBy: 'transparency-old' });
    expect(await db.$count(verdicts, eq(verdicts.claimId, revision.claimId))).toBe(0);
    const now = after(1.01);
    for (const section of ['methodology', 'corrections', 'contact'])
      for (const desk of [north, south])
        answerOf(await confirmStatement(contextFor(db, desk.moderators[0], { now }), { statementId: ids[section] ?? '' }));
    for (const section of ['members', 'funding'])
      for (const desk of [north, south])
        answerOf(await writeStatement(contextFor(db, desk.moderators[0], { now }), { section, text: `Our ${section}, still.` }));
    const woken = and(eq(jobs.subjectId, revision.id), eq(jobs.kind, 'revision.advance'), eq(jobs.dueAt, now));
    expect(await db.$count(jobs, woken)).toBe(1);
    expect(answerOf(await advance(now))).toEqual({ state: 'published' });
  });
});
