import { expect, it } from 'vitest';
import { removeMember } from '@/commands/membership/remove-member';
import { chooseMails } from '@/commands/notifications/choose-mails';
import { mailWaysOf } from '@/db/queries/mail-ways-of';
import { usualWays } from '@/domain/discussion/told-kinds';
import { answerOf, buildWorkspace, contextFor, contextOf, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('choosing how to be mailed', (open) => {
  it('[N1] keeps what a person chose, for them alone, until their seat ends', async () => {
    const db = await open();
    const { id: workspaceId, north, steward } = await buildWorkspace(db);
    const [person, other] = north.checkers;
    const ways = ({ id: personId }: Person) => mailWaysOf({ personId, workspaceId }, db);
    expect(await ways(person)).toEqual(usualWays);
    answerOf(await chooseMails(contextFor(db, person), { discussion: 'never', signing: 'digest' }));
    answerOf(await chooseMails(contextFor(db, person), { discussion: 'at-once' }));
    expect(await ways(person)).toEqual({ ...usualWays, discussion: 'at-once', signing: 'digest' });
    expect(await ways(other)).toEqual(usualWays);

    const refused = (input: object, by = person) => refusalOf(db, workspaceId, () => chooseMails(contextFor(db, by), input));
    for (const input of [{ discussion: 'weekly' }, { gossip: 'never' }, { discussion: null }])
      expect((await refused(input)).code, JSON.stringify(input)).toBe('invalid-input');
    expect((await refused({}, steward)).code).toBe('not-allowed');
    const nobody = await refusalOf(db, workspaceId, () => chooseMails(contextOf(db, { kind: 'public' }), {}));
    expect(nobody.code).toBe('not-signed-in');

    answerOf(await removeMember(contextFor(db, north.moderators[0]), { personId: person.id }));
    expect(await ways(person)).toEqual(usualWays);
  });
});
