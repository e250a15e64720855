import type { Page } from '@playwright/test';
import { expectSaved, openPanel, said, text, typeAtEnd } from './support/desk';
import { openClaim, send } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const question = 'Did the port open again in spring?';
const summary = 'Both desks looked at the harbour master’s lists and found ships from March on.';

test('[P45] [P46] [P47] a wiped draft is back with one click, and the timeline says who wiped it', async ({
  openAs,
  demoServer,
}) => {
  const north = personOf(demoServer, { party: 'Northern desk', role: 'checker', nth: 0 });
  const south = personOf(demoServer, { party: 'Southern desk', role: 'checker', nth: 0 });
  const keeper = personOf(demoServer, { party: 'Southern desk', role: 'moderator', nth: 0 });
  const [writer, vandal, rescuer] = [await openAs(north), await openAs(south), await openAs(keeper)];
  const claim = await openClaim(writer, 'The port opened again in spring.');
  for (const page of [writer, vandal]) await page.goto(claim.address);
  await typeAtEnd(writer, 'Question', question);
  await typeAtEnd(writer, 'Summary', summary);
  await expectSaved(writer);

  await expect.poll(() => said(vandal, 'Summary')).toBe(summary);
  for (const name of ['Question', 'Summary'] as const) await wipe(vandal, name);
  await expectSaved(vandal);
  await expect.poll(() => said(writer, 'Summary')).toBe('');

  await rescuer.goto(`${claim.address}?panel=history`);
  await openPanel(rescuer, 'History');
  await rescuer.getByRole('link', { name: 'All versions of the record' }).click();
  const versions = rescuer.getByRole('complementary', { name: 'Timeline' }).locator('ol > li');
  await expect(versions.first()).toContainText('The record now');
  await expect(versions.first()).toContainText(south.name);
  await expect(versions.nth(1)).toContainText(north.name);

  // What the vandal did, word by word and by name, in words that are read aloud too.
  const changes = rescuer.getByRole('main');
  await expect(changes.locator('del').filter({ hasText: 'harbour' })).toContainText(`Removed by ${south.name}`);
  await expect(changes).toContainText(`Deleted by ${south.name}, Southern desk.`);
  await expectAccessible(rescuer);

  await versions
    .nth(1)
    .getByRole('button', { name: /^Restore/ })
    .press('Enter');
  await expect(versions.first()).toContainText(`Restored by ${keeper.name}`);
  for (const page of [writer, vandal]) {
    await expect.poll(() => said(page, 'Question')).toBe(question);
    await expect.poll(() => said(page, 'Summary')).toBe(summary);
  }
  // Both go on in what came back.
  await typeAtEnd(writer, 'Summary', ' More.');
  await expect.poll(() => said(vandal, 'Summary')).toBe(`${summary} More.`);

  // The restored words are still their author's.
  const { people, written } = await (await writer.request.get(`/api/v1/claims/${claim.claimId}/authorship`)).json();
  expect(JSON.stringify(people)).not.toContain('@');
  const authorOf = new Set(written.map(([, , , index]: number[]) => people[index ?? 0].name));
  expect(authorOf.has(north.name)).toBe(true);
});

test('[P45] a version is named, found again and read as it was, on a phone', async ({ openAs, demoServer }) => {
  const writer = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker', nth: 1 }));
  const claim = await openClaim(writer, 'The bridge was closed for a week.');
  await writer.goto(claim.address);
  await typeAtEnd(writer, 'Summary', 'The first words.');
  await typeAtEnd(writer, 'Analysis', 'The bridge');
  await expectSaved(writer);
  await writer.setViewportSize({ width: 390, height: 800 });
  await writer.goto(`${claim.address}/history`);
  await writer.getByLabel('Name this version').fill('Before the talks');
  await writer.getByRole('button', { name: 'Name it' }).click();
  await expect(writer.getByText('“Before the talks”')).toBeVisible();
  expect(await writer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(writer);

  await writer.goto(claim.address);
  await typeAtEnd(writer, 'Summary', ' And later ones.');
  await text(writer, 'Analysis').press('Control+A');
  await writer.keyboard.press('Control+B');
  await writer.keyboard.press('Control+Alt+2');
  await expectSaved(writer);
  await writer.goto(`${claim.address}/history`);
  await writer.getByRole('link', { name: 'Earlier' }).click();
  await expect(writer.getByRole('main')).not.toContainText('And later ones.');
  await writer.getByRole('link', { name: 'As it was' }).click();
  await writer.waitForURL(/show=text/);
  await expect(writer.getByRole('main')).toContainText('The first words.');
  await expect(writer.getByRole('main')).not.toContainText('And later ones.');
  const from = writer.getByLabel('From');
  await from.selectOption(await from.locator('option', { hasText: 'Before the talks' }).getAttribute('value'));
  await writer.getByLabel('To', { exact: true }).selectOption({ index: 0 });
  await writer.getByRole('button', { name: 'Compare' }).click();
  await expect(writer.getByRole('main').locator('ins')).toContainText('And later ones.');
  // What the words look like, in words.
  await expect(writer.getByRole('main')).toContainText('Form of this line: paragraph before, heading now.');
  await expect(writer.getByRole('main')).toContainText('Now bold: “The bridge”.');
  await expectAccessible(writer);
});

test('[A2] an observer reads the versions, and neither names nor restores one', async ({ openAs, demoServer }) => {
  const writer = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker', nth: 1 }));
  const claim = await openClaim(writer, 'The road was mined.');
  await writer.goto(claim.address);
  await typeAtEnd(writer, 'Summary', 'One.');
  await expectSaved(writer);
  const observer = await openAs(demoServer.demoAccounts.find(({ party }) => party === 'Observer mission'));
  await observer.goto(`${claim.address}/history`);
  await expect(observer.getByRole('main')).toContainText('One.');
  await expect(observer.getByRole('button', { name: /^Restore/ })).toHaveCount(0);
  await expect(observer.getByRole('button', { name: 'Name it' })).toHaveCount(0);
  const refused = await send(observer, `/api/v1/claims/${claim.claimId}/versions/1/restore`);
  expect(refused.status()).toBe(403);
});

async function wipe(page: Page, name: Parameters<typeof text>[1]): Promise<void> {
  await text(page, name).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}
