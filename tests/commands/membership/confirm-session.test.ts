import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { confirmSession } from '@/commands/membership/confirm-session';
import { signIn } from '@/commands/membership/sign-in';
import { people, sessions } from '@/db/schema';
import { env } from '@/platform/env';
import { codeOf } from '@/tests/support/authenticator';
import { actorFor, buildSession, buildWorkspace, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { stepsLater, withSecondFactor } from '@/tests/support/second-factor';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const later = new Date(noon.getTime() + 60 * 60 * 1000);

describeOnBothDatabases('confirming a session', (open) => {
  it('[C22] sets when the person last proved who they are, and is recorded', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.moderators;
    const sid = await buildSession(db, person);
    const result = await confirmSession(contextOf(db, actorFor(person, { sid }), { now: later }), { password });
    expect(result).toEqual({ ok: true, value: { confirmedAt: later.toISOString() } });
    const [row] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(row?.confirmedAt).toEqual(later);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'session.confirmed', personId: person.id, facts: {} });
  });

  it('refuses a wrong password and leaves the session as it was', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const sid = await buildSession(db, north.moderators[0]);
    const context = contextOf(db, actorFor(north.moderators[0], { sid }), { now: later });
    expect(await refusalOf(db, id, () => confirmSession(context, { password: 'not the password' }))).toEqual({
      code: 'wrong-credentials',
    });
    const [row] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(row?.confirmedAt).toEqual(noon);
  });

  it('refuses a session that was revoked meanwhile, one that has run out, and another person’s', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const sid = await buildSession(db, north.moderators[0]);
    const other = contextOf(db, actorFor(south.moderators[0], { sid }), { now: later });
    expect(await refusalOf(db, id, () => confirmSession(other, { password }))).toEqual({ code: 'not-signed-in' });
    await db.update(sessions).set({ revokedAt: noon }).where(eq(sessions.sid, sid));
    const own = contextOf(db, actorFor(north.moderators[0], { sid }), { now: later });
    expect(await refusalOf(db, id, () => confirmSession(own, { password }))).toEqual({ code: 'not-signed-in' });
    const old = actorFor(north.moderators[1], { sid: await buildSession(db, north.moderators[1]) });
    const [{ expiresAt } = { expiresAt: noon }] = await db.select().from(sessions).where(eq(sessions.sid, old.sid));
    const outlived = contextOf(db, old, { now: expiresAt });
    expect(await refusalOf(db, id, () => confirmSession(outlived, { password }))).toEqual({ code: 'not-signed-in' });
  });

  it('limits attempts by session', async () => {
    const db = await open();
    const { id, south } = await buildWorkspace(db);
    const [, person] = south.moderators;
    const session = async () => contextOf(db, actorFor(person, { sid: await buildSession(db, person) }), { now: later });
    const context = await session();
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1) await confirmSession(context, { password: 'not the password' });
    expect((await refusalOf(db, id, () => confirmSession(context, { password }))).code).toBe('too-many-attempts');
    expect((await confirmSession(await session(), { password })).ok).toBe(true);
  });

  it('[A7] [C22] is kept from nobody by wrong passwords that others try to sign in with', async () => {
    const db = await open();
    const { south } = await buildWorkspace(db);
    const [person] = south.moderators;
    const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }), { now: later });
    const rival = () =>
      signIn(contextOf(db, { kind: 'system' }), { email: person.email, password: 'a wrong password', from: crypto.randomUUID() });
    let refused: Awaited<ReturnType<typeof rival>>;
    do refused = await rival();
    while (!refused.ok && refused.refusal.code === 'wrong-credentials');
    expect(refused).toMatchObject({ refusal: { code: 'too-many-attempts' } });
    expect((await confirmSession(context, { password })).ok).toBe(true);
  });

  it('[C22] [M24] [M25] takes a code too where a second factor is on, each once, and says so of an account without a password', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person, other] = north.moderators;
    const { secret } = await withSecondFactor(db, person);
    const now = stepsLater(4);
    const sid = await buildSession(db, person);
    const context = contextOf(db, actorFor(person, { sid }), { now });
    const refused = (input: unknown) => refusalOf(db, id, () => confirmSession(context, input));
    const code = codeOf(secret, now);
    expect(await refused({ password })).toEqual({ code: 'code-missing' });
    expect(await refused({ password, code: codeOf(secret, stepsLater(9)) })).toEqual({ code: 'wrong-code' });
    expect(await refused({ password: 'not the password', code })).toEqual({ code: 'wrong-credentials' });
    expect((await confirmSession(context, { password, code })).ok).toBe(true);
    expect(await refused({ password, code })).toEqual({ code: 'wrong-code' });
    await db.update(people).set({ passwordHash: null }).where(eq(people.id, other.id));
    const passwordless = contextOf(db, actorFor(other, { sid: await buildSession(db, other) }));
    expect(await refusalOf(db, id, () => confirmSession(passwordless, { password }))).toEqual({ code: 'no-password' });
  });

  it('refuses who is not signed in, and an input with more or less than a password', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextOf(db, actorFor(north.moderators[0]));
    expect(await refusalOf(db, id, () => confirmSession(contextOf(db, { kind: 'public' }), { password }))).toEqual({
      code: 'not-signed-in',
    });
    for (const input of [null, {}, { password: 3 }, { password, sid: 'x' }]) {
      expect((await refusalOf(db, id, () => confirmSession(context, input))).code).toBe('invalid-input');
    }
  });
});
