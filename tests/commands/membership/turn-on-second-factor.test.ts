import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Context } from '@/commands/command';
import { beginSecondFactor } from '@/commands/membership/begin-second-factor';
import { turnOnSecondFactor } from '@/commands/membership/turn-on-second-factor';
import { recoveryCodes, secondFactors } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { env } from '@/platform/env';
import { codeOf } from '@/tests/support/authenticator';
import { actorFor, answerOf, buildSession, buildWorkspace, contextOf, noon, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { stepsLater } from '@/tests/support/second-factor';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('turning a second factor on', (open) => {
  it('[M23] [M24] is done by a first code, and answers ten recovery codes of which the digests stay', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }));
    const { secret } = answerOf(await beginSecondFactor(context, { password }));
    const code = codeOf(secret, noon);
    const made = answerOf(await turnOnSecondFactor(context, { code: `${code.slice(0, 3)} ${code.slice(3)}` }));
    expect(new Set(made.recoveryCodes).size).toBe(10);
    for (const one of made.recoveryCodes) expect(one).toMatch(/^[0-9a-f]{4}(?:-[0-9a-f]{4}){3}$/);
    const kept = await db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, person.id));
    expect(kept.map(({ codeSha256 }) => codeSha256).sort()).toEqual(
      made.recoveryCodes.map((one) => digestOf(one.replaceAll('-', ''))).sort(),
    );
    const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, person.id));
    expect(row).toMatchObject({ confirmedAt: noon, lastStep: noon.getTime() / 30_000 });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'account.changed', facts: { what: 'second-factor-on' } });
    expect(await refusalOf(db, id, () => turnOnSecondFactor(context, { code }))).toEqual({ code: 'second-factor-on' });
  });

  it('[M23] [M25] refuses codes of another moment or secret, what was not begun, and more attempts than there are', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.moderators;
    // Attempts are counted by session.
    const session = async () => contextOf(db, actorFor(person, { sid: await buildSession(db, person) }));
    const refused = async (code: unknown, context?: Context) => {
      const asking = context ?? (await session());
      return refusalOf(db, id, () => turnOnSecondFactor(asking, { code }));
    };
    expect(await refused('123456')).toEqual({ code: 'second-factor-not-begun' });
    const { secret } = answerOf(await beginSecondFactor(await session(), { password }));
    for (const code of [codeOf(secret, stepsLater(-2)), codeOf(secret, stepsLater(2)), 'abcdef', ''])
      expect(await refused(code)).toEqual({ code: 'wrong-code' });
    for (const code of [undefined, 123456, 'x'.repeat(61)]) expect((await refused(code)).code).toBe('invalid-input');
    const one = await session();
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1) expect((await refused('000000', one)).code).toBe('wrong-code');
    expect((await refused(codeOf(secret, noon), one)).code).toBe('too-many-attempts');
    const nobody = contextOf(db, { kind: 'public' });
    expect(await refusalOf(db, id, () => turnOnSecondFactor(nobody, { code: '123456' }))).toEqual({ code: 'not-signed-in' });
  });
});
