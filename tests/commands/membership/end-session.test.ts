import { expect, it } from 'vitest';
import { endSession } from '@/commands/membership/end-session';
import { signIn } from '@/commands/membership/sign-in';
import { memberOfSession } from '@/db/queries/member-of-session';
import { sessionsOfPerson } from '@/db/queries/sessions-of-person';
import { actorFor, answerOf, buildSession, buildWorkspace, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('ending a session', (open) => {
  it('[M22] lists one’s own live sessions, this one first, and ends one of them', async () => {
    const db = await open();
    const { north, south } = await buildWorkspace(db);
    const [person] = north.checkers;
    const here = await buildSession(db, person);
    await buildSession(db, south.checkers[0]);
    const entry = { email: person.email, password, from: crypto.randomUUID(), browser: 'Firefox' };
    const { sid: there } = answerOf(await signIn(contextOf(db, { kind: 'system' }), entry));
    const listed = () => sessionsOfPerson({ personId: person.id, sid: here, now: noon }, db);
    expect(await listed()).toEqual([
      { id: here, since: noon, lastSeen: noon, browser: null, isThis: true },
      { id: there, since: noon, lastSeen: noon, browser: 'Firefox', isThis: false },
    ]);
    const context = contextOf(db, actorFor(person, { sid: here }));
    expect(await endSession(context, { sessionId: there })).toEqual({ ok: true, value: { ended: true } });
    expect((await listed()).map(({ id }) => id)).toEqual([here]);
    expect(await memberOfSession({ sid: there, personId: person.id, now: noon }, db)).toBeUndefined();
  });

  it('[M22] [A3] finds neither another person’s, an unknown, nor an ended one', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const [person] = north.checkers;
    const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }));
    const foreign = await buildSession(db, south.checkers[0]);
    const ended = await buildSession(db, person);
    answerOf(await endSession(context, { sessionId: ended }));
    for (const sessionId of [foreign, context.newId(), ended])
      expect(await refusalOf(db, id, () => endSession(context, { sessionId }))).toEqual({ code: 'not-found' });
    expect(await memberOfSession({ sid: foreign, personId: south.checkers[0].id, now: noon }, db)).toBeDefined();
  });

  it('refuses nobody, and an input that names no session', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextOf(db, actorFor(north.checkers[0]));
    for (const input of [null, {}, { sessionId: 'x' }, { sessionId: context.newId(), all: true }])
      expect((await refusalOf(db, id, () => endSession(context, input))).code).toBe('invalid-input');
    const nobody = contextOf(db, { kind: 'public' });
    expect(await refusalOf(db, id, () => endSession(nobody, { sessionId: context.newId() }))).toEqual({ code: 'not-signed-in' });
  });
});
