import type { Page } from '@playwright/test';
import {
  acceptSource,
  approve,
  attachSource,
  expectSaved,
  goToEnd,
  goToStart,
  openPanel,
  propose,
  said,
  signShown,
  submitAndOpenClaim,
  text,
  typeAtEnd,
} from './support/desk';
import { askForReply } from './support/program';
import { expect, personOf, test } from './support/test';

const question = 'Did the talks of spring end with a signed protocol?';
const title = 'The talks of spring ended with a protocol';

/** A sentence that two people type at once in the same paragraph, one from each end. */
const north = 'The protocol was initialled on the last day. ';
const south = 'No signature is on any copy that was found.';

test('[C21] [C30] two desks check a claim together, from the wording to the verdict that a reader checks', {
  tag: '@both',
}, async ({ openAs, demoServer }) => {
  test.setTimeout(480_000);
  const person = (party: string, role: string, nth = 0) => personOf(demoServer, { party, role, nth });
  const nChecker = await openAs(person('Northern desk', 'checker'));
  const nModerator = await openAs(person('Northern desk', 'moderator'));
  const sChecker = await openAs(person('Southern desk', 'checker'));
  const sModerator = await openAs(person('Southern desk', 'moderator'));
  const observer = await openAs(person('Observer mission', 'observer'));
  const reader = await openAs(undefined, { javaScriptEnabled: false });

  const claim = await submitAndOpenClaim(nChecker, 'The talks of spring ended with a signed protocol.');
  await sChecker.goto(claim);

  await test.step('they write in the same paragraph at the same time', async () => {
    await typeAtEnd(nChecker, 'Question', question);
    await expect.poll(() => said(sChecker, 'Question')).toBe(question);
    await typeAtEnd(nChecker, 'Neutral title', title);
    await typeAtEnd(sChecker, 'Finding, in one sentence', 'No signed protocol of the spring talks was found.');
    await writeTogether(nChecker, sChecker);
  });

  await test.step('[C07] a record with no accepted source cannot be proposed, and the page says what is left', async () => {
    await nChecker.getByRole('button', { name: 'Preview revision 1' }).first().click();
    await expect(nChecker.getByRole('dialog')).toContainText('The charter still asks for something');
    await expect(nChecker.getByRole('button', { name: 'Propose revision 1 for signing' })).toBeHidden();
    await nChecker.keyboard.press('Escape');
  });

  await test.step('each desk attaches a source and the other accepts it', async () => {
    await attachSource(nChecker, {
      title: 'Protocol of the spring talks, draft',
      publisher: 'Secretariat of the talks',
      stance: 'Undermines',
      primacy: 'Primary',
    });
    await openPanel(sChecker, 'Sources');
    await expect(sChecker.getByRole('button', { name: 'Accept E1' })).toBeVisible();
    await acceptSource(sChecker, 1);
    await attachSource(sChecker, {
      title: 'Speech on the last day',
      publisher: 'Radio of the valley',
      stance: 'Supports',
      primacy: 'Secondary',
    });
    await acceptSource(nChecker, 2);
    await nChecker.getByRole('combobox', { name: 'Proposed rating' }).selectOption('not-accurate');
    await expect(sChecker.getByRole('combobox', { name: 'Proposed rating' })).toHaveValue('not-accurate');
  });

  await test.step('[C05] each desk accepts the question', async () => {
    for (const page of [nModerator, sModerator]) {
      await page.goto(claim);
      await page.getByRole('button', { name: 'Accept this question' }).click();
      await expect(page.getByRole('button', { name: 'Accept this question' })).toBeHidden();
    }
    await askForReply(nChecker, claim.split('/').at(-1) ?? '');
    await openPanel(nChecker, 'Charter');
    await expect(nChecker.getByText('9 of 9 clauses met')).toBeVisible();
  });

  await test.step('an observer reads everything and is offered nothing to decide', async () => {
    await observer.goto(claim);
    await expect.poll(() => said(observer, 'Question')).toBe(question);
    await expect(observer.getByRole('button', { name: /Accept|Preview|Attach/ })).toHaveCount(0);
  });

  await test.step('a checker freezes what was previewed', async () => {
    await propose(nChecker, 1);
    await nChecker.waitForURL(`**${claim}/revisions/1`);
    await expect(observer.getByText('Revision 1 is being signed')).toBeVisible();
    await reader.goto('/search?q=protocol');
    await expect(reader.getByText(question)).toHaveCount(0);
  });

  await test.step('[C21] one approval publishes nothing', async () => {
    await approve(nModerator, claim, 1);
    await expect(nModerator.getByText('Approves', { exact: false }).first()).toBeVisible();
    await expect(nModerator.getByRole('button', { name: 'Sign the approval' })).toBeHidden();
    await reader.goto('/search?q=protocol');
    await expect(reader.getByText(question)).toHaveCount(0);
  });

  await test.step('the second approval publishes for everybody', async () => {
    await sModerator.goto(`${claim}/revisions/1`);
    await sModerator.getByRole('radio', { name: 'Approve', exact: true }).check();
    await sModerator.getByRole('radio', { name: 'No conflict of interest' }).check();
    await expect(sModerator.getByText('With this signature the verdict is published at once.')).toBeVisible();
    await signShown(sModerator, 'Sign and publish');
    await expect(sModerator.getByText('This revision is published')).toBeVisible();
  });

  await test.step('a reader without JavaScript reads it, and checks the bytes', async () => {
    await reader.goto('/');
    await reader.getByRole('link', { name: question }).first().click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(question);
    await expect(reader.getByText('Not accurate').first()).toBeVisible();
    await expect(reader.getByText(north.trim(), { exact: false })).toBeVisible();
    const record = await reader.request.get(`${new URL(reader.url()).pathname}/revisions/1/record.json`);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(await record.body()))).toString('hex');
    await expect(reader.getByText(digest).first()).toBeVisible();
    const markup = JSON.parse(await reader.locator('script[type="application/ld+json"]').innerText());
    expect(markup).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: title,
      reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1 },
    });
  });
});

async function writeTogether(first: Page, second: Page): Promise<void> {
  await typeAtEnd(first, 'Analysis', 'Both desks read the copies. ');
  await expect(text(second, 'Analysis')).toContainText('Both desks read the copies.');
  await goToStart(text(first, 'Analysis'));
  await goToEnd(text(second, 'Analysis'));
  await Promise.all([first.keyboard.type(north, { delay: 15 }), second.keyboard.type(south, { delay: 15 })]);
  const whole = `${north}Both desks read the copies. ${south}`;
  for (const page of [first, second]) {
    await expect.poll(() => said(page, 'Analysis')).toBe(whole);
    await expectSaved(page);
  }
  // A second reading from the log, without what the tabs remember.
  await second.reload();
  await expect.poll(() => said(second, 'Analysis')).toBe(whole);
}
