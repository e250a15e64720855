import { freePort } from '@/tests/support/free-port';
import { type IdentityProvider, signInThere, startIdentityProvider } from './support/identity-provider';
import { expectFits } from './support/newcomers';
import { done, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, personOf, signIn, test } from './support/test';

const emailDomain = 'north.example';
let provider: IdentityProvider;
let server: Countersign;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const port = await freePort();
  provider = await startIdentityProvider({ appUrl: `http://localhost:${port}`, emailDomain });
  server = await startCountersign({ demo: true, port, env: { ...provider.env, OIDC_NORTH_EMAIL_DOMAINS: emailDomain } });
});

test.afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});

test('[M26] [M27] an invited person comes by their identity provider, and confirms there', async ({ browser }) => {
  const login = `nora-${crypto.randomUUID().slice(0, 8)}`;
  const open = async () => (await browser.newContext({ baseURL: server.url })).newPage();
  const comeBy = async (name: string) => {
    const page = await open();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with North' }).click();
    await signInThere(page, name);
    return page;
  };

  await test.step('[M26] whom no invitation fits is told so', async () => {
    for (const [name, said] of [
      [login, 'no open invitation to this desk is for your e-mail address'],
      [`unverified-${login}`, 'does not say that your e-mail address is verified'],
    ] as const) {
      const page = await comeBy(name);
      await expect(page.getByRole('heading', { name: 'You were not let in' })).toBeVisible();
      await expect(page.locator('main')).toContainText(said);
      await expectAccessible(page);
      await expectFits(page);
      expect((await page.request.get('/api/v1/me')).status()).toBe(401);
    }
  });

  await test.step('a moderator invites the address', async () => {
    const moderator = await open();
    await signIn(moderator, personOf(server, { party: 'Northern desk', role: 'moderator' }));
    const { party } = await done(await moderator.request.get('/api/v1/me'));
    const invitation = { partyId: party.id, role: 'moderator', email: `${login}@${emailDomain}`, locale: 'en' };
    const { link } = await done(await send(moderator, '/api/v1/invitations', invitation));
    const invited = await open();
    await invited.goto(link);
    await expect(invited.getByRole('button', { name: 'Sign in with North' })).toBeVisible();
    await expectAccessible(invited);
  });

  const me = async (page: Awaited<ReturnType<typeof open>>) => done(await page.request.get('/api/v1/me'));
  const page = await comeBy(login);
  await test.step('[M26] the address takes the seat, and is the same person the next time', async () => {
    await page.waitForURL('**/desk');
    const first = await me(page);
    expect(first).toMatchObject({ person: { name: `Person ${login}` }, role: 'moderator', party: { name: 'Northern desk' } });
    const again = await comeBy(login);
    await again.waitForURL('**/desk');
    expect((await me(again)).person.id).toBe(first.person.id);
  });

  await test.step('[C22] [M27] signing in there again confirms this session, and only as who it is', async () => {
    const before = await me(page);
    const sessions = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await page.goto('/account');
    await expect(sessions).toHaveCount(2);
    await page.goto('/account/confirm');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in with North again' }).click();
    await signInThere(page, login);
    await expect(page.getByText('You are confirmed.')).toBeVisible();
    expect(Date.parse((await me(page)).confirmedAt)).toBeGreaterThan(Date.parse(before.confirmedAt));
    await page.goto('/account/confirm');
    await page.getByRole('button', { name: 'Sign in with North again' }).click();
    await signInThere(page, `other-${login}`);
    await expect(page.locator('main')).toContainText('You are signed in here as somebody else');
    await page.goto('/account');
    await expect(sessions).toHaveCount(2);
  });

  await test.step('[M19] a first password is set shortly after, and asked for from then on', async () => {
    await expect(page.getByText('You sign in at your identity provider and have no password here.')).toBeVisible();
    const password = `${crypto.randomUUID()} at last`;
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set a password' }).click();
    await expect(page.getByLabel('Present password')).toBeVisible();
    await signIn(await open(), { email: `${login}@${emailDomain}`, password });
  });

  await test.step('a provider that does not answer lets nobody in, and no log line holds an address or a token', async () => {
    const late = await open();
    await late.goto('/sign-in');
    await provider.stop();
    await late.getByRole('button', { name: 'Sign in with North' }).click();
    await expect(late.getByText('gave no answer that can be used')).toBeVisible();
    for (const hidden of [`${login}@`, 'eyJ']) expect(server.output()).not.toContain(hidden);
  });
});
