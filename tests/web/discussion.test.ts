import type { Page } from '@playwright/test';
import { said, text, typeAtEnd } from './support/desk';
import { done, openClaim, send } from './support/program';
import { expect, personOf, test } from './support/test';

const question = 'Did a ceasefire hold for a week?';
const canary = 'zyzzogeton';

test('[T30] [K3] [K4] [K5] [K9] two desks talk about a passage, each by itself too, and give each other tasks', async ({
  openAs,
  demoServer,
}) => {
  const southern = personOf(demoServer, { party: 'Southern desk', role: 'checker' });
  const author = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const colleague = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker', nth: 1 }));
  const other = await openAs(southern);
  const { claimId, address } = await openClaim(author, 'A ceasefire held for a week.');
  for (const page of [author, other]) await readAll(page);
  await author.goto(address);
  await typeAtEnd(author, 'Question', question);
  for (const page of [other, colleague]) await page.goto(`${address}?panel=comments`);
  await expect.poll(() => said(other, 'Question')).toBe(question);

  await test.step('one comments on a passage from the keyboard, and mentions somebody of the other desk', async () => {
    await text(author, 'Question').press('Control+a');
    await author.keyboard.press('Control+Alt+m');
    await expect(author.getByRole('radio', { name: 'All parties' })).toBeFocused();
    await author.keyboard.press('Space');
    const words = author.getByRole('textbox', { name: 'Comment', exact: true });
    await words.pressSequentially(`Which one, @${southern.name.slice(0, -1)}`);
    await expect(author.getByRole('option', { name: southern.name })).toHaveAttribute('aria-selected', 'true');
    await author.keyboard.press('Enter');
    await expect(words).toHaveValue(`Which one, @${southern.name} `);
    await author.getByRole('button', { name: 'Send to all parties' }).click();
    await expect(joint(author)).toBeFocused();
  });

  await test.step('the other desk is told at once, and answers where it is led to', async () => {
    await expect(joint(other)).toContainText(question);
    await expect(text(other, 'Question').locator('.cm')).toHaveText(question);
    await other.getByRole('link', { name: 'Notifications, 1 new' }).click();
    await other.getByRole('link', { name: /mentioned you in a comment/ }).click();
    await expect(joint(other)).toBeFocused();
    await expect(other.getByRole('link', { name: 'Notifications, none new' })).toBeVisible();
    await joint(other).getByRole('button', { name: 'Answer' }).click();
    await other.getByRole('textbox', { name: 'Answer' }).fill('That of March.');
    await other.getByRole('button', { name: 'Answer to all parties' }).click();
    await expect(joint(author)).toContainText('That of March.');
    await expect(author.getByRole('link', { name: 'Notifications, 1 new' })).toBeVisible();
  });

  await test.step('what a desk keeps to itself reaches its own people and no page of the other', async () => {
    await author.getByRole('button', { name: 'Comment on the claim' }).click();
    await author.getByRole('radio', { name: 'Only Northern desk' }).check();
    await author.getByRole('textbox', { name: 'Comment', exact: true }).fill(`We say nothing of the ${canary}.`);
    await author.getByRole('button', { name: 'Send to Northern desk only' }).click();
    const own = colleague.getByRole('article', { name: 'Comment that only Northern desk reads' });
    await expect(own).toContainText(canary);
    await expect(own).toContainText('Only Northern desk reads this');
  });

  await test.step('a passage that is taken out of the text leaves its quotation', async () => {
    await text(other, 'Question').press('Control+a');
    await other.keyboard.press('Backspace');
    await expect(joint(author)).toContainText('No longer in the text');
    await expect(joint(author)).toContainText(question);
  });

  await test.step('a task goes to the other desk, waits there, and is done there', async () => {
    await author.getByRole('button', { name: 'Add a task' }).click();
    const dialog = author.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'All parties' }).check();
    await dialog.getByLabel('What is to be done').fill('Find the protocol of the last day');
    await dialog.getByLabel('Person').selectOption({ label: southern.name });
    await dialog.getByLabel('Due on').fill('2026-03-02');
    await dialog.getByRole('button', { name: 'Add for all parties' }).click();
    await expect(dialog).toBeHidden();
    // Given, and due.
    await expect(other.getByRole('link', { name: 'Notifications, 2 new' })).toBeVisible();
    await other.goto('/desk');
    await other.getByRole('link', { name: /Find the protocol of the last day/ }).click();
    await other.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(author.getByText('1 task done')).toBeVisible();
    await expect(other.getByRole('link', { name: 'Notifications, 1 new' })).toBeVisible();
  });

  await test.step('the claim gets its own day and somebody who has it in hand, and a thread is resolved', async () => {
    await author.getByRole('button', { name: 'Change the due date' }).click();
    await author.getByLabel('Due on').fill('2026-03-09');
    await author.getByRole('button', { name: 'Set the date' }).click();
    await author.getByRole('button', { name: 'Change who has it in hand' }).click();
    await author.getByLabel('Person').selectOption({ index: 1 });
    await author.getByRole('button', { name: 'Assign' }).click();
    await expect(other.getByRole('region', { name: 'Dates and tasks' })).toContainText('9 March 2026');
    await expect(other.getByRole('region', { name: 'Dates and tasks' })).toContainText('Nobody');
    await other.getByRole('tab', { name: /^Comments/ }).click();
    await joint(other).getByRole('button', { name: 'Resolve' }).click();
    await author.getByRole('button', { name: 'Resolved: 1' }).click();
    await expect(joint(author)).toContainText('Resolved by');
  });

  await test.step('[T30] nothing of the other desk’s own has reached this page or any answer', async () => {
    expect(await other.content()).not.toContain(canary);
    const paths = [`${address}?panel=comments`, '/desk/activity', '/desk/notifications', '/desk'];
    const answers = [`/api/v1/claims/${claimId}/comments`, `/api/v1/claims/${claimId}/tasks`, '/api/v1/notifications'];
    for (const path of [...paths, ...answers]) expect(await (await other.request.get(path)).text(), path).not.toContain(canary);
    expect(await (await author.request.get(answers[0] ?? '')).text()).toContain(canary);
  });
});

function joint(page: Page) {
  return page.getByRole('article', { name: 'Comment that all parties read' });
}

/** Another journey on this server may have told the person something. */
async function readAll(page: Page): Promise<void> {
  const { waiting, items } = await done(await page.request.get('/api/v1/notifications'));
  const keys = waiting.map(({ key }: { key: string }) => key);
  await done(await send(page, '/api/v1/notifications/read', { keys, upTo: items[0]?.key }));
}
