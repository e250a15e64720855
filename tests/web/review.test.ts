import { prepareRecord } from './support/desk';
import { expectFits } from './support/newcomers';
import { approveAsProgram, freeze } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

test('[D10] [D11] what waits for a moderator stands first, leads to the signature by keyboard alone, and says what is new', async ({
  openAs,
  demoServer,
}) => {
  const person = (party: string, role: string, nth = 0) => openAs(personOf(demoServer, { party, role, nth }));
  const checker = await person('Northern desk', 'checker');
  const other = await person('Southern desk', 'checker');
  const north = await person('Northern desk', 'moderator');
  const south = await person('Southern desk', 'moderator');
  const mediator = await person('Observer mission', 'moderator');
  const { claimId, address } = await prepareRecord(
    { checker, other: south, analyst: other },
    'The ferry across the strait stopped in the winter.',
  );
  const revision = await freeze(checker, claimId);
  const part = (page: typeof north, name: RegExp) => page.getByRole('region', { name });
  const line = (page: typeof north, name: RegExp) =>
    part(page, name)
      .getByRole('listitem')
      .filter({ has: page.locator(`a.name[href="${address}/revisions/1"]`) });

  await test.step('it is asked of each moderator, until when, and of nobody else', async () => {
    for (const page of [north, south]) {
      await page.goto('/desk/review');
      const asked = line(page, /^Asked of you/);
      await expect(asked).toContainText('Sign by');
      await expect(asked).toContainText('Waits for Northern desk and Southern desk');
      await expect(asked).toContainText('proposed by Northern desk');
    }
    await checker.goto('/desk/review');
    await expect(line(checker, /asked of another moderator/)).toBeVisible();
    await mediator.goto('/desk/review');
    await expect(line(mediator, /^Your party observes/)).toBeVisible();
    await expectAccessible(south);
    await expectFits(south);
  });

  await test.step('after a signature it has left the list of who signed, and is new to the other', async () => {
    expect((await approveAsProgram(north, revision)).ok()).toBe(true);
    await north.goto('/desk/review');
    await expect(line(north, /^Waiting for other parties/)).toContainText('Waits for Southern desk');
    await south.goto('/desk/review');
    const asked = line(south, /^Asked of you/);
    const news = asked.locator('summary', { hasText: /thing/ });
    await news.focus();
    await south.keyboard.press('Enter');
    await expect(asked.getByRole('listitem').filter({ hasText: 'Northern desk approved revision 1.' })).toBeVisible();
  });

  await test.step('one link leads to what is signed, and the list is one link back', async () => {
    await line(south, /^Asked of you/)
      .locator('a.name')
      .focus();
    await south.keyboard.press('Enter');
    await south.waitForURL(`**${address}/revisions/1`);
    expect((await approveAsProgram(south, revision)).ok()).toBe(true);
    await south
      .getByRole('navigation', { name: 'Desk' })
      .getByRole('link', { name: /^Review and sign/ })
      .click();
    await south.waitForURL('**/desk/review');
    await expect(line(south, /^Asked of you/)).toHaveCount(0);
  });
});
