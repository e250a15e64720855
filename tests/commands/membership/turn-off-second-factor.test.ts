import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { signIn } from '@/commands/membership/sign-in';
import { turnOffSecondFactor } from '@/commands/membership/turn-off-second-factor';
import { recoveryCodes, secondFactors } from '@/db/schema';
import { codeOf } from '@/tests/support/authenticator';
import { actorFor, answerOf, buildSession, buildWorkspace, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { stepsLater, withSecondFactor } from '@/tests/support/second-factor';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('turning a second factor off', (open) => {
  it('[M23] takes the password and a code, and leaves neither secret nor recovery codes', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const { secret } = await withSecondFactor(db, person);
    const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }), { now: stepsLater(1) });
    const refused = (input: unknown) => refusalOf(db, id, () => turnOffSecondFactor(context, input));
    // The code of noon has turned it on.
    expect(await refused({ password, code: codeOf(secret, noon) })).toEqual({ code: 'wrong-code' });
    const code = codeOf(secret, stepsLater(1));
    expect(await refused({ password: 'not the password', code })).toEqual({ code: 'wrong-credentials' });
    for (const input of [{ password }, { code }, { password, code, personId: person.id }])
      expect((await refused(input)).code).toBe('invalid-input');
    expect(await turnOffSecondFactor(context, { password, code })).toEqual({ ok: true, value: { off: true } });
    expect(await db.$count(secondFactors, eq(secondFactors.personId, person.id))).toBe(0);
    expect(await db.$count(recoveryCodes, eq(recoveryCodes.personId, person.id))).toBe(0);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'account.changed', facts: { what: 'second-factor-off' } });
    const entry = { email: person.email, password, from: crypto.randomUUID() };
    expect((await signIn(contextOf(db, { kind: 'system' }), entry)).ok).toBe(true);
    expect(await refused({ password, code })).toEqual({ code: 'second-factor-off' });
  });

  it('[M23] [M24] takes a recovery code in place of the app’s', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.moderators;
    const { recoveryCodes: codes } = await withSecondFactor(db, person);
    const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }));
    answerOf(await turnOffSecondFactor(context, { password, code: codes[9] ?? '' }));
    expect(await turnOffSecondFactor(contextOf(db, { kind: 'public' }), { password, code: '1' })).toMatchObject({
      refusal: { code: 'not-signed-in' },
    });
  });
});
