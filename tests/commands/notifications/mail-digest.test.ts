import { expect, it } from 'vitest';
import { chooseMails } from '@/commands/notifications/choose-mails';
import { mailDigest } from '@/commands/notifications/mail-digest';
import { readNotifications } from '@/commands/notifications/read-notifications';
import { setDone } from '@/commands/tasks/set-done';
import type { Db } from '@/db/handle';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { buildThread } from '@/tests/commands/discussion/commented';
import { buildTask } from '@/tests/commands/tasks/tasked';
import { actorFor, answerOf, buildOpenClaim, buildWorkspace, contextFor, contextOf, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { refusalOf } from '@/tests/support/trace';
import { mailsTo, wakeUps } from './support/mailed';

/** Seven in the morning in Oslo, and the next one. */
const [morning, next] = [new Date('2026-03-03T06:00:00.000Z'), new Date('2026-03-04T06:00:00.000Z')];
const digest = (db: Db, { id: workspaceId }: Workspace, now: Date) =>
  mailDigest(contextOf(db, { kind: 'system' }, { now }), { workspaceId });

describeOnBothDatabases('the daily digest', (open) => {
  it('[N3] [N4] is one mail of all that is new and unread, however often it is made, and none without news', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author, reader] = workspace.north.checkers;
    const [up, early] = workspace.south.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await buildThread(db, author, claimId, { body: `@${reader.name}, zyzzogeton.`, mentions: [reader.id], audience: 'party' });
    await buildTask(db, author, claimId, { personId: reader.id });
    for (const person of [up, early]) await buildTask(db, author, claimId, { personId: person.id });
    const wake = { kind: 'notifications.digest', subjectId: workspace.id };
    expect(await wakeUps(db, workspace)).toEqual([{ ...wake, dueAt: morning }]);

    const { items } = await toldNotifications({ member: actorFor(up), before: undefined }, db);
    answerOf(await readNotifications(contextFor(db, up), { keys: items.map(({ key }) => key) }));
    answerOf(await chooseMails(contextFor(db, early), { discussion: 'never' }));
    const made = await Promise.all([digest(db, workspace, morning), digest(db, workspace, morning)]);
    expect(made.reduce((sum, one) => sum + answerOf(one).mails, 0)).toBe(1);
    // It asks for its next turn itself, once.
    expect(await wakeUps(db, workspace)).toContainEqual({ ...wake, dueAt: next });
    expect(await wakeUps(db, workspace)).toHaveLength(2);
    const [mail, ...others] = await mailsTo(db, reader);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'digest', facts: { group: 'digest', desk: 'Peace talks desk' } });
    expect(mail?.facts.lines).toMatch(/mentioned you in a comment[\s\S]+gave you a task/);
    expect(JSON.stringify(mail)).not.toMatch(/zyzzogeton|Find the protocol/);
    for (const person of [up, early, author]) expect(await mailsTo(db, person)).toEqual([]);

    expect(answerOf(await digest(db, workspace, next))).toEqual({ mails: 0 });
    const taskId = await buildTask(db, author, claimId, { personId: reader.id });
    answerOf(await setDone(contextFor(db, reader), { taskId, done: true }));
    expect(answerOf(await digest(db, workspace, next))).toEqual({ mails: 1 });
  });

  it('[N4] takes in what was to come at once when that was changed, and is the server’s to make', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author, reader] = workspace.north.checkers;
    answerOf(await chooseMails(contextFor(db, reader), { discussion: 'at-once' }));
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await buildTask(db, author, claimId, { personId: reader.id });
    answerOf(await chooseMails(contextFor(db, reader), { discussion: 'digest' }));
    expect(answerOf(await digest(db, workspace, morning))).toEqual({ mails: 1 });
    const ask = (input: object) => refusalOf(db, workspace.id, () => mailDigest(contextFor(db, author), input));
    expect((await ask({ workspaceId: workspace.id })).code).toBe('not-allowed');
    expect((await ask({})).code).toBe('invalid-input');
  });
});
