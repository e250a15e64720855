import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { changeAccount } from '@/commands/membership/change-account';
import { people } from '@/db/schema';
import { buildWorkspace, contextFor, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('changing one’s account', (open) => {
  it('sets the public name and the language, and records that without the name', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.moderators;
    const result = await changeAccount(contextFor(db, person), { publicName: '  A. Moderator ', locale: 'ar' });
    expect(result).toEqual({ ok: true, value: { publicName: 'A. Moderator', locale: 'ar' } });
    const [row] = await db.select().from(people).where(eq(people.id, person.id));
    expect(row).toMatchObject({ publicName: 'A. Moderator', locale: 'ar' });
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'account.changed', subjectId: person.id, facts: {} });
  });

  it('takes the public name back when it is left out, for every seat', async () => {
    const db = await open();
    const { north, mission, steward } = await buildWorkspace(db);
    for (const person of [north.checkers[0], mission.observers[0], steward]) {
      expect(await changeAccount(contextFor(db, person), { publicName: '', locale: 'en' })).toEqual({
        ok: true,
        value: { publicName: null, locale: 'en' },
      });
    }
  });

  it('[A8] refuses a public name that reads as another party’s or its seat, and takes one of the own party', async () => {
    const db = await open();
    const { id, north, steward } = await buildWorkspace(db);
    const [person] = north.moderators;
    for (const publicName of ['Moderator, Southern desk', 'moderator ＳＯＵＴＨＥＲＮ-desk', 'Moderator S']) {
      const refused = await refusalOf(db, id, () => changeAccount(contextFor(db, person), { publicName, locale: 'en' }));
      expect(refused).toEqual({
        code: 'invalid-input',
        issues: [{ field: 'publicName', code: 'name-of-party', party: 'Southern desk' }],
      });
    }
    const own = { publicName: 'Second moderator, Northern desk', locale: 'en' };
    expect((await changeAccount(contextFor(db, person), own)).ok).toBe(true);
    expect((await refusalOf(db, id, () => changeAccount(contextFor(db, steward), own))).code).toBe('invalid-input');
  });

  it('refuses unknown languages, invisible characters, unknown fields and strangers', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const bad = [
      { locale: 'tlh' },
      { locale: 'constructor' },
      { locale: 'en', publicName: 'a\u202eb' },
      { locale: 'en', publicName: 'a\nb' },
      { locale: 'en', publicName: 'x'.repeat(81) },
      { locale: 'en', role: 'moderator' },
    ];
    for (const input of bad)
      expect((await refusalOf(db, id, () => changeAccount(contextFor(db, north.checkers[0]), input))).code).toBe('invalid-input');
    expect(await refusalOf(db, id, () => changeAccount(contextOf(db, { kind: 'public' }), { locale: 'en' }))).toEqual({
      code: 'not-signed-in',
    });
  });
});
