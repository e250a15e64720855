import { expect, it } from 'vitest';
import { formSeal, keepForm } from '@/commands/challenges/keep-form';
import { returnedForm } from '@/db/queries/public/returned-form';
import { returnedForms } from '@/db/schema';
import { answerOf, contextOf, noon } from '@/tests/support/build';
import { challengeWords } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';

const form = {
  fields: { words: challengeWords, email: 'reader@example.org' },
  code: 'invalid-input',
  issues: [{ field: 'url', code: 'not-a-web-address' }],
};

describeOnBothDatabases('keeping a refused form', (open) => {
  it('[CH6] it comes back whole to whoever has its key, sealed and for a quarter of an hour', async () => {
    const db = await open();
    const context = contextOf(db, { kind: 'public' });
    const { token } = answerOf(await keepForm(context, { ...form, from: crypto.randomUUID() }));
    const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000).toISOString();
    expect(await returnedForm({ token, seal: formSeal, now: after(14) }, db)).toEqual(form);
    expect(await returnedForm({ token, seal: formSeal, now: after(15) }, db)).toBeNull();
    expect(await returnedForm({ token: 'b'.repeat(32), seal: formSeal, now: after(1) }, db)).toBeNull();
    const rows = JSON.stringify(await db.select().from(returnedForms));
    for (const secret of [token, challengeWords, 'reader@example.org']) expect(rows).not.toContain(secret);
  });

  it('[CH6] one address keeps so many and no more, and nothing but texts', async () => {
    const db = await open();
    const context = contextOf(db, { kind: 'public' });
    expect(await keepForm(context, { ...form, from: 'x', fields: { words: 1 } })).toMatchObject({
      refusal: { code: 'invalid-input' },
    });
    const from = crypto.randomUUID();
    let kept = 0;
    while (kept < 100 && (await keepForm(context, { ...form, from })).ok) kept += 1;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(100);
  });
});
