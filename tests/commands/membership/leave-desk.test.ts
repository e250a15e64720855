import { expect, it } from 'vitest';
import { leaveDesk } from '@/commands/membership/leave-desk';
import { removeMember } from '@/commands/membership/remove-member';
import type { Db } from '@/db/handle';
import { memberOfSession } from '@/db/queries/member-of-session';
import { answerOf, buildSession, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildOffers } from '@/tests/support/invite';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const leaving = (db: Db, person: Person) => leaveDesk(contextFor(db, person), { leave: 'this-desk' });

describeOnBothDatabases('leaving the desk', (open) => {
  it('[M7] ends one’s own seat and sessions', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [gone] = north.checkers;
    const sid = await buildSession(db, gone);
    answerOf(await leaving(db, gone));
    expect(await memberOfSession({ sid, personId: gone.id, now: noon }, db)).toBeUndefined();
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'member.left', personId: gone.id, subjectId: gone.id });
    expect((await refusalOf(db, id, () => leaving(db, gone))).code).toBe('not-allowed');
  });

  it('[M6] waits for a successor where somebody would be left without a moderator, and keeps no mediator', async () => {
    const db = await open();
    const { id, south, mission } = await buildWorkspace(db);
    const [one, last] = south.moderators;
    answerOf(await leaving(db, one));
    expect(await refusalOf(db, id, () => leaving(db, last))).toEqual({ code: 'last-moderator', party: 'Southern desk' });
    const [head, observer] = mission.observers;
    expect(await refusalOf(db, id, () => leaving(db, head))).toEqual({ code: 'last-moderator', party: 'Observer mission' });
    answerOf(await removeMember(contextFor(db, head), { personId: observer.id }));
    expect((await leaving(db, head)).ok).toBe(true);
  });

  it('[M14] takes back what the one who leaves has offered', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [stays, gone] = north.moderators;
    const { left, accept } = await buildOffers(db, gone, stays);
    answerOf(await leaving(db, gone));
    expect(await left()).toEqual([
      [gone.id, 'called-off'],
      [gone.id, 'called-off'],
      ['open', 'waiting'],
    ]);
    expect(await refusalOf(db, id, () => accept(1))).toEqual({ code: 'invitation-invalid' });
  });

  it('is meant, and is for people with a seat', async () => {
    const db = await open();
    const { id, north, steward } = await buildWorkspace(db);
    for (const input of [{}, { leave: true }, { leave: 'this-desk', more: 1 }])
      expect((await refusalOf(db, id, () => leaveDesk(contextFor(db, north.checkers[0]), input))).code).toBe('invalid-input');
    expect((await refusalOf(db, id, () => leaving(db, steward))).code).toBe('not-allowed');
    const stranger = () => leaveDesk(contextOf(db, { kind: 'public' }), { leave: 'this-desk' });
    expect((await refusalOf(db, id, stranger)).code).toBe('not-signed-in');
  });
});
