import { createHash } from 'node:crypto';
import { startSmtpSink } from '@/tests/support/smtp-sink';
import { expectFits, newPeople, textOfMail } from './support/newcomers';
import { done, expectRefused, openClaim, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, signIn, test } from './support/test';

const wording = 'The bridge over the river was opened on the first of May.';

let sink: Awaited<ReturnType<typeof startSmtpSink>>;
let server: Countersign;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  sink = await startSmtpSink();
  server = await startCountersign({ demo: false, env: { SMTP_URL: sink.url, MAIL_FROM: 'New desk <desk@example.org>' } });
});

test.afterAll(async () => {
  await server?.stop();
  await sink?.stop();
});

test('[H8] [H9] [H10] [M1] [M4] a new team sets a desk up, ratifies its charter, and works', async ({ browser }) => {
  const { steward, north, south, checker, later } = newPeople();
  const open = async () => (await browser.newContext({ baseURL: server.url })).newPage();
  const enter = async (person: { email: string; password: string }) => {
    const page = await open();
    await signIn(page, person);
    return page;
  };
  const reader = await open();

  await test.step('the setup link makes the desk with the moderators that are known, and works once', async () => {
    const link = /Set the desk up, once, at (\S+)/.exec(server.output())?.[1] ?? '';
    const page = await open();
    await page.goto(link);
    await expectAccessible(page);
    const values = {
      ...{ 'workspace.name': 'New desk', 'workspace.slug': 'new-desk', 'workspace.contact': 'desk@example.org' },
      ...{ 'steward.name': 'Steward', 'steward.email': steward.email, 'steward.password': steward.password },
      ...{ 'parties.0.name': 'Northern desk', 'parties.0.letter': 'N', 'parties.0.moderator.name': north.name },
      ...{ 'parties.0.moderator.email': north.email, 'parties.0.moderator.password': north.password },
      ...{ 'parties.1.name': 'Southern desk', 'parties.1.letter': 'S' },
    };
    for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
    await page.getByRole('button', { name: 'Set up the desk' }).click();
    await page.waitForURL('**/sign-in*');
    expect((await page.goto(link))?.status()).toBe(404);
  });

  await test.step('[H10] the public and the members read what is missing', async () => {
    await reader.goto('/charter');
    await expect(reader.locator('main')).toContainText('Until every signing party has ratified one, nothing can be published.');
    const page = await enter(north);
    for (const path of ['/desk', '/desk/claims', '/desk/charter']) {
      await page.goto(path);
      await expect(page.locator('main')).toContainText('No charter is in force yet');
      await expect(page.locator('main')).toContainText('Southern desk has no moderator yet');
    }
  });

  const stewardPage = await enter(steward);
  const link =
    await test.step('[M2] [M10] the steward invites the moderator who is missing; link and mail are the same', async () => {
      await stewardPage.goto('/desk');
      await stewardPage.getByRole('link', { name: 'Invite a moderator' }).click();
      await expect(stewardPage.getByRole('button', { name: 'Invite a person to Northern desk' })).toHaveCount(0);
      await stewardPage.getByRole('button', { name: 'Invite a person to Southern desk' }).click();
      await stewardPage.getByLabel('E-mail address').fill(south.email);
      await expectAccessible(stewardPage);
      await stewardPage.getByRole('button', { name: 'Invite', exact: true }).click();
      const made = await stewardPage.getByLabel('Link of the invitation').inputValue();
      await expect.poll(() => textOfMail(sink.received, south.email)).toContain(made);
      await stewardPage.reload();
      await expect(stewardPage.getByLabel('Link of the invitation')).toHaveCount(0);
      await stewardPage.goto('/desk/outbox');
      await expect(stewardPage.getByRole('row', { name: south.email })).toContainText('Sent');
      expect(await stewardPage.content()).not.toContain(made);
      await stewardPage.goto('/desk/members');
      return made;
    });

  const southPage = await open();
  await test.step('[M1] [M3] the link seats one person, once', async () => {
    await southPage.goto(link);
    await expectAccessible(southPage);
    await expectFits(southPage);
    await southPage.getByLabel('Your name').fill('Northern desk');
    await southPage.getByLabel('Password').fill('short');
    await southPage.getByRole('button', { name: 'Accept the invitation' }).click();
    await expect(southPage.getByText('This has 5 characters; it needs at least 12.')).toBeVisible();
    await southPage.getByLabel('Your name').fill(south.name);
    await southPage.getByLabel('Password').fill(south.password);
    await southPage.getByRole('button', { name: 'Accept the invitation' }).click();
    await southPage.waitForURL('**/desk');
    expect((await reader.goto(link))?.status()).toBe(404);
    await expect(reader.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible();
    const acceptance = { token: link.split('/').at(-1), name: 'Late', password: 'a password of some length' };
    await expectRefused(await send(reader, '/api/v1/invitations/acceptance', acceptance), 404, 'invitation-invalid');
  });

  const northPage = await enter(north);
  await test.step('[H8] a moderator drafts the charter: its words follow the numbers', async () => {
    await northPage.goto('/desk');
    await northPage.getByRole('link', { name: 'Draft the charter' }).click();
    await northPage.getByRole('button', { name: 'Begin the draft' }).click();
    await expect(northPage.getByText('A verdict rests on at least 2 accepted sources.')).toBeVisible();
    await northPage.getByLabel('Least accepted sources').fill('99');
    await northPage.getByRole('button', { name: 'Propose this charter' }).click();
    await expect(northPage.getByLabel('Least accepted sources')).toHaveAttribute('aria-invalid', 'true');
    await northPage.getByLabel('Least accepted sources').fill('3');
    await northPage.getByLabel('Least accepted sources').blur();
    await expect(northPage.getByText('A verdict rests on at least 3 accepted sources.')).toBeVisible();
    await expectAccessible(northPage);
    await expectFits(northPage);
    await northPage.getByRole('button', { name: 'Propose this charter' }).click();
    await northPage.waitForURL('**/desk/charter');
  });

  await test.step('[H9] the other side answers with another text, which takes its place', async () => {
    await southPage.goto('/desk/charter');
    await southPage.getByRole('link', { name: 'Propose another text' }).click();
    await expect(southPage.getByText('Version 1 is proposed and not in force.')).toBeVisible();
    await southPage.getByRole('button', { name: 'Begin a new draft' }).click();
    await southPage.getByRole('button', { name: 'Propose this charter' }).click();
    await southPage.waitForURL('**/desk/charter');
    await expect(southPage.getByRole('heading', { name: /^Version 2/ })).toBeVisible();
  });

  await test.step('[H4] each side reads the exact bytes and ratifies their digest', async () => {
    for (const [page, party] of [
      [northPage, 'Northern desk'],
      [southPage, 'Southern desk'],
    ] as const) {
      await page.goto('/desk');
      await page.getByRole('link', { name: 'Read and ratify' }).click();
      const bytes = await (await page.request.get('/desk/charter/2/charter.json')).body();
      const digest = createHash('sha256').update(bytes).digest('hex');
      await expect(page.locator(`data[value="${digest}"]`).first()).toBeVisible();
      await page.getByRole('button', { name: `Ratify version 2 for ${party}` }).click();
      await expect(page.getByText('Nothing was ratified.')).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
      await page.getByRole('checkbox', { name: /^I have read this text/ }).check();
      await page.getByRole('button', { name: `Ratify version 2 for ${party}` }).click();
      await expect(page.getByText(`${party} ratified it`)).toBeVisible();
    }
    await expect(southPage.getByText('No charter is in force yet')).toHaveCount(0);
    await reader.goto('/charter');
    await expect(reader.locator('main')).toContainText('A verdict rests on at least 2 accepted sources.');
  });

  await test.step('[M4] from now on neither the steward nor another party invites', async () => {
    const { party } = await done(await northPage.request.get('/api/v1/me'));
    const invitation = { partyId: party.id, role: 'moderator', email: later.email, locale: 'en' };
    await expectRefused(await send(stewardPage, '/api/v1/invitations', invitation), 403, 'stewards-invite-no-more');
    await expectRefused(await send(southPage, '/api/v1/invitations', invitation), 403, 'not-your-party');
    for (const [page, offers] of [
      [stewardPage, []],
      [southPage, ['Invite a person to Southern desk']],
    ] as const) {
      await page.goto('/desk/members');
      await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible();
      expect(await page.getByRole('button', { name: /^Invite/ }).allTextContents()).toEqual(offers);
    }
  });

  const invite = async (email: string) => {
    await northPage.goto('/desk/members');
    await northPage.getByRole('button', { name: 'Invite a person to Northern desk' }).click();
    await northPage.getByLabel('E-mail address').fill(email);
    await northPage.getByRole('radio', { name: 'fact-checker' }).check();
    await northPage.getByRole('button', { name: 'Invite', exact: true }).click();
    return northPage.getByLabel('Link of the invitation').inputValue();
  };

  await test.step('[M3] [M9] a revoked link does not work, and no other party reads the address', async () => {
    const revoked = await invite(later.email);
    await southPage.goto('/desk/members');
    await expect(southPage.getByRole('heading', { name: 'Invited' })).toBeVisible();
    expect(await southPage.content()).not.toContain(later.email);
    await northPage.getByRole('button', { name: 'Revoke' }).click();
    await expect(northPage.getByRole('button', { name: 'Revoke' })).toHaveCount(0);
    expect((await reader.goto(revoked))?.status()).toBe(404);
  });

  const checkerPage = await open();
  await test.step('[M1] a checker accepts, and submits a claim', async () => {
    await checkerPage.goto(await invite(checker.email));
    await checkerPage.getByLabel('Your name').fill(checker.name);
    await checkerPage.getByLabel('Password').fill(checker.password);
    await checkerPage.getByRole('button', { name: 'Accept the invitation' }).click();
    await checkerPage.waitForURL('**/desk');
    await checkerPage.goto('/desk/claims/new');
    await checkerPage.getByLabel('The claim, word for word').fill(wording);
    await checkerPage.getByLabel('Article, speech or channel').fill('A speech at the talks');
    await checkerPage.getByRole('button', { name: 'Submit the claim' }).click();
    await expect(checkerPage.getByText(wording).first()).toBeVisible();
    await expect(checkerPage.getByRole('button', { name: 'Open the claim' })).toBeVisible();
  });

  await test.step('[M6] the last moderator of a party does not leave it', async () => {
    await northPage.goto('/desk/members');
    await expectAccessible(northPage);
    await expectFits(northPage);
    await northPage.getByRole('button', { name: 'Leave the desk' }).click();
    await northPage.getByRole('dialog').getByRole('button', { name: 'Leave the desk' }).click();
    await expect(northPage.getByRole('dialog').getByRole('alert')).toContainText('Northern desk would be without a moderator.');
    await northPage.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('[M4] [M5] [M7] a moderator promotes and removes; an open editor of the removed closes', async () => {
    const { address } = await openClaim(checkerPage, `${wording} Or on the second.`);
    await checkerPage.goto(address);
    await expect(checkerPage.getByRole('textbox', { name: 'Question', exact: true })).toBeEditable();
    await northPage.getByRole('button', { name: `Change the seat of ${checker.name}` }).click();
    await northPage.getByRole('radio', { name: 'moderator' }).check();
    await northPage.getByRole('button', { name: 'Change the role' }).click();
    await expect(northPage.getByRole('listitem').filter({ hasText: checker.name })).toContainText('moderator');
    await checkerPage.goto(address);
    await expect(checkerPage.getByRole('textbox', { name: 'Question', exact: true })).toBeEditable();
    await northPage.getByRole('button', { name: `Change the seat of ${checker.name}` }).click();
    await expectAccessible(northPage);
    await northPage.getByRole('button', { name: `Remove ${checker.name}` }).click();
    await expect(northPage.getByRole('listitem').filter({ hasText: checker.name })).toHaveCount(0);
    await expect(checkerPage.getByRole('textbox', { name: 'Question', exact: true })).not.toBeEditable();
    // What changed is told to open pages, so this one asks again, and is nobody's.
    await checkerPage.waitForURL('**/sign-in*');
    expect((await checkerPage.request.get('/api/v1/me')).status()).toBe(401);
  });

  await test.step('no log line holds an address, a token or a password', () => {
    for (const secret of [north.email, south.email, south.password, link.split('/').at(-1) ?? ''])
      expect(server.output()).not.toContain(secret);
  });
});
