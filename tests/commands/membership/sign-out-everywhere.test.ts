import { expect, it, vi } from 'vitest';
import { signOutEverywhere } from '@/commands/membership/sign-out-everywhere';
import { memberOfSession } from '@/db/queries/member-of-session';
import { actorFor, buildSession, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { recordPort } from '@/tests/support/live-record';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('signing out everywhere', (open) => {
  it('[M22] ends every session of the person and nobody else’s, and asks live editing to look again', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person, colleague] = north.checkers;
    const own = [await buildSession(db, person), await buildSession(db, person)];
    const other = await buildSession(db, colleague);
    const recheckAccess = vi.fn();
    const context = contextOf(db, actorFor(person, { sid: own[0] }), { collab: { ...recordPort(db), recheckAccess } });
    expect(await signOutEverywhere(context, {})).toEqual({ ok: true, value: { endedSessions: 2 } });
    expect(recheckAccess).toHaveBeenCalledOnce();
    for (const sid of own) expect(await memberOfSession({ sid, personId: person.id, now: noon }, db)).toBeUndefined();
    expect(await memberOfSession({ sid: other, personId: colleague.id, now: noon }, db)).toBeDefined();
  });

  it('refuses nobody, and an input with anything in it', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const refused = (actor: Parameters<typeof contextOf>[1], input: unknown) =>
      refusalOf(db, id, () => signOutEverywhere(contextOf(db, actor), input));
    expect(await refused({ kind: 'public' }, {})).toEqual({ code: 'not-signed-in' });
    expect((await refused(actorFor(north.checkers[0]), { but: 'this one' })).code).toBe('invalid-input');
  });
});
