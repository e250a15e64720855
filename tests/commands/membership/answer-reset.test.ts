import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { answerReset } from '@/commands/membership/answer-reset';
import { askForReset } from '@/commands/membership/ask-for-reset';
import { memberships, outbox, passwordResets, people } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { answerAll, requestReset } from '@/tests/support/reset';

const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describeOnBothDatabases('answering a request for a new password', (open) => {
  it('[M20] sends whoever has the address a link, and keeps the digest of its token alone', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const token = (await requestReset(db, person.email)) ?? '';
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const [row] = await db.select().from(passwordResets).where(eq(passwordResets.personId, person.id));
    expect(row).toMatchObject({ sealedEmail: null, tokenSha256: digestOf(token), expiresAt: minutesLater(60) });
    const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, person.email));
    expect(mail).toMatchObject({ kind: 'password-reset', state: 'waiting', locale: 'en', expiresAt: minutesLater(60) });
    expect(JSON.stringify([row, mail])).not.toContain(token);
    expect(answerOf(await answerReset(contextOf(db, { kind: 'system' })))).toBe('none-waits');
  });

  it('[M20] [M21] leaves nothing of a request for an unknown address, an account without a password, or one without a seat', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const [elsewhere, gone] = north.checkers;
    await db.update(people).set({ passwordHash: null }).where(eq(people.id, elsewhere.id));
    await db.update(memberships).set({ endedAt: noon }).where(eq(memberships.personId, gone.id));
    await answerAll(db);
    const before = await db.$count(passwordResets);
    for (const email of [`nobody@${crypto.randomUUID()}.example`, elsewhere.email, gone.email])
      expect(await requestReset(db, email)).toBeUndefined();
    expect(await db.$count(passwordResets)).toBe(before);
  });

  it('[M20] has three links of an account open at most, and makes room when one is too old', async () => {
    const db = await open();
    const { south } = await buildWorkspace(db);
    const [person] = south.checkers;
    for (const wanted of [true, true, true, false]) expect((await requestReset(db, person.email)) !== undefined).toBe(wanted);
    expect(await requestReset(db, person.email, minutesLater(61))).toBeDefined();
    expect(await db.$count(passwordResets, eq(passwordResets.personId, person.id))).toBe(1);
  });

  it('[M20] drops a request that nobody answered in time', async () => {
    const db = await open();
    const { south } = await buildWorkspace(db);
    const [, person] = south.checkers;
    await answerAll(db);
    answerOf(await askForReset(contextOf(db, { kind: 'public' }), { email: person.email, from: crypto.randomUUID() }));
    await answerAll(db, minutesLater(60));
    expect(await db.$count(outbox, eq(outbox.recipient, person.email))).toBe(0);
  });
});
