import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import type { Context } from '@/commands/command';
import { ensureSetupLink } from '@/commands/membership/ensure-setup-link';
import { setUpWorkspace } from '@/commands/membership/set-up-workspace';
import { signIn } from '@/commands/membership/sign-in';
import { charterVersions, memberships, parties, people, settings, workspaces } from '@/db/schema';
import { answerOf, buildWorkspace, contextOf, password } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { eventsOf } from '@/tests/support/trace';

const person = (name: string) => ({ name, email: `${name.toLowerCase()}@setup.example`, password });

function input(token: string, changes: Record<string, unknown> = {}) {
  return {
    token,
    workspace: {
      name: 'Joint desk',
      slug: 'joint-desk',
      timeZone: 'Africa/Khartoum',
      mainLanguage: 'ar',
      contact: 'desk@setup.example',
    },
    steward: person('Steward'),
    parties: [
      { name: 'Eastern desk', letter: 'e', standing: 'signing', moderator: person('Eastern') },
      { name: 'المكتب الغربي', letter: 'غ', standing: 'signing', moderator: person('Western') },
      { name: 'Secretariat', letter: 'S', standing: 'observing' },
    ],
    ...changes,
  };
}

/** A deployment is set up once, so these tests share one database in order: the last one has a workspace. */
describeOnOwnDatabases('setting up a deployment', (open) => {
  const stranger = async (): Promise<Context> => contextOf(await open(), { kind: 'public' });
  let token = '';

  afterEach(async () => {
    expect(await (await open()).$count(people)).toBe(await (await open()).$count(memberships));
  });

  it('prints the link once, and stores only its digest', async () => {
    const db = await open();
    token = (await ensureSetupLink(await stranger())) ?? '';
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(await ensureSetupLink(await stranger())).toBeUndefined();
    const [row] = await db.select().from(settings).where(eq(settings.name, 'setup-token-sha256'));
    expect(row?.value).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.value).not.toBe(token);
  });

  it('refuses another token', async () => {
    expect(await setUpWorkspace(await stranger(), input('f'.repeat(64)))).toEqual({
      ok: false,
      refusal: { code: 'setup-link-invalid' },
    });
  });

  it('refuses fewer than two signing parties', async () => {
    const [first] = input(token).parties;
    expect(await setUpWorkspace(await stranger(), input(token, { parties: [first] }))).toEqual({
      ok: false,
      refusal: { code: 'signing-parties-few', count: 1, needed: 2 },
    });
  });

  it('refuses one address for two people', async () => {
    expect(await setUpWorkspace(await stranger(), input(token, { steward: person('Eastern') }))).toMatchObject({
      refusal: { code: 'email-taken' },
    });
  });

  it.each([
    ['a short password', { steward: { ...person('Steward'), password: 'elevenchars' } }, 'steward.password', 'too-short'],
    ['an endless password', { steward: { ...person('Steward'), password: 'x'.repeat(201) } }, 'steward.password', 'too-long'],
    ['no address', { steward: { ...person('Steward'), email: 'steward' } }, 'steward.email', 'not-an-email'],
    ['a NUL in a name', { steward: { ...person('Steward'), name: 'a\u0000b' } }, 'steward.name', 'forbidden-character'],
    ['an offset for a time zone', { workspace: { ...input('').workspace, timeZone: '+01:00' } }, 'workspace.timeZone', 'invalid'],
    [
      'a time zone that is none',
      { workspace: { ...input('').workspace, timeZone: 'Europe/Atlantis' } },
      'workspace.timeZone',
      'invalid',
    ],
    ['a slug with capitals', { workspace: { ...input('').workspace, slug: 'Desk' } }, 'workspace.slug', 'invalid'],
    [
      'a steward who goes by a party’s name',
      { steward: { ...person('Steward'), name: 'Eastern  DESK' } },
      'steward.name',
      'name-of-party',
    ],
    [
      'two parties that read alike',
      { parties: input('').parties.map((party, index) => (index === 2 ? { ...party, name: 'EASTERN-dеsk' } : party)) },
      'parties.2.name',
      'not-unique',
    ],
    [
      'one letter for two parties',
      { parties: input('').parties.map((party) => ({ ...party, letter: 'A' })) },
      'parties.1.letter',
      'not-unique',
    ],
    ['a demonstration', { workspace: { ...input('').workspace, demonstration: true } }, 'demonstration', 'unknown-field'],
  ])('refuses %s', async (_, changes, field, code) => {
    const result = await setUpWorkspace(await stranger(), input(token, changes));
    expect(result).toMatchObject({
      refusal: { code: 'invalid-input', issues: expect.arrayContaining([expect.objectContaining({ field, code })]) },
    });
    expect(await (await open()).$count(workspaces)).toBe(0);
  });

  it('[H8] [M4] makes the workspace and the people that are named, once, and leaves charter and other moderators to them', async () => {
    const db = await open();
    const made = answerOf(await setUpWorkspace(await stranger(), input(token)));
    const [workspace] = await db.select().from(workspaces);
    expect(workspace).toMatchObject({ id: made.id, position: 1, slug: 'joint-desk', demonstration: false });
    expect(
      await db
        .select({ slug: parties.slug, letter: parties.letter, standing: parties.standing })
        .from(parties)
        .orderBy(parties.position),
    ).toMatchObject([
      { slug: 'eastern-desk', letter: 'E', standing: 'signing' },
      { letter: 'غ', standing: 'signing' },
      { slug: 'secretariat', letter: 'S', standing: 'observing' },
    ]);
    expect(await db.$count(charterVersions)).toBe(0);
    expect(await db.$count(memberships)).toBe(3);
    expect((await eventsOf(db, made.id)).map((event) => event.type)).toEqual(['workspace.set-up']);
    expect((await signIn(await stranger(), { email: 'Eastern@setup.example', password, from: crypto.randomUUID() })).ok).toBe(
      true,
    );

    expect(await setUpWorkspace(await stranger(), input(token))).toEqual({ ok: false, refusal: { code: 'already-set-up' } });
    expect(await ensureSetupLink(await stranger())).toBeUndefined();
    expect(await db.$count(settings, eq(settings.name, 'setup-token-sha256'))).toBe(0);
  });

  it('never prints a link where a workspace exists', async () => {
    await buildWorkspace(await open());
    expect(await ensureSetupLink(await stranger())).toBeUndefined();
  });
});
