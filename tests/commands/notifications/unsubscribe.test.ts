import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { removeMember } from '@/commands/membership/remove-member';
import { chooseMails } from '@/commands/notifications/choose-mails';
import { unsubscribe } from '@/commands/notifications/unsubscribe';
import { unsubscribeToken } from '@/commands/notifications/unsubscribe-token';
import { mailWaysOf } from '@/db/queries/mail-ways-of';
import { usualWays } from '@/domain/discussion/told-kinds';
import { seal } from '@/platform/seal';
import { answerOf, buildWorkspace, contextFor, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { refusalOf } from '@/tests/support/trace';
import { seatOf } from './support/mailed';

describeOnBothDatabases('ending mails by their link', (open) => {
  it('[N5] [N6] ends one group, or what comes in the digest, without a session, and touches nobody else', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const [person, other] = north.checkers;
    const seatId = await seatOf(db, person);
    const nobody = contextOf(db, { kind: 'public' });
    const ways = (personId: string) => mailWaysOf({ personId, workspaceId }, db);
    const token = unsubscribeToken({ seatId, scope: 'signing', locale: 'en' });
    for (const _time of [1, 2]) expect(answerOf(await unsubscribe(nobody, { token }))).toEqual({ scope: 'signing' });
    expect(await ways(person.id)).toEqual({ ...usualWays, signing: 'never' });

    answerOf(await chooseMails(contextFor(db, person), { discussion: 'at-once' }));
    answerOf(await unsubscribe(nobody, { token: unsubscribeToken({ seatId, scope: 'digest', locale: 'ar' }) }));
    expect(await ways(person.id)).toEqual({
      ...{ discussion: 'at-once', signing: 'never', publication: 'never' },
      ...{ challenges: 'never', charter: 'never' },
    });
    expect(await ways(other.id)).toEqual(usualWays);
  });

  it('[N6] says nothing of whose it is, and takes no link that was not made here', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const seatId = await seatOf(db, person);
    const token = unsubscribeToken({ seatId, scope: 'discussion', locale: 'en' });
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain(seatId.slice(0, 8));
    const nobody = contextOf(db, { kind: 'public' });
    const refused = (sent: unknown) => refusalOf(db, id, () => unsubscribe(nobody, { token: sent }));
    const forged = seal(`${seatId} discussion en`, 'mail');
    const strange = seal(`${seatId} everything en`, 'unsubscribe');
    const turned = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const sent of ['', 'x', forged, strange, turned, token.slice(0, -4)])
      expect(await refused(sent), sent).toEqual({ code: 'not-found' });
    for (const sent of [undefined, 7, 'a'.repeat(301)]) expect((await refused(sent)).code).toBe('invalid-input');
    // Of a seat that is over, and of one that never was, it answers the same.
    answerOf(await removeMember(contextFor(db, north.moderators[0]), { personId: person.id }));
    for (const gone of [token, unsubscribeToken({ seatId: v7(), scope: 'discussion', locale: 'en' })])
      expect(answerOf(await unsubscribe(nobody, { token: gone }))).toEqual({ scope: 'discussion' });
    expect(await mailWaysOf({ personId: person.id, workspaceId: id }, db)).toEqual(usualWays);
  });
});
