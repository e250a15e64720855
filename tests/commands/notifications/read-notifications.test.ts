import { expect, it } from 'vitest';
import { assignClaim } from '@/commands/claims/assign-claim';
import { removeMember } from '@/commands/membership/remove-member';
import { readNotifications } from '@/commands/notifications/read-notifications';
import { setDone } from '@/commands/tasks/set-done';
import type { Db } from '@/db/handle';
import { tasksOfClaim } from '@/db/queries/desk/tasks-of-claim';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { unreadNotifications } from '@/db/queries/desk/unread-notifications';
import { waitingNotifications } from '@/db/queries/desk/waiting-notifications';
import { notifications } from '@/db/schema';
import { dueKey, signKey } from '@/domain/discussion/notification';
import { buildThread } from '@/tests/commands/discussion/commented';
import { buildTask } from '@/tests/commands/tasks/tasked';
import {
  actorFor,
  answerOf,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { readerFor } from '@/tests/support/list-reader';
import { buildRevision, sign } from '@/tests/support/sign';
import { refusalOf } from '@/tests/support/trace';

const today = noon.toISOString().slice(0, 10);

async function bell(db: Db, person: Person): Promise<number> {
  return unreadNotifications({ reader: await readerFor(db, person) }, db);
}

async function waiting(db: Db, person: Person) {
  return waitingNotifications({ reader: await readerFor(db, person) }, db);
}

async function told(db: Db, person: Person) {
  return (await toldNotifications({ member: actorFor(person), before: undefined }, db)).items;
}

describeOnBothDatabases('what a person is told', (open) => {
  it('[K9] is a signature that is waited for and a task that is due, for as long as they are', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const [signer] = south.moderators;
    expect(await waiting(db, signer)).toMatchObject([{ kind: 'sign', revision: 1, key: signKey(revision.id), isRead: false }]);
    const { claimId } = revision;
    const ofSigner = { personId: signer.id };
    const late = await buildTask(db, north.checkers[0], claimId, { ...ofSigner, dueOn: '2026-03-01' });
    const due = await buildTask(db, north.checkers[0], claimId, { ...ofSigner, dueOn: today });
    await buildTask(db, north.checkers[0], claimId, { ...ofSigner, dueOn: '2026-03-03' });
    await buildTask(db, north.checkers[0], claimId, ofSigner);
    const keys = async () => (await waiting(db, signer)).map(({ key }) => key);
    expect(await keys()).toEqual([signKey(revision.id), dueKey(late, '2026-03-01'), dueKey(due, today)]);
    // With the four tasks that were given.
    expect(await bell(db, signer)).toBe(7);
    answerOf(await readNotifications(contextFor(db, signer), { keys: [signKey(revision.id), dueKey(due, today)] }));
    expect(await bell(db, signer)).toBe(5);
    expect((await waiting(db, signer)).map(({ isRead }) => isRead)).toEqual([true, false, true]);
    answerOf(await setDone(contextFor(db, signer), { taskId: late, done: true }));
    answerOf(await sign(contextFor(db, signer), workspace, revision));
    expect(await keys()).toEqual([dueKey(due, today)]);
  });

  it('[K9] is whom others mention, answer, or give a task or a claim to, newest first, and never their own doing', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north } = workspace;
    const [author, colleague] = north.checkers;
    const { id: claimId, number } = await buildOpenClaim(db, workspace);
    await buildThread(db, author, claimId, { body: `@${colleague.name}, look.`, mentions: [colleague.id], audience: 'party' });
    const taskId = await buildTask(db, author, claimId, { personId: colleague.id });
    answerOf(await assignClaim(contextFor(db, author), { claimId, personId: colleague.id }));
    answerOf(await assignClaim(contextFor(db, author), { claimId, personId: author.id }));
    const by = { person: author.name, partyId: north.id };
    expect(await told(db, colleague)).toMatchObject([
      { kind: 'claim-given', claimId, claimNumber: number, by, words: null, isPrivate: true, isRead: false },
      { kind: 'task-given', taskId, by, words: 'Find the protocol of the last day', isPrivate: false },
      { kind: 'mentioned', by, words: `@${colleague.name}, look.`, isPrivate: true },
    ]);
    expect(await told(db, author)).toEqual([]);
  });

  it('[K10] is nothing that they may not read now, whatever was stored', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const [by, reader] = [north.checkers[0], south.checkers[0]];
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const commentId = await buildThread(db, by, claimId, { audience: 'party' });
    const taskId = await buildTask(db, by, claimId, { audience: 'party' });
    for (const about of [
      { kind: 'replied' as const, commentId },
      { kind: 'task-given' as const, taskId },
    ])
      await db.insert(notifications).values({
        ...{ ...about, id: crypto.randomUUID(), workspaceId: workspace.id, claimId, at: noon },
        ...{ personId: reader.id, byPerson: by.id, byParty: north.id },
      });
    expect([await told(db, reader), await bell(db, reader)]).toEqual([[], 0]);
  });

  it('[K10] is marked by its person alone, one by one or up to what was seen', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, steward } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [reader] = south.checkers;
    for (let n = 0; n < 42; n++) await buildTask(db, north.checkers[0], claimId, { personId: reader.id });
    const first = await toldNotifications({ member: actorFor(reader), before: undefined }, db);
    const rest = await toldNotifications({ member: actorFor(reader), before: first.nextCursor }, db);
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([40, 2, undefined]);
    const [newest, second] = first.items;
    const key = newest?.key ?? '';
    const due = await buildTask(db, north.checkers[0], claimId, { personId: reader.id, dueOn: today });
    const refused = (by: Person, input: object) =>
      refusalOf(db, workspace.id, () => readNotifications(contextFor(db, by), input));
    for (const other of [south.checkers[1], north.checkers[0]])
      for (const theirs of [key, dueKey(due, today)])
        expect(await refused(other, { keys: [theirs] })).toEqual({ code: 'not-found' });
    expect(await refused(reader, { keys: [key, signKey(claimId)] })).toEqual({ code: 'not-found' });
    expect(await refused(reader, { keys: [dueKey(due, '2026-03-05')] })).toEqual({ code: 'not-found' });
    expect(await refused(south.checkers[1], { keys: [], upTo: key })).toEqual({ code: 'not-found' });
    for (const input of [{ keys: ['x'] }, { keys: [], upTo: 7 }, {}, { keys: [], personId: reader.id }])
      expect((await refused(reader, input)).code, JSON.stringify(input)).toBe('invalid-input');
    expect((await refused(steward, { keys: [] })).code).toBe('not-allowed');
    const nobody = await refusalOf(db, workspace.id, () => readNotifications(contextOf(db, { kind: 'public' }), { keys: [] }));
    expect(nobody.code).toBe('not-signed-in');

    const context = contextFor(db, reader);
    expect(answerOf(await readNotifications(context, { keys: [key] }))).toEqual({ read: 1 });
    expect(answerOf(await readNotifications(context, { keys: [key] }))).toEqual({ read: 0 });
    expect(answerOf(await readNotifications(context, { keys: [], upTo: second?.key }))).toEqual({ read: 41 });
    // The newest task, given after that, and that it is due.
    expect(await bell(db, reader)).toBe(2);
    expect(answerOf(await readNotifications(context, { keys: [dueKey(due, today)] }))).toEqual({ read: 1 });
    expect(await bell(db, reader)).toBe(1);
  });

  it('[K11] goes with the seat, and the tasks that they had are nobody’s', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [leaving] = south.checkers;
    const dueOn = today;
    const unfinished = await buildTask(db, north.checkers[0], claimId, { personId: leaving.id, dueOn });
    const done = await buildTask(db, north.checkers[0], claimId, { personId: leaving.id });
    answerOf(await setDone(contextFor(db, leaving), { taskId: done, done: true }));
    answerOf(await readNotifications(contextFor(db, leaving), { keys: [dueKey(unfinished, dueOn)] }));
    answerOf(await removeMember(contextFor(db, south.moderators[0]), { personId: leaving.id }));
    expect(await told(db, leaving)).toEqual([]);
    const tasks = await tasksOfClaim({ claimId, member: actorFor(north.checkers[0]) }, db);
    expect(tasks.map(({ id, assignee, dueOn: day }) => [id, assignee?.personId, day])).toEqual([
      [unfinished, undefined, dueOn],
      [done, leaving.id, null],
    ]);
  });
});
