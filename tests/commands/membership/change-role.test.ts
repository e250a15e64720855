import { expect, it } from 'vitest';
import { changeRole } from '@/commands/membership/change-role';
import type { Db } from '@/db/handle';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { answerOf, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildOffers } from '@/tests/support/invite';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';

const changing = (db: Db, by: Person, person: Person, role: string) =>
  changeRole(contextFor(db, by), { personId: person.id, role });

describeOnBothDatabases('changing a role', (open) => {
  it('[M4] is done by a moderator to a member of their own party', async () => {
    const db = await open();
    const { id, north, mission } = await buildWorkspace(db);
    const [checker] = north.checkers;
    answerOf(await changing(db, north.moderators[0], checker, 'moderator'));
    expect(await memberOfPerson({ personId: checker.id, confirmedAt: noon }, db)).toMatchObject({ role: 'moderator' });
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'member.role-changed',
      subjectId: checker.id,
      facts: { was: 'checker', role: 'moderator' },
    });
    expect((await changing(db, mission.observers[0], mission.observers[1], 'moderator')).ok).toBe(true);
  });

  it('[M4] [M5] is refused to everybody else, and to another party’s moderators', async () => {
    const db = await open();
    const { id, north, south, mission, steward } = await buildWorkspace(db);
    const [target] = north.checkers;
    const refused = async (by: Person, person = target, role = 'moderator') =>
      (await refusalOf(db, id, () => changing(db, by, person, role))).code;
    for (const by of [north.checkers[1], mission.observers[1], steward]) expect(await refused(by)).toBe('not-allowed');
    for (const by of [south.moderators[0], mission.observers[0]]) expect(await refused(by)).toBe('not-your-party');
    expect(await refused(north.moderators[0], target, 'checker')).toBe('unchanged');
    expect(await refused(north.moderators[0], target, 'observer')).toBe('role-not-of-party');
    expect(await refused(north.moderators[0], target, 'steward')).toBe('invalid-input');
    // A steward has no seat to change.
    expect(await refused(north.moderators[0], steward)).toBe('not-found');
    const stranger = () => changeRole(contextOf(db, { kind: 'public' }), { personId: target.id, role: 'moderator' });
    expect((await refusalOf(db, id, stranger)).code).toBe('not-signed-in');
  });

  it('[M6] does not demote the last moderator, also when two demote each other at once', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [one, other] = north.moderators;
    const both = await Promise.all([changing(db, one, other, 'checker'), changing(db, other, one, 'checker')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const last = both[0]?.ok ? one : other;
    expect(await refusalOf(db, id, () => changing(db, last, last, 'checker'))).toEqual({
      code: 'last-moderator',
      party: 'Northern desk',
    });
  });

  it('[M14] takes back what a demoted moderator offered', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [stays, demoted] = north.moderators;
    const { left, accept } = await buildOffers(db, demoted, stays);
    answerOf(await changing(db, stays, demoted, 'checker'));
    expect(await left()).toEqual([
      [stays.id, 'called-off'],
      [stays.id, 'called-off'],
      ['open', 'waiting'],
    ]);
    expect(await refusalOf(db, id, () => accept(0))).toEqual({ code: 'invitation-invalid' });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'member.role-changed', subjectId: demoted.id });
  });

  it('[A3] does not know a person of another workspace', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    await expectForeignIsUnknown(db, workspace, workspace.north.checkers[0].id, (context, personId) =>
      changeRole(context, { personId, role: 'moderator' }),
    );
  });
});
