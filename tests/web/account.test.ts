import type { Page } from '@playwright/test';
import { codeOf, stepMs } from '@/tests/support/authenticator';
import { startSmtpSink } from '@/tests/support/smtp-sink';
import { expectFits, textOfMail } from './support/newcomers';
import { done, expectRefused, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, personOf, signIn, test } from './support/test';

let sink: Awaited<ReturnType<typeof startSmtpSink>>;
let server: Countersign;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  sink = await startSmtpSink();
  server = await startCountersign({ demo: true, env: { SMTP_URL: sink.url, MAIL_FROM: 'Demo desk <desk@example.org>' } });
});

test.afterAll(async () => {
  await server?.stop();
  await sink?.stop();
});

test('[M19] [M20] [M21] [M22] [M23] [M25] a person keeps their account: sessions, another password, a forgotten one, a second factor', async ({
  browser,
}) => {
  const { email, ...account } = personOf(server, { party: 'Southern desk', role: 'checker' });
  let { password } = account;
  const open = async (options = {}) => (await browser.newContext({ baseURL: server.url, ...options })).newPage();
  const enter = async () => {
    const page = await open();
    await signIn(page, { email, password });
    return page;
  };
  const asks = async (page: Page) => (await page.request.get('/api/v1/me')).status();
  const here = await enter();

  await test.step('[M22] another browser’s session is listed and ended, and its open editor closes', async () => {
    const there = await enter();
    const { items } = await done(await here.request.get('/api/v1/claims'));
    const { id } = items.find(({ stage }: { stage: string }) => stage === 'open');
    await there.goto(`/desk/claims/${id}`);
    const question = there.getByRole('textbox', { name: 'Question', exact: true });
    await expect(question).toBeEditable();
    await here.goto('/account');
    const listed = here.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await expect(listed).toHaveCount(2);
    await expect(listed.filter({ hasText: 'this one' })).toContainText('Chrome');
    await expectAccessible(here);
    await expectFits(here);
    await here.getByRole('button', { name: 'Sign out Chrome' }).click();
    await expect(listed).toHaveCount(1);
    await expect(question).not.toBeEditable();
    expect(await asks(there)).toBe(401);
  });

  await test.step('[M19] a new password asks for the old one', async () => {
    const next = `${crypto.randomUUID()} is next`;
    await here.getByLabel('Present password').fill('not the password');
    await here.getByLabel('New password').fill(next);
    await here.getByRole('button', { name: 'Change the password' }).click();
    await expect(here.getByText('This is not your password.')).toBeVisible();
    await here.getByLabel('Present password').fill(password);
    await here.getByRole('button', { name: 'Change the password' }).click();
    await expect(here.getByText('Your new password is set. No other session was open.')).toBeVisible();
    await expect.poll(() => textOfMail(sink.received, email)).toContain('The password of your account was changed');
    password = next;
  });

  await test.step('[M20] [M21] a forgotten one is replaced by mail, without a script, and every session ends', async () => {
    const plain = await open({ javaScriptEnabled: false });
    await plain.goto('/sign-in');
    const answers: (string | null)[] = [];
    for (const address of [`nobody@${crypto.randomUUID()}.example`, email]) {
      await plain.goto('/sign-in');
      await plain.getByRole('link', { name: 'Forgotten?' }).click();
      await plain.getByLabel('E-mail').fill(address);
      await plain.getByRole('button', { name: 'Send the link' }).click();
      await expect(plain.getByText('Look at your mail')).toBeVisible();
      answers.push(await plain.locator('main').textContent());
    }
    expect(answers[0]).toBe(answers[1]);
    await expect.poll(() => textOfMail(sink.received, email)).toContain('/reset/');
    const link = /\S+\/reset\/[0-9a-f]{64}/.exec(textOfMail(sink.received, email))?.[0] ?? '';
    expect(await asks(here)).toBe(200);
    await plain.goto(link);
    password = `${crypto.randomUUID()} from a mail`;
    await plain.getByLabel('New password').fill(password);
    await plain.getByRole('button', { name: 'Set the password' }).click();
    await expect(plain.getByText('Your new password is set, and every session of your account has ended.')).toBeVisible();
    expect(await asks(here)).toBe(401);
    await plain.goto(link);
    await expect(plain.getByText('This link does not work')).toBeVisible();
  });

  const page = await enter();
  const factor = page.getByRole('region', { name: 'Second factor' });
  let codes: string[] = [];
  let secret = '';
  await test.step('[M23] a second factor is turned on with the password and a first code', async () => {
    await page.goto('/account');
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await factor.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('img', { name: 'QR code with the secret for the app' })).toBeVisible();
    // Each step takes the focus of the one before, and the keyboard goes on from there.
    await expect(page.getByText('Scan this picture with an authenticator app.')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(factor.getByLabel('Code', { exact: true })).toBeFocused();
    secret = ((await page.locator('code.secret').textContent()) ?? '').replaceAll(' ', '');
    await expectAccessible(page);
    await expectFits(page);
    await factor.getByLabel('Code', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Turn on the second factor' }).click();
    await expect(page.getByText('This code does not count')).toBeVisible();
    await factor.getByLabel('Code', { exact: true }).fill(codeOf(secret, new Date()));
    await page.getByRole('button', { name: 'Turn on the second factor' }).click();
    const listed = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await expect(listed).toHaveCount(10);
    codes = await listed.allTextContents();
    await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeFocused();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'));
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page.getByRole('button', { name: 'Turn it off' })).toBeFocused();
    await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
  });

  const second = await open();
  await test.step('[M24] [M25] signing in asks for a code in a second step, and takes it once', async () => {
    await second.goto('/sign-in');
    await second.getByLabel('E-mail').fill(email);
    await second.getByLabel('Password').fill(password);
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(second.getByLabel('Code', { exact: true })).toBeFocused();
    await expectAccessible(second);
    // Of the step that turned it on.
    await second.getByLabel('Code', { exact: true }).fill(codeOf(secret, new Date(Date.now() - stepMs)));
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(second.locator('main').getByRole('alert')).toContainText('This code does not count');
    await second.getByLabel('Code', { exact: true }).fill(codeOf(secret, new Date(Date.now() + stepMs)));
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await second.waitForURL('**/desk');
  });

  await test.step('[C22] [M25] confirming for a signature asks for a code, and a recovery code is one', async () => {
    await expectRefused(await send(second, '/api/v1/session/confirm', { password }), 401, 'code-missing');
    await done(await send(second, '/api/v1/session/confirm', { password, code: codes[0] }));
    await expectRefused(await send(second, '/api/v1/session/confirm', { password, code: codes[0] }), 401, 'wrong-code');
  });

  await test.step('[M23] [M22] it is turned off with both, and signing out everywhere ends all', async () => {
    await page.reload();
    await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
    await page.getByRole('button', { name: 'Turn it off' }).click();
    await factor.getByLabel('Password').fill(password);
    await factor.getByLabel('Code', { exact: true }).fill(codes[1] ?? '');
    await page.getByRole('button', { name: 'Turn off the second factor' }).click();
    await expect(page.getByRole('button', { name: 'Turn it on' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.waitForURL('**/sign-in');
    expect([await asks(page), await asks(second)]).toEqual([401, 401]);
  });

  await test.step('no log line holds an address, a token, a secret or a password', () => {
    for (const hidden of [email, password, secret, codes[0] ?? ''])
      expect(server.output().split('Countersign is ready')[1]).not.toContain(hidden);
  });
});
