import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { setResolved } from '@/commands/discussion/set-resolved';
import { changeTask } from '@/commands/tasks/change-task';
import { setDone } from '@/commands/tasks/set-done';
import type { Db } from '@/db/handle';
import { claimList } from '@/db/queries/desk/claim-list';
import { claimsOfDesk } from '@/db/queries/desk/claims-of-desk';
import { eventsOfClaim, eventsOfDesk } from '@/db/queries/desk/events-of-desk';
import { tasksOfClaim } from '@/db/queries/desk/tasks-of-claim';
import { threadsOfClaim } from '@/db/queries/desk/threads-of-claim';
import { countTodos, todosOfMember } from '@/db/queries/desk/todos-of-member';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { unreadNotifications } from '@/db/queries/desk/unread-notifications';
import { waitingNotifications } from '@/db/queries/desk/waiting-notifications';
import { lastEvent } from '@/db/queries/last-event';
import { readView } from '@/domain/claim/list-view';
import { answer, buildThread } from '@/tests/commands/discussion/commented';
import { buildTask } from '@/tests/commands/tasks/tasked';
import { actorFor, answerOf, buildOpenClaim, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { readerFor, tasksFor } from '@/tests/support/list-reader';

const canary = 'zyzzogeton';
const later = new Date('2026-03-05T12:00:00Z');

/** Everything that the desk tells a person about a claim, as text. */
async function everythingFor(db: Db, person: Person, claimId: string): Promise<string> {
  const member = actorFor(person);
  const reader = await readerFor(db, person);
  const list = await claimList({ reader, view: readView(new URLSearchParams()), cursor: undefined }, db);
  const found = await claimList({ reader, view: readView(new URLSearchParams({ q: canary })), cursor: undefined }, db);
  return JSON.stringify([
    await threadsOfClaim({ claimId, member }, db),
    await tasksOfClaim({ claimId, member }, db),
    await todosOfMember({ member, limit: 60 }, db),
    await countTodos({ member }, db),
    await tasksFor(db, person),
    await waitingNotifications({ reader }, db),
    await toldNotifications({ member, before: undefined }, db),
    await unreadNotifications({ reader }, db),
    await eventsOfDesk({ member, before: undefined }, db),
    await eventsOfClaim({ claimId, member }, db),
    await lastEvent({ workspaceId: member.workspaceId, partyId: member.party?.id ?? null }, db),
    [list, found],
    await claimsOfDesk({ member, claimIds: list.claimIds, now: noon }, db),
  ]);
}

describeOnBothDatabases('what a party says among its own people', (open) => {
  it('[T30] changes nothing of what another party, an observer or a steward is told, and the own party reads all of it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission, steward } = workspace;
    const [author, colleague] = north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await buildThread(db, author, claimId);
    const others = [south.checkers[0], south.moderators[0], mission.observers[0], steward];
    const told = () => Promise.all(others.map((person) => everythingFor(db, person, claimId)));
    const before = await told();

    const calling = { body: `@${colleague.name}: the ${canary}`, mentions: [colleague.id] };
    const thread = await buildThread(db, author, claimId, {
      audience: 'party',
      on: { kind: 'clause', clause: 'C10' },
      ...calling,
    });
    await answer(db, colleague, thread, `An answer about the ${canary}`);
    const what = `Ask about the ${canary}`;
    const taskId = await buildTask(db, author, claimId, { audience: 'party', what, personId: colleague.id, dueOn: '2026-03-01' });
    const own = contextFor(db, north.moderators[0], { now: later });
    for (const resolved of [true, false]) answerOf(await setResolved(own, { commentId: thread, resolved }));
    answerOf(await changeTask(own, { taskId, what: `${what} again`, personId: colleague.id, dueOn: '2026-03-01' }));
    for (const done of [true, false]) answerOf(await setDone(own, { taskId, done }));

    expect(await told()).toEqual(before);
    const read = await everythingFor(db, colleague, claimId);
    for (const words of [calling.body, `An answer about the ${canary}`, `${what} again`]) expect(read).toContain(words);
    expect(read).toContain('task.finished-privately');
  });

  it('[K7] asks nobody for a task of a closed claim', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author, colleague] = workspace.north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await buildTask(db, author, claimId, { personId: colleague.id, dueOn: '2026-03-01' });
    const asked = async () => [
      (await tasksFor(db, colleague)).filter(({ kind }) => kind === 'todo').length,
      await countTodos({ member: actorFor(colleague) }, db),
      (await waitingNotifications({ reader: await readerFor(db, colleague) }, db)).length,
    ];
    expect(await asked()).toEqual([1, 1, 1]);
    answerOf(await closeClaim(contextFor(db, author), { claimId, as: 'not-checkable', reason: 'A question of taste alone.' }));
    expect(await asked()).toEqual([0, 0, 0]);
  });
});
