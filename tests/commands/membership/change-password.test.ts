import { eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { changePassword } from '@/commands/membership/change-password';
import { signIn } from '@/commands/membership/sign-in';
import { memberOfSession } from '@/db/queries/member-of-session';
import { outbox, passwordResets, people, sessions } from '@/db/schema';
import { env } from '@/platform/env';
import { actorFor, answerOf, buildSession, buildWorkspace, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { justBefore } from '@/tests/support/just-before';
import { recordPort } from '@/tests/support/live-record';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const newPassword = 'another battery, another staple';
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describeOnBothDatabases('changing a password', (open) => {
  it('[M19] ends the other sessions and reset links, keeps this one, tells the person by mail, and lets in with the new one alone', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const [person] = north.checkers;
    const [here, there, stranger] = [
      await buildSession(db, person),
      await buildSession(db, person),
      await buildSession(db, south.checkers[0]),
    ];
    const context = contextOf(db, actorFor(person, { sid: here }));
    const link = { id: context.newId(), personId: person.id, tokenSha256: context.randomHex(32) };
    await db.insert(passwordResets).values({ ...link, createdAt: noon, expiresAt: minutesLater(60) });
    const recheckAccess = vi.fn();
    const watched = contextOf(db, actorFor(person, { sid: here }), { collab: { ...recordPort(db), recheckAccess } });
    expect(await changePassword(watched, { password, newPassword })).toEqual({ ok: true, value: { endedSessions: 1 } });
    expect(recheckAccess).toHaveBeenCalledOnce();
    const isLive = async (sid: string, personId: string) =>
      (await memberOfSession({ sid, personId, now: noon }, db)) !== undefined;
    expect(await isLive(here, person.id)).toBe(true);
    expect(await isLive(there, person.id)).toBe(false);
    expect(await isLive(stranger, south.checkers[0].id)).toBe(true);
    expect(await db.$count(passwordResets, eq(passwordResets.personId, person.id))).toBe(0);
    const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, person.email));
    expect(mail).toMatchObject({ kind: 'password-changed', state: 'waiting' });
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'account.changed',
      subjectId: person.id,
      facts: { what: 'password' },
    });
    const enter = async (given: string) =>
      (await signIn(contextOf(db, { kind: 'system' }), { email: person.email, password: given, from: crypto.randomUUID() })).ok;
    expect([await enter(password), await enter(newPassword)]).toEqual([false, true]);
  });

  it('[M19] replaces no password that was reset while the old one was compared', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const context = contextOf(
      justBefore(db, () => db.update(people).set({ passwordHash: 'another' }).where(eq(people.id, person.id))),
      actorFor(person, { sid: await buildSession(db, person) }),
    );
    const late = await refusalOf(db, id, () => changePassword(context, { password, newPassword }));
    expect(late).toEqual({ code: 'password-moved' });
    const [row] = await db.select().from(people).where(eq(people.id, person.id));
    expect(row?.passwordHash).toBe('another');
  });

  it('[M19] refuses a wrong old password, none, a short new one and the same one, and changes nothing', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.moderators;
    const sid = await buildSession(db, person);
    const context = contextOf(db, actorFor(person, { sid }));
    const refused = (input: unknown) => refusalOf(db, id, () => changePassword(context, input));
    expect(await refused({ password: 'not the password', newPassword })).toEqual({ code: 'wrong-credentials' });
    expect(await refused({ newPassword })).toEqual({ code: 'invalid-input', issues: [{ field: 'password', code: 'required' }] });
    expect(await refused({ password, newPassword: 'short' })).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'newPassword', code: 'too-short', length: 5, min: 12 }],
    });
    expect(await refused({ password, newPassword: password })).toEqual({ code: 'unchanged' });
    for (const input of [null, {}, { password, newPassword, personId: person.id }, { password: 3, newPassword }])
      expect((await refused(input)).code).toBe('invalid-input');
    expect(await refusalOf(db, id, () => changePassword(contextOf(db, { kind: 'public' }), { password, newPassword }))).toEqual({
      code: 'not-signed-in',
    });
    const [row] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(row?.revokedAt).toBeNull();
  });

  it('limits attempts at the old password by session', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextOf(db, actorFor(north.checkers[1], { sid: await buildSession(db, north.checkers[1]) }));
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1)
      await changePassword(context, { password: 'not the password', newPassword });
    expect((await refusalOf(db, id, () => changePassword(context, { password, newPassword }))).code).toBe('too-many-attempts');
  });

  it('[M19] lets an account without a password set its first one, within ten minutes after signing in', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    await db.update(people).set({ passwordHash: null }).where(eq(people.id, person.id));
    const sid = await buildSession(db, person);
    const late = contextOf(db, actorFor(person, { sid }), { now: minutesLater(11) });
    expect(await refusalOf(db, id, () => changePassword(late, { newPassword }))).toEqual({ code: 'sign-in-again' });
    expect(await refusalOf(db, id, () => changePassword(late, { password, newPassword }))).toEqual({ code: 'no-password' });
    const early = contextOf(db, actorFor(person, { sid }), { now: minutesLater(10) });
    expect((await changePassword(early, { newPassword })).ok).toBe(true);
    const from = crypto.randomUUID();
    answerOf(await signIn(contextOf(db, { kind: 'system' }), { email: person.email, password: newPassword, from }));
    // It has one now, so the old one is asked for.
    expect((await refusalOf(db, id, () => changePassword(early, { newPassword: password }))).code).toBe('invalid-input');
  });
});
