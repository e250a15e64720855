import { expectSaved, said, text, typeAtEnd } from './support/desk';
import { openClaim } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const closing = 'Our desk holds that this is an opinion.';
const reason = 'It names a date and a place, so it can be checked.';

const saved = 'The harbour has lists of the ferry.';
const typedOffline = ' They name the third of June.';

test('[L11] [L12] [P49] what one desk closed, a moderator of the other takes back to work, and both reasons stay', async ({
  openAs,
  demoServer,
}) => {
  const person = (party: string, role: string) => openAs(personOf(demoServer, { party, role }));
  const south = await person('Southern desk', 'checker');
  const checker = await person('Northern desk', 'checker');
  const moderator = await person('Northern desk', 'moderator');
  const { address } = await openClaim(checker, 'The ferry sailed on the third of June.');

  await test.step('somebody writes in it, and goes on in a tunnel', async () => {
    await checker.goto(address);
    await typeAtEnd(checker, 'Summary', saved);
    await expectSaved(checker);
    await checker.context().setOffline(true);
    await typeAtEnd(checker, 'Summary', typedOffline);
  });

  await test.step('a checker of the other desk closes it, and its own page cannot undo that', async () => {
    await south.goto(address);
    await south.getByRole('tab', { name: 'History' }).click();
    await south.getByRole('button', { name: 'Close the claim' }).click();
    const dialog = south.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Not checkable' }).check();
    await dialog.getByLabel('Reason').fill(closing);
    await dialog.getByRole('button', { name: 'Close this claim' }).click();
    await expect(south.getByText('Closed: not checkable')).toBeVisible();
    await expect(south.getByRole('button', { name: 'Reopen the claim' })).toHaveCount(0);
  });

  const offered = checker.getByRole('region', { name: 'Your unsaved changes' });
  await test.step('whoever was writing is told in words, cannot write on, and keeps what was not saved', async () => {
    await checker.context().setOffline(false);
    await expect(checker.getByText('The claim was closed while you were writing.', { exact: false })).toBeVisible();
    await expect(offered.getByRole('textbox', { name: 'Summary, not saved' })).toHaveValue(typedOffline);
    await expect(offered.getByRole('button', { name: 'Put back' })).toHaveCount(0);
    await expect(text(checker, 'Summary')).not.toBeEditable();
    await expect.poll(() => said(checker, 'Summary')).toBe(saved);
    await expectAccessible(checker);
  });

  await test.step('a moderator reopens it with a reason, and it can be written in again', async () => {
    await moderator.goto(address);
    await expect(moderator.getByText(closing).first()).toBeVisible();
    await moderator.getByRole('button', { name: 'Reopen the claim' }).click();
    await expectAccessible(moderator);
    const dialog = moderator.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Too short.');
    await dialog.getByRole('button', { name: 'Reopen', exact: true }).click();
    await expect(dialog.getByText(/20/).first()).toBeVisible();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'Reopen', exact: true }).click();
    await expect(text(moderator, 'Question')).toBeEditable();
    await expect(moderator.getByText('Closed: not checkable')).toHaveCount(0);
  });

  await test.step('whoever was writing goes on in the same page', async () => {
    await offered.getByRole('button', { name: 'Put back' }).click();
    await expect.poll(() => said(checker, 'Summary')).toBe(saved + typedOffline);
    await expectSaved(checker);
    await expect.poll(() => said(moderator, 'Summary')).toBe(saved + typedOffline);
  });

  await test.step('the history and the activity tell both', async () => {
    await south.goto('/desk/activity');
    await expect(south.getByText(`Southern desk closed the claim as not checkable. Reason: ${closing}`)).toBeVisible();
    await expect(
      south.getByText(`Northern desk reopened the claim, which was closed as not checkable. Reason: ${reason}`),
    ).toBeVisible();
    await south.goto(`${address}?panel=history`);
    await expect(south.getByText(`Reason: ${reason}`)).toBeVisible();
  });
});
