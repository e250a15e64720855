import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { removeMember } from '@/commands/membership/remove-member';
import { resetPassword } from '@/commands/membership/reset-password';
import { signIn } from '@/commands/membership/sign-in';
import { memberOfSession } from '@/db/queries/member-of-session';
import { passwordResets } from '@/db/schema';
import { answerOf, buildSession, buildWorkspace, contextFor, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { requestReset } from '@/tests/support/reset';
import { withSecondFactor } from '@/tests/support/second-factor';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const newPassword = 'another battery, another staple';
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describeOnBothDatabases('resetting a password', (open) => {
  it('[M21] sets it once, ends every session and every other link, and leaves a second factor on', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.moderators;
    await withSecondFactor(db, person);
    const sid = await buildSession(db, person);
    const [first = '', second = ''] = [await requestReset(db, person.email), await requestReset(db, person.email)];
    const use = (token: string) => resetPassword(contextOf(db, { kind: 'public' }), { token, newPassword });
    expect(await use(first)).toEqual({ ok: true, value: { reset: true } });
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'account.changed',
      personId: null,
      facts: { what: 'password-reset' },
    });
    expect(await memberOfSession({ sid, personId: person.id, now: noon }, db)).toBeUndefined();
    expect(await db.$count(passwordResets, eq(passwordResets.personId, person.id))).toBe(0);
    for (const token of [first, second]) expect(await refusalOf(db, id, () => use(token))).toEqual({ code: 'reset-invalid' });
    const enter = (given: string) =>
      signIn(contextOf(db, { kind: 'system' }), { email: person.email, password: given, from: crypto.randomUUID() });
    expect(await enter(password)).toMatchObject({ refusal: { code: 'wrong-credentials' } });
    expect(await enter(newPassword)).toMatchObject({ refusal: { code: 'code-missing' } });
  });

  it('[M20] refuses alike an unknown link, one of an hour ago, and that of somebody who was removed', async () => {
    const db = await open();
    const { id, south } = await buildWorkspace(db);
    const [late, gone] = south.checkers;
    const [old = '', lost = ''] = [await requestReset(db, late.email), await requestReset(db, gone.email)];
    answerOf(await removeMember(contextFor(db, south.moderators[0]), { personId: gone.id }));
    const use = (token: string, now = noon) =>
      refusalOf(db, id, () => resetPassword(contextOf(db, { kind: 'public' }, { now }), { token, newPassword }));
    expect([await use('a'.repeat(64)), await use(old, minutesLater(60)), await use(lost)]).toEqual(
      Array(3).fill({ code: 'reset-invalid' }),
    );
  });

  it('refuses a password that is too short, and spends nothing by it', async () => {
    const db = await open();
    const { id, south } = await buildWorkspace(db);
    const token = (await requestReset(db, south.moderators[1].email)) ?? '';
    const context = contextOf(db, { kind: 'public' });
    for (const input of [
      { token, newPassword: 'short' },
      { token },
      { newPassword },
      { token, newPassword, email: 'a@b.example' },
    ])
      expect((await refusalOf(db, id, () => resetPassword(context, input))).code).toBe('invalid-input');
    expect((await resetPassword(context, { token, newPassword })).ok).toBe(true);
  });
});
