import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { withTransaction } from '@/commands/command';
import { setResolved } from '@/commands/discussion/set-resolved';
import { writeComment } from '@/commands/discussion/write-comment';
import { changeRole } from '@/commands/membership/change-role';
import { removeMember } from '@/commands/membership/remove-member';
import { signOut } from '@/commands/membership/sign-out';
import { seatStands } from '@/commands/seat-stands';
import { addTask } from '@/commands/tasks/add-task';
import { setDone } from '@/commands/tasks/set-done';
import { ok } from '@/domain/result';
import { actorFor, answerOf, buildSession, buildWorkspace, contextFor, contextOf, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { begin, buildRevision, signBegun } from '@/tests/support/sign';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('a request that waited', (open) => {
  it('[T32] [C22] does nothing by a session, a role or a seat that ended meanwhile', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north } = workspace;
    const revision = await buildRevision(db, workspace);
    const { claimId } = revision;
    const [leader, moderator] = north.moderators;
    const sid = await buildSession(db, moderator);
    const before = contextOf(db, actorFor(moderator, { sid }));
    const begun = await begin(before, workspace, revision);
    const said = { claimId, audience: 'joint', on: { kind: 'claim' }, body: 'Is this the whole of it?', mentions: [] };
    const { id: commentId } = answerOf(await writeComment(before, said));
    const { id: taskId } = answerOf(await addTask(before, { claimId, audience: 'party', what: 'Ask the ministry.' }));
    const { sha256: charterSha256 } = workspace.charter;
    const refused = async (context = before) => {
      const results = [
        () => signBegun(context, revision, begun),
        () => ratifyCharter(context, { sha256: charterSha256 }),
        () => setResolved(context, { commentId, resolved: true }),
        () => setDone(context, { taskId, done: true }),
      ];
      const codes: string[] = [];
      for (const command of results) codes.push((await refusalOf(db, workspace.id, command)).code);
      return codes;
    };
    const nobody = Array(4).fill('not-signed-in');

    answerOf(await signOut(before, {}));
    expect(await refused()).toEqual(nobody);
    const again = contextFor(db, moderator);
    answerOf(await changeRole(contextFor(db, leader), { personId: moderator.id, role: 'checker' }));
    expect(await refused(again)).toEqual(nobody);
    answerOf(await changeRole(contextFor(db, leader), { personId: moderator.id, role: 'moderator' }));
    answerOf(await signBegun(again, revision, begun));
    answerOf(await removeMember(contextFor(db, leader), { personId: moderator.id }));
    expect(await refused(again)).toEqual(nobody);

    const stands = (person: Person) =>
      withTransaction(contextFor(db, person), async (tx) => ok(await seatStands(tx, actorFor(person))));
    const asked = [moderator, leader, workspace.mission.observers[0], workspace.steward];
    expect((await Promise.all(asked.map(stands))).map(answerOf)).toEqual([false, true, true, true]);
  });
});
