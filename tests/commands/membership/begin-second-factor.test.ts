import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginSecondFactor } from '@/commands/membership/begin-second-factor';
import { signIn } from '@/commands/membership/sign-in';
import { people, secondFactors } from '@/db/schema';
import { actorFor, answerOf, buildSession, buildWorkspace, contextOf, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { withSecondFactor } from '@/tests/support/second-factor';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('beginning a second factor', (open) => {
  it('[M23] shows a secret once, for an app of this desk and account, keeps it sealed, and counts for nothing yet', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }));
    const first = answerOf(await beginSecondFactor(context, { password }));
    const { secret, address } = answerOf(await beginSecondFactor(context, { password }));
    expect(secret).not.toBe(first.secret);
    // 160 bits in base32.
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const url = new URL(address);
    expect([url.protocol, url.host, url.searchParams.get('secret'), url.searchParams.get('issuer')]).toEqual([
      'otpauth:',
      'totp',
      secret,
      'Peace talks desk',
    ]);
    expect(decodeURIComponent(url.pathname)).toContain(person.email);
    const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, person.id));
    expect(row).toMatchObject({ confirmedAt: null, lastStep: null });
    expect(row?.sealedSecret).not.toContain(secret);
    const entry = { email: person.email, password, from: crypto.randomUUID() };
    expect((await signIn(contextOf(db, { kind: 'system' }), entry)).ok).toBe(true);
  });

  it('[M23] refuses a wrong password, an account without one, and one that has a second factor', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person, other] = north.moderators;
    const contextFor = async (who: typeof person) => contextOf(db, actorFor(who, { sid: await buildSession(db, who) }));
    const context = await contextFor(person);
    const refused = (input: unknown) => refusalOf(db, id, () => beginSecondFactor(context, input));
    expect(await refused({ password: 'not the password' })).toEqual({ code: 'wrong-credentials' });
    for (const input of [null, {}, { password: 1 }, { password, code: '123456' }])
      expect((await refused(input)).code).toBe('invalid-input');
    await withSecondFactor(db, person);
    expect(await refused({ password })).toEqual({ code: 'second-factor-on' });
    await db.update(people).set({ passwordHash: null }).where(eq(people.id, other.id));
    const passwordless = await contextFor(other);
    expect(await refusalOf(db, id, () => beginSecondFactor(passwordless, { password }))).toEqual({ code: 'no-password' });
    const nobody = contextOf(db, { kind: 'public' });
    expect(await refusalOf(db, id, () => beginSecondFactor(nobody, { password }))).toEqual({ code: 'not-signed-in' });
  });
});
