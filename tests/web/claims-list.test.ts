import { openClaim, readClaim, send } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const reason = 'It says what will be, which nobody can check.';

test('[D2] [D3] [D4] [D5] [D7] [D8] finds, selects and changes claims from the keyboard, and keeps the view @both', async ({
  openAs,
  demoServer,
}) => {
  const checker = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const other = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }));
  const colleague = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'moderator' }));
  // A word that no other claim has, so that the desk of the demonstration stays out of the way.
  const word = `zyxel${Date.now().toString(36)}`;
  await checker.goto('/desk');
  const made = [];
  for (const n of [1, 2, 3]) made.push(await openClaim(checker, `The ${word} statement number ${n}.`));
  const [first, second, third] = made.map(({ claimId }) => claimId);
  const name = await checker
    .getByRole('navigation', { name: 'Desk' })
    .first()
    .getByRole('link', { name: /Northern desk/ })
    .innerText();

  // "/" goes to the search, Enter finds, and what is found has an address.
  await checker.goto('/desk/claims');
  await checker.keyboard.press('/');
  await expect(checker.getByRole('searchbox', { name: 'Find a claim' })).toBeFocused();
  await checker.keyboard.type(`${word}s`);
  await checker.keyboard.press('Enter');
  await checker.waitForURL(/q=zyxel/);
  const rows = checker.locator('tr[data-claim]');
  await expect(rows).toHaveCount(3);
  await expect(checker.getByText('3 claims, 3 of them at work')).toBeVisible();

  // Newest change first: j and the arrows go along, Space selects, Escape lets go.
  await checker.locator('body').click({ position: { x: 5, y: 5 } });
  await checker.keyboard.press('j');
  await expect(rows.nth(0).getByRole('link')).toBeFocused();
  await checker.keyboard.press('Space');
  await checker.keyboard.press('ArrowDown');
  await checker.keyboard.press('Space');
  await expect(checker.getByText('2 selected')).toBeVisible();
  await checker.keyboard.press('Escape');
  await expect(checker.getByText('2 selected')).toBeHidden();
  await checker.keyboard.press('k');
  await expect(rows.nth(0).getByRole('link')).toBeFocused();

  // The help names the keys, and turns those of one letter off.
  await checker.keyboard.press('?');
  const help = checker.getByRole('dialog', { name: 'Keys of this page' });
  await expect(help.getByText('Select the claim')).toBeVisible();
  await expectAccessible(checker);
  await help.getByRole('checkbox', { name: /Keys without Ctrl/ }).uncheck();
  await checker.keyboard.press('Escape');
  await checker.keyboard.press('?');
  await expect(help).toBeHidden();
  await checker.getByRole('button', { name: 'All keys' }).click();
  await help.getByRole('checkbox', { name: /Keys without Ctrl/ }).check();
  await checker.keyboard.press('Escape');

  // All three get a day; one is closed by the other side meanwhile, so only two can be closed here, and the answer says which not and why.
  await checker.getByRole('checkbox', { name: 'Select every claim on this page' }).check();
  await checker.getByRole('button', { name: 'Set the due date' }).click();
  await checker.getByLabel('Due on').fill('2020-01-02');
  await checker.getByRole('dialog').getByRole('button', { name: 'Set the due date' }).click();
  await expect(checker.getByText('3 claims were changed.')).toBeVisible();
  await expect(rows.getByText('Overdue: 2 January 2020')).toHaveCount(3);

  await rows.nth(0).getByRole('checkbox').check();
  await checker.getByRole('button', { name: 'Assign', exact: true }).click();
  await checker.getByRole('combobox', { name: 'Person' }).selectOption({ label: name.split('\n')[0] });
  await checker.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();
  await expect(rows.nth(0)).toContainText(`with ${name.split('\n')[0]}`);
  await other.goto(`/desk/claims?q=${word}`);
  await expect(other.locator('tr[data-claim]')).toHaveCount(3);
  await expect(other.getByText(/\bwith\b/)).toHaveCount(0);
  await other.goto('/desk/activity?kind=claim');
  await expect(other.getByText('assigned the claim')).toHaveCount(0);
  await colleague.goto('/desk/activity?kind=claim');
  await expect(colleague.getByText('assigned the claim to one of its people').first()).toBeVisible();

  await checker.getByRole('checkbox', { name: 'Select every claim on this page' }).check();
  const closing = await send(other, `/api/v1/claims/${third}/close`, { as: 'not-checkable', reason });
  expect(closing.ok()).toBe(true);
  await checker.getByRole('button', { name: 'Close as not checkable' }).click();
  await checker.getByLabel('Reason for all of them').fill('Too short.');
  await checker.getByRole('dialog').getByRole('button', { name: 'Close as not checkable' }).click();
  await expect(checker.getByText('This has 10 characters; it needs at least 20.')).toBeVisible();
  await checker.getByLabel('Reason for all of them').fill(reason);
  await checker.getByRole('dialog').getByRole('button', { name: 'Close as not checkable' }).click();
  await expect(checker.getByText('2 claims were changed.')).toBeVisible();
  await expect(checker.getByText('1 claim was not changed:')).toBeVisible();
  await expect(checker.getByText(/Claim \d+: This is not possible any more: the state has changed\./)).toBeVisible();
  for (const claimId of [first, second]) expect((await readClaim(checker, claimId ?? '')).state).toBe('closed');

  // The view gets a name, the party sees it, and it leads to the same list; back goes back.
  await checker.getByRole('button', { name: 'Save this view' }).click();
  await checker.getByLabel('Name').fill(`About ${word}`);
  await checker.getByRole('checkbox', { name: 'Show it to everybody of Northern desk' }).check();
  await checker.getByRole('button', { name: 'Save the view' }).click();
  await expect(checker.getByRole('link', { name: `About ${word}` })).toHaveAttribute('aria-current', 'page');
  await colleague.goto('/desk/claims');
  await colleague.getByRole('link', { name: new RegExp(`About ${word}, shared by`) }).click();
  await colleague.waitForURL(/q=zyxel/);
  await expect(colleague.locator('tr[data-claim]')).toHaveCount(3);
  await colleague.goBack();
  await colleague.waitForURL((url) => url.search === '');
  await other.goto('/desk/claims');
  await expect(other.getByRole('link', { name: new RegExp(`About ${word}`) })).toHaveCount(0);
  await checker.getByRole('button', { name: `Remove the view About ${word}` }).click();
  await expect(checker.getByRole('link', { name: `About ${word}` })).toHaveCount(0);
});

test('[D5] goes to a page, an action or a claim from the command menu, in either direction of writing', async ({
  openAs,
  demoServer,
}) => {
  const checker = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }));
  await checker.goto('/desk');
  const word = `qoph${Date.now().toString(36)}`;
  const { claimId } = await openClaim(checker, `The ${word} was signed.`);
  await checker.keyboard.press('Control+k');
  const menu = checker.getByRole('dialog', { name: 'Go to or find' });
  const field = menu.getByRole('combobox');
  await expect(field).toBeFocused();
  await expectAccessible(checker);
  await checker.keyboard.type(word);
  await expect(menu.getByRole('option', { name: new RegExp(word) })).toBeVisible();
  await checker.keyboard.press('Enter');
  await checker.waitForURL(`**/desk/claims/${claimId}`);
  await checker.keyboard.press('Control+k');
  await checker.keyboard.type('activ');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await checker.keyboard.press('Enter');
  await checker.waitForURL('**/desk/activity');
  // Escape closes it, and the focus is where it was.
  await checker.getByRole('button', { name: 'Go to or find' }).click();
  await checker.keyboard.type('nothing like this');
  await expect(menu.getByText('Nothing found.')).toBeVisible();
  await checker.keyboard.press('Escape');
  await expect(checker.getByRole('button', { name: 'Go to or find' })).toBeFocused();

  await send(checker, '/api/v1/me', { locale: 'ar' }, { method: 'PUT' });
  try {
    await checker.reload();
    await checker.keyboard.press('Control+k');
    const arabic = checker.getByRole('dialog', { name: 'انتقل أو ابحث' });
    await arabic.getByRole('combobox').fill('ادعاء جديد');
    await expect(arabic.getByRole('option', { name: 'إرسال ادعاء جديد' })).toBeVisible();
    await expectAccessible(checker);
    await checker.keyboard.press('Enter');
    await checker.waitForURL('**/desk/claims/new');
  } finally {
    await send(checker, '/api/v1/me', { locale: 'en' }, { method: 'PUT' });
  }
});

test('[D5] lists and filters without JavaScript', async ({ openAs, demoServer, browser }) => {
  const person = personOf(demoServer, { party: 'Southern desk', role: 'moderator' });
  const signed = await openAs(person);
  const context = await browser.newContext({
    baseURL: demoServer.url,
    javaScriptEnabled: false,
    storageState: await signed.context().storageState(),
  });
  try {
    const page = await context.newPage();
    await page.goto('/desk/claims');
    await expect(page.locator('tr[data-claim]').first()).toBeVisible();
    await page.getByRole('searchbox', { name: 'Find a claim' }).fill('Doha');
    await page.getByRole('combobox', { name: 'Stage' }).selectOption('published');
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(new URL(page.url()).search).toContain('q=Doha&stage=published');
    await expect(page.locator('tr[data-claim]')).toHaveCount(1);
    await page.locator('tr[data-claim] td.t a').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Doha');
    await page.goto('/desk/activity');
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('verdict');
    await page.getByRole('button', { name: 'Filter' }).click();
    await expect(page.getByText('was published: a joint finding').first()).toBeVisible();
    await expect(page.getByText('attached E1')).toHaveCount(0);
  } finally {
    await context.close();
  }
});
