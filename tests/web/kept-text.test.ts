import type { Page } from '@playwright/test';
import { expectSaved, openNotes, said, text, typeAtEnd } from './support/desk';
import { openClaim, readClaim } from './support/program';
import { expect, expectAccessible, personOf, signIn, test } from './support/test';

const first = 'Was the bridge closed in March? ';
const offline = 'Cars are meant, not boats. ';

test('[P62] [P63] what was typed without a connection outlives its tab, comes back once, and goes when its person signs out', async ({
  openAs,
  demoServer,
}) => {
  const checker = personOf(demoServer, { party: 'Northern desk', role: 'checker' });
  const page = await openAs(checker);
  const context = page.context();
  const { claimId, address } = await openClaim(page, 'The bridge was closed in March.');
  await page.goto(address);
  await typeAtEnd(page, 'Question', first);
  await expectSaved(page);
  await expect.poll(() => keptChanges(page)).toBe(0);

  await test.step('a tab that is closed without a connection loses nothing', async () => {
    await context.setOffline(true);
    await typeAtEnd(page, 'Question', offline);
    await expect.poll(() => keptChanges(page)).toBe(offline.length);
    await page.close();
    await context.setOffline(false);
  });

  const [one, two] = [await context.newPage(), await context.newPage()];
  await test.step('two tabs that both bring it back double nothing', async () => {
    await Promise.all([one.goto(address), two.goto(address)]);
    for (const tab of [one, two]) {
      await expect.poll(() => said(tab, 'Question')).toBe(first + offline);
      await expectSaved(tab);
    }
    expect((await readClaim(one, claimId)).record.question).toBe(first + offline);
    await expect.poll(() => keptChanges(one)).toBe(0);
  });

  await test.step('a private note that no server has is told of before it goes, and then it is gone', async () => {
    await two.close();
    await openNotes(one, address);
    await context.setOffline(true);
    await text(one, 'Notes').click();
    await one.keyboard.insertText('Nobody else’s business.');
    await expect.poll(() => keptChanges(one)).toBe(1);
    await one.close({ runBeforeUnload: false });
    await context.setOffline(false);

    const account = await context.newPage();
    await account.goto('/account');
    const warning = account.waitForEvent('dialog');
    const leaving = account.getByRole('button', { name: 'Sign out' }).click();
    const dialog = await warning;
    expect(dialog.message()).toContain('no server has it');
    await dialog.accept();
    await leaving;
    await account.waitForURL('**/sign-in');
    expect(await account.evaluate(() => indexedDB.databases())).toEqual([]);

    await signIn(account, checker);
    await openNotes(account, address);
    await expectSaved(account);
    expect(await said(account, 'Notes')).toBe('');
  });
});

test('[P64] words that were refused are offered over a reload, and go back with one key', async ({ openAs, demoServer }) => {
  const page = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const { claimId, address } = await openClaim(page, 'The bridge was opened again in May.');
  await page.goto(address);
  await typeAtEnd(page, 'Analysis', 'Before and after.');
  await expectSaved(page);

  // More than the 256 KiB that one edit may have, in the middle of what is saved.
  const large = 'The log of the bridge says so. '.repeat(9000);
  await text(page, 'Analysis').press('Control+Home');
  for (let step = 0; step < 'Before '.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText(large);
  const state = page.locator('[role=status][data-state]').first();
  await expect(state).toHaveAttribute('data-state', 'refused');
  await expect(page.getByText('too large for one edit')).toBeVisible();
  await expect.poll(() => said(page, 'Analysis')).toBe('Before and after.');

  await page.reload();
  const offered = page.getByRole('region', { name: 'Your unsaved changes' });
  await expect(offered.getByRole('textbox', { name: 'Analysis' })).toHaveValue(large);
  await expect.poll(() => said(page, 'Analysis')).toBe('Before and after.');
  await expect(state).toHaveAttribute('data-state', 'refused');
  await expectAccessible(page);

  await offered.getByRole('button', { name: 'Put back' }).press('Enter');
  await expect(offered.getByText('your words are in the record again')).toBeVisible();
  await expectSaved(page);
  expect((await said(page, 'Analysis')) === `Before ${large}and after.`).toBe(true);
  await expect.poll(async () => JSON.stringify((await readClaim(page, claimId)).record).includes(large.trim())).toBe(true);
  await page.reload();
  await expectSaved(page);
  await expect(offered).toBeHidden();
});

/** Changes that wait in this browser for a server, whoever made them. */
function keptChanges(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let kept = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await answerOf(indexedDB.open(name));
      kept += await answerOf(db.transaction('changes').objectStore('changes').count());
      db.close();
    }
    return kept;
  });
}
