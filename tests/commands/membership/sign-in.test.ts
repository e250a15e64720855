import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { signIn } from '@/commands/membership/sign-in';
import { memberOfSession } from '@/db/queries/member-of-session';
import { memberships, people, sessions } from '@/db/schema';
import { env } from '@/platform/env';
import { codeOf } from '@/tests/support/authenticator';
import { answerOf, buildWorkspace, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { justBefore } from '@/tests/support/just-before';
import { stepsLater, withSecondFactor } from '@/tests/support/second-factor';

describeOnBothDatabases('signing in', (open) => {
  const system = async () => contextOf(await open(), { kind: 'system' });
  /** Attempts are counted per address, so each test comes from its own. */
  const from = () => crypto.randomUUID();

  it('[A1] makes a session of seven days that carries who it is, confirmed now', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const { personId, sid } = answerOf(await signIn(await system(), { email: person.email, password, from: from() }));
    expect(personId).toBe(person.id);
    const [row] = await db.select().from(sessions).where(eq(sessions.sid, sid));
    expect(row).toMatchObject({ personId, confirmedAt: noon, revokedAt: null, expiresAt: new Date('2026-03-09T12:00:00.000Z') });
    expect(await memberOfSession({ sid, personId, now: noon }, db)).toMatchObject({
      name: person.name,
      role: 'checker',
      party: { id: north.id },
    });
  });

  it('[M19] begins no session with a password that was changed while it was compared', async () => {
    const db = await open();
    const { south } = await buildWorkspace(db);
    const [person] = south.moderators;
    const changed = justBefore(db, () => db.update(people).set({ passwordHash: 'another' }).where(eq(people.id, person.id)));
    const late = await signIn(contextOf(changed, { kind: 'system' }), { email: person.email, password, from: from() });
    expect(late).toEqual({ ok: false, refusal: { code: 'wrong-credentials' } });
    expect(await db.$count(sessions, eq(sessions.personId, person.id))).toBe(0);
  });

  it('takes the address in capitals and with spaces around it', async () => {
    const { south } = await buildWorkspace(await open());
    const email = ` ${south.checkers[0].email.toUpperCase()} `;
    expect((await signIn(await system(), { email, password, from: from() })).ok).toBe(true);
  });

  it('[T16] answers a wrong password, an unknown person and an ended membership alike', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [gone, wrong] = north.checkers;
    await db.update(memberships).set({ endedAt: noon }).where(eq(memberships.personId, gone.id));
    const inputs = [
      { email: wrong.email, password: `${password}!`, from: from() },
      { email: `nobody@${crypto.randomUUID()}.example`, password, from: from() },
      { email: gone.email, password, from: from() },
    ];
    const answers = [];
    for (const input of inputs) answers.push(await signIn(await system(), input));
    expect(answers).toEqual(inputs.map(() => ({ ok: false, refusal: { code: 'wrong-credentials' } })));
    expect(await db.$count(sessions, eq(sessions.personId, wrong.id))).toBe(0);
  });

  it.each([
    ['nothing', {}],
    ['numbers', { email: 1, password: 2, from: 'x' }],
    ['a NUL', { email: 'a\u0000@b.example', password: 'x', from: 'x' }],
    ['an endless address', { email: `${'a'.repeat(100_000)}@b.example`, password: 'x', from: 'x' }],
    ['an endless password', { email: 'a@b.example', password: 'x'.repeat(100_000), from: 'x' }],
  ])('answers %s like a wrong password', async (_, input) => {
    expect(await signIn(await system(), input)).toEqual({ ok: false, refusal: { code: 'wrong-credentials' } });
  });

  /** Somebody tries wrong passwords of an account, each from a new address, until the account as a whole takes no more. */
  async function besiege(email: string): Promise<number> {
    const context = await system();
    for (let failed = 0; ; failed += 1) {
      const result = await signIn(context, { email, password: 'a wrong password', from: from() });
      if (result.ok || result.refusal.code !== 'wrong-credentials') return failed;
    }
  }

  it('[T16] limits attempts on one account from many addresses, the right password included, with more room than one address has', async () => {
    const { north } = await buildWorkspace(await open());
    const { email } = north.moderators[1];
    const failed = await besiege(email);
    expect(failed).toBeGreaterThan(env().SIGN_IN_ATTEMPTS);
    expect(failed).toBeLessThanOrEqual(10 * env().SIGN_IN_ATTEMPTS);
    const refused = await signIn(await system(), { email, password, from: from() });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'too-many-attempts' } });
    expect(!refused.ok && refused.refusal.retryAfterSeconds).toSatisfy((seconds: number) => seconds > 0 && seconds <= 900);
  });

  it('[A7] lets in who comes from an address where they have signed in before, whatever others tried elsewhere', async () => {
    const { south } = await buildWorkspace(await open());
    const { email } = south.moderators[0];
    const context = await system();
    const home = from();
    answerOf(await signIn(context, { email, password, from: home }));
    await besiege(email);
    expect((await signIn(context, { email, password, from: home })).ok).toBe(true);
    // It is that account's address, and no way into another: nor does it take wrong passwords without end.
    await besiege(south.moderators[1].email);
    expect(await signIn(context, { email: south.moderators[1].email, password, from: home })).toMatchObject({
      refusal: { code: 'too-many-attempts' },
    });
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1)
      await signIn(context, { email, password: 'a wrong password', from: home });
    expect(await signIn(context, { email, password, from: home })).toMatchObject({ refusal: { code: 'too-many-attempts' } });
  });

  it('counts an unknown account like a known one, so that neither answer tells which it is', async () => {
    const { north } = await buildWorkspace(await open());
    expect(await besiege(`nobody@${crypto.randomUUID()}.example`)).toBe(await besiege(north.checkers[1].email));
  });

  it('limits attempts from one address on many accounts', async () => {
    const { north } = await buildWorkspace(await open());
    const context = await system();
    const address = from();
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1)
      await signIn(context, { email: `guess${n}@${address}.example`, password, from: address });
    expect(await signIn(context, { email: north.checkers[0].email, password, from: address })).toMatchObject({
      refusal: { code: 'too-many-attempts' },
    });
  });

  it('[M24] [M25] asks for a code where a second factor is on, and takes each once', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.moderators;
    const { secret, recoveryCodes } = await withSecondFactor(db, person);
    const enter = async (code: string | undefined, steps = 0) => {
      const input = { email: person.email, password, code, from: from() };
      const result = await signIn(contextOf(db, { kind: 'system' }, { now: stepsLater(steps) }), input);
      return result.ok ? 'in' : result.refusal.code;
    };
    expect([await enter(undefined), await enter('')]).toEqual(['code-missing', 'code-missing']);
    // That of noon has turned it on; a later one counts, and an earlier than that not any more.
    expect(await enter(codeOf(secret, noon))).toBe('wrong-code');
    expect(await enter(codeOf(secret, stepsLater(2)), 1)).toBe('in');
    expect(await enter(codeOf(secret, stepsLater(1)), 1)).toBe('wrong-code');
    const [recovery = ''] = recoveryCodes;
    expect([await enter(recovery.toUpperCase(), 2), await enter(recovery, 2)]).toEqual(['in', 'wrong-code']);
    expect(await db.$count(sessions, eq(sessions.personId, person.id))).toBe(3);
  });

  it('[M25] looks at no code behind a wrong password, and limits attempts at codes', async () => {
    const db = await open();
    const { south } = await buildWorkspace(db);
    const [person, plain] = south.moderators;
    const { secret, recoveryCodes } = await withSecondFactor(db, person);
    const enter = async (email: string, given: string, code: string) => {
      const result = await signIn(contextOf(db, { kind: 'system' }), { email, password: given, code, from: from() });
      return result.ok ? 'in' : result.refusal.code;
    };
    const [recovery = ''] = recoveryCodes;
    expect(await enter(person.email, 'not the password', recovery)).toBe('wrong-credentials');
    expect(await enter(plain.email, 'not the password', codeOf(secret, noon))).toBe('wrong-credentials');
    // Where none is on, a code is no hindrance.
    expect(await enter(plain.email, password, '123456')).toBe('in');
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1) expect(await enter(person.email, password, '000000')).toBe('wrong-code');
    expect(await enter(person.email, password, recovery)).toBe('too-many-attempts');
  });

  it('gives a success its attempt back, so that a desk behind one address is not shut out', async () => {
    const { north } = await buildWorkspace(await open());
    const context = await system();
    const address = from();
    for (let n = 0; n <= env().SIGN_IN_ATTEMPTS; n += 1) {
      expect((await signIn(context, { email: north.checkers[0].email, password, from: address })).ok).toBe(true);
    }
  });
});
