import type { Locator, Page } from '@playwright/test';
import { answerOf, contextFor } from '@/tests/support/build';
import { buildSignable, type Proposed, propose } from '@/tests/support/sign';
import { signShown } from './support/desk';
import { expectFits } from './support/newcomers';
import { type OwnDesk, startOwnDesk } from './support/own-desk';
import { done, send } from './support/program';
import { expect, expectAccessible, test } from './support/test';

let desk: OwnDesk;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  desk = await startOwnDesk({ coolingOffHours: 24 });
});

test.afterAll(async () => {
  await desk?.stop();
});

const hourMs = 3_600_000;

/** A revision that was frozen so many hours ago. */
async function frozen(hoursAgo: number): Promise<Proposed & { claimId: string; address: string }> {
  const { db, workspace } = desk;
  const claim = await buildSignable(db, workspace);
  const context = contextFor(db, workspace.north.checkers[0], { now: new Date(Date.now() - hoursAgo * hourMs) });
  const revision = answerOf(await propose(context, claim.id));
  return { ...revision, claimId: claim.id, address: `/desk/claims/${claim.id}/revisions/${revision.number}` };
}

/** An approval as a program gives it, for whoever is not looked at. */
async function approveSilently(page: Page, { id, sha256: recordSha256 }: Proposed): Promise<void> {
  const { sha256: charterSha256 } = desk.workspace.charter;
  const position = { decision: 'approve', conflict: 'none', recordSha256, charterSha256 };
  const { nonce } = await done(await send(page, `/api/v1/revisions/${id}/nonce`, position));
  await done(await send(page, `/api/v1/revisions/${id}/sign-offs`, { nonce, proof: { kind: 'password' } }));
}

function clockOn(page: Page): Locator {
  return page.getByRole('region', { name: /^Where it stands/ });
}

test('[C25] [C29] [C31] [L19] [L22] an objection holds the clock and is withdrawn, a signature is withdrawn in the cooling-off, and a hold is placed', async ({
  browser,
}) => {
  const revision = await frozen(0);
  const { north, south } = desk.workspace;
  const northPage = await desk.enter(browser, north.moderators[0]);
  const page = await desk.enter(browser, south.moderators[0], { reducedMotion: 'reduce' });
  const clock = clockOn(page);

  await test.step('the clock stands in words, with what becomes of the revision', async () => {
    const plain = await desk.enter(browser, south.moderators[1], { javaScriptEnabled: false });
    await plain.goto(revision.address);
    await expect(clockOn(plain)).toContainText('Round 1 of 3');
    await expect(clockOn(plain)).toContainText(/In signing until .*, in 6 days/);
    await expect(clockOn(plain)).toContainText('Nothing is published, because nobody has taken a position.');
    await expect(clockOn(plain).getByRole('listitem').filter({ hasText: 'Mediation' })).toBeVisible();
    await expect(clockOn(plain).locator('time').first()).toHaveAttribute('datetime', /^\d{4}-/);
  });

  await test.step('with a conflict of interest there is nothing to choose but to stand aside', async () => {
    await page.goto(revision.address);
    await page.getByRole('radio', { name: 'I have one' }).check();
    await expect(page.getByText('the charter leaves you one thing: to stand aside (C19)', { exact: false })).toBeVisible();
    await expect(page.locator('input[name="decision"]')).toHaveCount(1);
    await page.getByRole('radio', { name: 'No conflict of interest' }).check();
    await expect(page.locator('input[name="decision"]')).toHaveCount(6);
  });

  await test.step('an objection asks for its ground and its reason, each at its place', async () => {
    await page.getByRole('radio', { name: 'Object' }).check();
    await expect(page.getByText('With this signature the deadline moves by 48 hours.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign the objection' }).click();
    await expect(page.getByText('Choose the ground.')).toBeVisible();
    await expect(page.locator('input[name="ground"]').first()).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'Evidence on its way' }).check();
    await page.getByLabel('Reason', { exact: true }).fill('The register of the harbour was asked for and comes on Friday.');
    await page.getByLabel('Rests on').selectOption('E1');
    await page.getByRole('button', { name: 'Sign the objection' }).click();
    const dialog = page.getByRole('dialog', { name: 'What you sign' });
    await expect(dialog).toContainText('Ground: Evidence on its way');
    await dialog.getByRole('button', { name: 'Sign the objection' }).click();
    await expect(clock).toContainText(/Southern desk objected on .* \(Evidence on its way\)\. That held the clock by 48 hours\./);
    await expect(clock).toContainText('in 8 days');
    await expectAccessible(page);
  });

  await test.step('it is withdrawn with a reason, stays struck, and an approval begins the cooling-off', async () => {
    await approveSilently(northPage, revision);
    await page.getByRole('button', { name: 'Withdraw my signature' }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw my signature' });
    await expect(dialog).toContainText('Southern desk has no position by then');
    await dialog.getByLabel('Reason').fill('Too short.');
    await dialog.getByRole('button', { name: 'Withdraw the signature' }).click();
    await expect(dialog.getByText(/20/).last()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel('Reason').fill('The register came and says the same.');
    await dialog.getByRole('button', { name: 'Withdraw the signature' }).click();
    await expect(page.locator('del').filter({ hasText: 'Objects' })).toBeVisible();
    await expect(page.getByText('The register came and says the same.')).toBeVisible();
    await page.getByRole('radio', { name: 'No conflict of interest' }).check();
    await page.getByRole('radio', { name: 'Approve', exact: true }).check();
    await expect(page.getByText('With this signature the cooling-off of 24 hours begins.', { exact: false })).toBeVisible();
    await signShown(page, 'Sign the approval');
    await expect(clock).toContainText(/Cooling-off until .*, in 23 hours/);
    await expect(clock).toContainText('Then it is published by itself as: Joint finding.');
    await expectAccessible(page);
  });

  await test.step('the list and the claim say so', async () => {
    await page.goto('/desk/claims?stage=cooling-off');
    await expect(page.locator(`tr[data-claim="${revision.claimId}"]`)).toContainText('Cooling-off until');
    await expectAccessible(page);
    await page.goto('/desk/claims?stage=mediation');
    await expect(page.locator(`tr[data-claim="${revision.claimId}"]`)).toHaveCount(0);
    await page.goto(`/desk/claims/${revision.claimId}`);
    await expect(page.getByText('Revision 1 is in its cooling-off')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Preview/ })).toHaveCount(0);
  });

  await test.step('the other side withdraws its signature, and the revision is in signing again', async () => {
    await northPage.goto(revision.address);
    await northPage.getByRole('button', { name: 'Withdraw my signature' }).click();
    const dialog = northPage.getByRole('dialog', { name: 'Withdraw my signature' });
    await expect(dialog).toContainText('The publication stops and the revision is in signing again');
    await dialog.getByLabel('Reason').fill('We read the register once more first.');
    await dialog.getByRole('button', { name: 'Withdraw the signature' }).click();
    await expect(clockOn(northPage)).toContainText('In signing until');
    await expect(northPage.getByText('We read the register once more first.')).toBeVisible();
    await approveSilently(northPage, revision);
  });

  await test.step('a party holds the publication up once, and no longer than the charter lets it', async () => {
    await page.goto(revision.address);
    await page.getByRole('button', { name: 'Hold the publication up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Hold the publication up' });
    await dialog.getByLabel('Hours').fill('100');
    await dialog.getByLabel('Reason').fill('A witness who is named has to travel first.');
    await dialog.getByRole('button', { name: 'Hold it up' }).click();
    await expect(dialog.getByText('The charter allows 72 hours at most.')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel('Hours').fill('40');
    await dialog.getByRole('button', { name: 'Hold it up' }).click();
    await expect(clock).toContainText(/Southern desk holds the publication up since .*, by 40 hours:.*A witness who is named/);
    await expect(clock).toContainText('in 2 days');
    await expect(page.getByRole('button', { name: 'Hold the publication up' })).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectFits(page);
    await expectAccessible(page);
  });
});

test('[C27] [L20] a mediation is told, and another revision can be proposed meanwhile', async ({ browser }) => {
  const revision = await frozen(170);
  const page = await desk.enter(browser, desk.workspace.north.moderators[1]);
  await page.goto(revision.address);
  await expect(clockOn(page)).toContainText(/In mediation until .*, in 3 days/);
  await expect(clockOn(page)).toContainText('Another revision may be proposed meanwhile.');
  await expect(page.getByRole('radio', { name: 'Dissent' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Object' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/desk/claims?stage=mediation');
  await expect(page.locator(`tr[data-claim="${revision.claimId}"]`)).toContainText('Mediation until');
  await page.goto(`/desk/claims/${revision.claimId}`);
  await expect(page.getByText('Revision 1 is in mediation')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Preview revision 2' }).first()).toBeVisible();
});
