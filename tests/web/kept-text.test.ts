import type { Page } from '@playwright/test';
import { closeAfterWarning, expectSaved, goToStart, openNotes, said, text, typeAtEnd } from './support/desk';
import { openClaim } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

test('[P61] [P63] a browser keeps what no server has confirmed until its person signs out, who is told', async ({
  openAs,
  demoServer,
}) => {
  const page = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const context = page.context();
  const { address } = await openClaim(page, 'The bridge was closed in March.');
  await openNotes(page, address);
  await typeAtEnd(page, 'Question', 'Was the bridge closed?');
  await expectSaved(page);
  await expect.poll(() => keptChanges(page)).toBe(0);
  await context.setOffline(true);
  await text(page, 'Notes').click();
  await page.keyboard.insertText('Nobody else’s business.');
  await expect.poll(() => keptChanges(page)).toBe(1);
  await closeAfterWarning(page);
  await context.setOffline(false);

  const account = await context.newPage();
  await account.goto('/account');
  const warning = account.waitForEvent('dialog');
  const leaving = account.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = await warning;
  expect(dialog.message()).toContain('no server has it');
  await dialog.accept();
  await leaving;
  await account.waitForURL('**/sign-in');
  expect(await account.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('[P64] words that were refused are offered over a reload, and go back with one key', async ({ openAs, demoServer }) => {
  const page = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const { address } = await openClaim(page, 'The bridge was opened again in May.');
  await page.goto(address);
  await typeAtEnd(page, 'Analysis', 'Before and after.');
  await expectSaved(page);

  // More than the 256 KiB that one edit may have, in the middle of what is saved.
  const large = 'The log of the bridge says so. '.repeat(9000);
  await goToStart(text(page, 'Analysis'));
  for (let step = 0; step < 'Before '.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText(large);
  const state = page.locator('[role=status][data-state]').first();
  await expect(state).toHaveAttribute('data-state', 'refused');
  await expect(page.getByText('too large for one edit')).toBeVisible();
  await expect.poll(() => said(page, 'Analysis')).toBe('Before and after.');

  await page.reload();
  const offered = page.getByRole('region', { name: 'Your unsaved changes' });
  await expect(offered.getByRole('textbox', { name: 'Analysis, not saved' })).toHaveValue(large);
  await expect.poll(() => said(page, 'Analysis')).toBe('Before and after.');
  await expect(state).toHaveAttribute('data-state', 'refused');
  await expectAccessible(page);

  await offered.getByRole('button', { name: 'Put back' }).press('Enter');
  await expect(offered.getByText('your words are in the record again')).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expectSaved(page);
  // Compared in one word: a difference of 270,000 letters is no message.
  expect((await said(page, 'Analysis')) === `Before ${large}and after.`).toBe(true);
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
