import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { askForReset } from '@/commands/membership/ask-for-reset';
import { outbox, passwordResets } from '@/db/schema';
import { env } from '@/platform/env';
import { buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';

describeOnBothDatabases('asking for a new password', (open) => {
  const stranger = async () => contextOf(await open(), { kind: 'public' });

  it('[M20] stores one request for any address, sealed, and looks at no account', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const before = await db.select({ id: passwordResets.id }).from(passwordResets);
    const addresses = [north.checkers[0].email, `nobody@${crypto.randomUUID()}.example`];
    const answers = [];
    for (const email of addresses) answers.push(await askForReset(await stranger(), { email, from: crypto.randomUUID() }));
    expect(answers).toEqual(addresses.map(() => ({ ok: true, value: { asked: true } })));
    const made = (await db.select().from(passwordResets)).filter(({ id }) => !before.some((row) => row.id === id));
    expect(made).toHaveLength(2);
    for (const row of made) {
      expect(row).toMatchObject({
        personId: null,
        tokenSha256: null,
        createdAt: noon,
        expiresAt: new Date(noon.getTime() + 3_600_000),
      });
      for (const email of addresses) expect(row.sealedEmail).not.toContain(email);
    }
    expect(await db.$count(outbox, eq(outbox.recipient, addresses[0] ?? ''))).toBe(0);
  });

  it('[M20] refuses what is no address, and too many requests, of a known address as of an unknown one', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    for (const input of [null, {}, { email: 'no address', from: 'x' }, { email: 'a@b.example', from: 'x', locale: 'en' }])
      expect(await askForReset(await stranger(), input)).toMatchObject({ refusal: { code: 'invalid-input' } });
    const context = await stranger();
    const asked: number[] = [];
    for (const email of [north.checkers[1].email, `nobody@${crypto.randomUUID()}.example`]) {
      let count = 0;
      while ((await askForReset(context, { email, from: crypto.randomUUID() })).ok) count += 1;
      asked.push(count);
    }
    expect(asked).toEqual([env().SIGN_IN_ATTEMPTS, env().SIGN_IN_ATTEMPTS]);
    const from = crypto.randomUUID();
    for (let n = 0; n < env().SIGN_IN_ATTEMPTS; n += 1) await askForReset(context, { email: `guess${n}@${from}.example`, from });
    expect(await askForReset(context, { email: `last@${from}.example`, from })).toMatchObject({
      refusal: { code: 'too-many-attempts' },
    });
  });
});
