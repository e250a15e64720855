import type { Response } from '@playwright/test';
import { retractionReasonMinimum } from '@/domain/correction/grades';
import { expectSaved, prepareRecord, typeAtEnd } from './support/desk';
import { newDesk } from './support/new-desk';
import { expectFits, seat } from './support/newcomers';
import { approveAsProgram, done, freeze, readClaim, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, test } from './support/test';

const wording = 'The bridge was open to both sides in May.';
const words = 'Nobody says in which years the documents were written, and the finding rests on that.';
const accepted = 'It is true that the record does not say so, and readers need it to judge the documents.';
const correction = 'A reader asked when the documents were written. The context says it now.';
const retraction = 'Both documents have turned out to be of another bridge, so the finding has nothing to rest on.';

/** Nothing waits: the last approval publishes. */
const parameters = {
  coolingOffHours: 0,
  replyWindowHours: 0,
  transparencyDays: 0,
  ownWorkSharePercent: 100,
  weakestProof: 'password',
};

let server: Countersign;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startCountersign({ demo: false });
});
test.afterAll(() => server?.stop());

test('[C33] [C34] [C35] [GC6] [GC7] [RT5] [RT6] [RT8] a challenge leads to a graded correction and that to a retraction, read without JavaScript', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { people, reader, north, south, open, enter } = await newDesk(browser, server, parameters);
  const checker = await enter(await seat(reader, north, people.checker));
  const { claimId, address } = await prepareRecord({ checker, other: south, analyst: checker }, wording);
  const first = await freeze(checker, claimId);
  for (const page of [north, south]) await done(await approveAsProgram(page, first));
  const { slug } = await readClaim(north, claimId);
  const verdict = `/verdicts/${slug}`;

  await test.step('a reader challenges it, and one party accepts that', async () => {
    await done(await send(reader, `/api/v1${verdict}/challenges`, { about: 'evidence', words }));
    const { items } = await done(await south.request.get(`/api/v1/claims/${claimId}/challenges`));
    const decision = { decision: 'accept', reason: accepted, publishesWords: true };
    await done(await send(south, `/api/v1/challenges/${items[0].id}/decisions`, decision));
  });

  const second =
    await test.step('the proposer reads what changed and the least grade, and says how grave it is and why', async () => {
      await checker.goto(address);
      await typeAtEnd(checker, 'Context', 'Both are of last year.');
      await expectSaved(checker);
      await checker.getByRole('button', { name: 'Preview revision 2' }).first().click();
      const dialog = checker.getByRole('dialog');
      await expect(dialog.getByText('From the two texts this is at least: Minor correction.')).toBeVisible();
      await expect(dialog.getByText('Context: Minor correction')).toBeVisible();
      await expect(dialog.locator('ins').first()).toContainText('Both are of last year.');
      const propose = dialog.getByRole('button', { name: 'Propose revision 2 for signing' });
      await propose.click();
      await expect(dialog.getByText('Choose what kind of correction this is.')).toBeVisible();
      await expect(dialog.getByRole('radio', { name: /^Minor/ })).toBeFocused();
      await dialog.getByRole('radio', { name: /^Update/ }).check();
      await dialog.getByLabel('Reason, for everybody to read').fill(correction);
      await dialog.getByLabel('Challenge that it answers').selectOption({ label: 'Challenge 1' });
      await expectAccessible(checker);
      const isAnswer = (response: Response) => response.url().endsWith(`/claims/${claimId}/revisions`);
      const [answer] = await Promise.all([checker.waitForResponse(isAnswer), propose.click()]);
      await expect(checker).toHaveURL(/\/revisions\/2$/);
      await expect(checker.getByText(correction)).toBeVisible();
      return answer.json();
    });

  await test.step('both sign it, and readers are told above everything else', async () => {
    for (const page of [north, south]) await done(await approveAsProgram(page, second));
    await reader.goto(verdict);
    const banner = reader.locator('#correction');
    await expect(banner).toContainText('Update');
    await expect(banner).toContainText(correction);
    await expect(banner).toContainText('In answer to challenge 1.');
    await expectFits(reader);
    const markup = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(markup.correction).toMatchObject({ '@type': 'CorrectionComment', name: 'Update', text: correction });
    expect(markup.dateModified).toBe(markup.correction.datePublished);
    await banner.getByRole('link', { name: 'See what changed since revision 1' }).click();
    await expect(reader.locator('ins').first()).toContainText('Both are of last year.');
    await reader.goto(`${verdict}/revisions/1`);
    await expect(reader.getByText('Revision 1 was superseded')).toBeVisible();
    await reader.goto('/corrections');
    await expect(reader.getByRole('listitem').filter({ hasText: correction })).toContainText('Update');
    const feed = await (await reader.request.get('/feeds/corrections.atom')).text();
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(feed).toContain(correction);
    const sighted = await open();
    await sighted.goto(verdict);
    await expectAccessible(sighted);
    await sighted.context().close();
  });

  await test.step('a checker proposes to take it back, and each party signs that', async () => {
    await checker.goto(`${address}/retraction`);
    await checker.getByLabel('Reason, for everybody to read').fill('Too short.');
    await checker.getByRole('button', { name: 'Propose the retraction' }).click();
    await expect(checker.getByText(new RegExp(`at least ${retractionReasonMinimum}`)).first()).toBeVisible();
    await checker.getByLabel('Reason, for everybody to read').fill(retraction);
    await checker.getByRole('button', { name: 'Propose the retraction' }).click();
    await expect(checker.getByText('A retraction is proposed')).toBeVisible();
    await reader.goto(verdict);
    await expect(reader.getByText(retraction)).toHaveCount(0);
    for (const page of [north, south]) {
      await page.goto(`${address}/retraction`);
      await page.getByRole('checkbox', { name: /no conflict of interest/ }).check();
      await page.getByRole('button', { name: 'Sign the retraction' }).click();
      await expect(page.getByRole('dialog').getByText(retraction).first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Sign the retraction' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(south.getByText('There is no published verdict of this claim to retract.')).toBeVisible();
  });

  await test.step('its address is a tombstone, its revisions stay, and nothing else calls it a verdict', async () => {
    const answer = await reader.goto(verdict);
    expect(answer?.status()).toBe(200);
    await expect(reader.getByText('Retracted verdict', { exact: true })).toBeVisible();
    await expect(reader.getByText(retraction)).toBeVisible();
    await expect(reader.getByText('No document says so.')).toHaveCount(0);
    await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(0);
    await expect(reader.getByRole('link', { name: 'The signed statement' })).toHaveCount(2);
    const statement = await reader.request.get(`${verdict}/revisions/2/retraction/1.json`);
    expect(await statement.json()).toMatchObject({ type: 'retraction', reason: retraction });
    await expectFits(reader);
    await reader.goto(`${verdict}/revisions/2`);
    await expect(reader.getByText('Revision 2 was retracted').first()).toBeVisible();
    const preview = await reader
      .locator('meta[property^="og:"], meta[name="description"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('content')).join(' '));
    expect(preview).toContain('Retracted verdict');
    expect(preview).not.toContain('No document says so.');
    const told = await (await reader.request.get(`/api/v1${verdict}`)).text();
    expect(told).toContain(retraction);
    expect(told).not.toContain('No document says so.');
    for (const path of ['/', '/search?q=bridge', '/api/v1/verdicts', '/sitemap.xml'])
      expect(await (await reader.request.get(path)).text(), path).not.toContain(slug);
    for (const path of ['/corrections', '/feeds/corrections.atom', '/uk/feeds/corrections.atom'])
      expect(await (await reader.request.get(path)).text(), path).toContain(retraction);
    const sighted = await open();
    for (const path of [verdict, '/corrections', `/ar${verdict}`]) {
      await sighted.goto(path);
      await expectAccessible(sighted);
    }
  });
});
