import { expect, it } from 'vitest';
import { addMember } from '@/commands/membership/add-member';
import { signIn } from '@/commands/membership/sign-in';
import { people } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, contextOf, password } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const somebody = () => ({
  name: 'Third checker',
  email: `third@${crypto.randomUUID()}.example`,
  password,
  role: 'checker',
  locale: 'en',
});

describeOnBothDatabases('adding a member', (open) => {
  it('seats a person in the moderator’s own party, who can sign in at once', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const input = somebody();
    const { personId } = answerOf(await addMember(contextFor(db, north.moderators[0]), input));
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'member.added',
      subjectId: personId,
      facts: { role: 'checker', party: 'Northern desk' },
    });
    const signedIn = await signIn(contextOf(db, { kind: 'public' }), { email: input.email, password, from: crypto.randomUUID() });
    expect(answerOf(signedIn).personId).toBe(personId);
  });

  it('[A8] refuses a name that reads as another party’s', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const named = (name: string) => addMember(contextFor(db, north.moderators[0]), { ...somebody(), name });
    expect(await refusalOf(db, id, () => named('Southern  Desk, third checker'))).toEqual({
      code: 'invalid-input',
      issues: [{ field: 'name', code: 'name-of-party', party: 'Southern desk' }],
    });
    expect((await named('Third checker, Northern desk')).ok).toBe(true);
  });

  it('refuses everybody but a moderator', async () => {
    const db = await open();
    const { id, north, mission, steward } = await buildWorkspace(db);
    for (const person of [north.checkers[0], mission.observers[1], steward]) {
      expect((await refusalOf(db, id, () => addMember(contextFor(db, person), somebody()))).code).toBe('not-allowed');
    }
  });

  it('refuses a known address in any spelling, a role that is not of the party, and a short password', async () => {
    const db = await open();
    const { id, north, south, mission } = await buildWorkspace(db);
    const before = await db.$count(people);
    const refused = async (input: unknown, by = north.moderators[0]) =>
      (await refusalOf(db, id, () => addMember(contextFor(db, by), input))).code;
    expect(await refused({ ...somebody(), email: south.checkers[0].email.toUpperCase() })).toBe('email-taken');
    expect(await refused({ ...somebody(), role: 'observer' })).toBe('role-not-of-party');
    expect(await refused(somebody(), mission.observers[0])).toBe('role-not-of-party');
    expect(await refused({ ...somebody(), role: 'steward' })).toBe('invalid-input');
    expect(await refused({ ...somebody(), password: 'elevenchars' })).toBe('invalid-input');
    expect(await refused({ ...somebody(), locale: 'tlh' })).toBe('invalid-input');
    expect(await db.$count(people)).toBe(before);
  });
});
