import { expectFits, newPeople } from './support/newcomers';
import { done, expectRefused, openClaim, proposeCharter, send } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, expectAccessible, signIn, test } from './support/test';

let server: Countersign;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startCountersign({ demo: false });
});

test.afterAll(async () => {
  await server?.stop();
});

test('[C38] [H13] [H16] an amendment is drafted together, proposed, read, ratified by all, and changes what the software does', async ({
  browser,
}) => {
  const { steward, north, south } = newPeople();
  const open = async () => (await browser.newContext({ baseURL: server.url })).newPage();
  const enter = async (person: { email: string; password: string }) => {
    const page = await open();
    await signIn(page, person);
    return page;
  };
  const reader = await (await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })).newPage();

  await test.step('a desk is set up with a moderator on each side', async () => {
    const page = await open();
    await page.goto(/Set the desk up, once, at (\S+)/.exec(server.output())?.[1] ?? '');
    const values: Record<string, string> = {
      ...{ 'workspace.name': 'New desk', 'workspace.slug': 'new-desk', 'workspace.contact': 'desk@example.org' },
      ...{ 'steward.name': 'Steward', 'steward.email': steward.email, 'steward.password': steward.password },
    };
    for (const [index, party, letter, person] of [
      [0, 'Northern desk', 'N', north],
      [1, 'Southern desk', 'S', south],
    ] as const) {
      const at = `parties.${index}`;
      Object.assign(values, { [`${at}.name`]: party, [`${at}.letter`]: letter, [`${at}.moderator.name`]: person.name });
      Object.assign(values, { [`${at}.moderator.email`]: person.email, [`${at}.moderator.password`]: person.password });
    }
    for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
    await page.getByRole('button', { name: 'Set up the desk' }).click();
    await page.waitForURL('**/sign-in*');
  });

  const [northPage, southPage] = [await enter(north), await enter(south)];
  const early = await test.step('its first charter is in force, and a claim is opened under it', async () => {
    const { sha256 } = await proposeCharter(northPage, { noticeDays: 0 });
    for (const page of [northPage, southPage]) await done(await send(page, '/api/v1/charter/ratifications', { sha256 }));
    return openClaim(northPage, 'The bridge over the river was opened on the first of May.');
  });

  await test.step('[H19] both sides draft it together: each sees the other, and what the other chooses', async () => {
    await northPage.goto('/desk/charter');
    await northPage.getByRole('link', { name: 'Draft an amendment' }).click();
    await northPage.getByRole('button', { name: 'Begin a new draft' }).click();
    await southPage.goto('/desk/charter/draft');
    await expect(southPage.getByText(`Here now: ${north.name}`)).toBeVisible();
    await expect(northPage.getByText(`Here now: ${south.name}`)).toBeVisible();
    await southPage.getByLabel('Least accepted sources').fill('3');
    await southPage.getByLabel('Least accepted sources').press('Enter');
    await expect(northPage.getByLabel('Least accepted sources')).toHaveValue('3');
    await expect(northPage.locator('#C07')).toContainText(`At this clause now: ${south.name}`);
    await northPage.getByLabel('Least appearances').fill('2');
    await northPage.getByLabel('Least appearances').blur();
    await expect(southPage.getByText('In force: 1. It would be: 2.')).toBeVisible();
    await northPage.getByRole('checkbox', { name: 'Clause C10 is in the charter' }).uncheck();
    await expect(southPage.locator('#C10')).toContainText('Left out of this draft');
    for (const page of [northPage, southPage]) {
      await expect(page.getByText('3 things differ from version 1, which is in force.')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'What version 2 changes in version 1' })).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
    }
    const storageState = await northPage.context().storageState();
    const plain = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, storageState });
    const read = await plain.newPage();
    await read.goto('/desk/charter/draft');
    // A browser whose scripts are off by emulation shows no noscript, so its words are looked for in the bytes.
    expect(await (await plain.request.get('/desk/charter/draft')).text()).toContain('Editing needs JavaScript.');
    await expect(read.locator('#C07')).toContainText('A verdict rests on at least 3 accepted sources.');
    await plain.close();
  });

  await test.step('[P72] a number stays its typist’s own until they are done, and what the other side chose meanwhile is said', async () => {
    const [own, other] = [northPage.getByLabel('Hours for signing'), southPage.getByLabel('Hours for signing')];
    const before = await own.inputValue();
    await own.selectText();
    await northPage.keyboard.type('9');
    await other.fill('200');
    await other.blur();
    await expect(northPage.getByText('Southern desk chose 200 meanwhile.')).toBeVisible();
    await expect(own).toHaveValue('9');
    await own.blur();
    await expect(northPage.getByText('What you typed is not in the draft.')).toBeVisible();
    await expect(own).toHaveAttribute('aria-invalid', 'true');
    await own.press('End');
    await northPage.keyboard.type('6');
    await expect(own).toHaveValue('96');
    await expect(other).toHaveValue('200');
    await own.blur();
    await expect(other).toHaveValue('96');
    await own.fill(before);
    await other.fill('300');
    await other.press('Enter');
    // Who stays in a field keeps what stands there.
    await other.blur();
    await expect(northPage.getByText('Southern desk chose 300 meanwhile.')).toBeVisible();
    await own.press('Enter');
    await expect(northPage.getByText('What you typed is not in the draft.')).toBeVisible();
    await expect(other).toHaveValue('300');
    await northPage.getByRole('button', { name: `Choose ${before}` }).click();
    await expect(other).toHaveValue(before);
    await expect(northPage.getByText('meanwhile.')).toHaveCount(0);
  });

  await test.step('[H20] one side proposes what both have, and the draft ends for the other', async () => {
    await northPage.getByLabel('Least accepted sources').fill('99');
    await northPage.getByRole('button', { name: 'Propose version 2' }).click();
    await expect(northPage.getByText('Something that you typed is not in the draft.')).toBeVisible();
    await northPage.getByLabel('Least accepted sources').fill('3');
    await northPage.getByRole('button', { name: 'Propose version 2' }).click();
    await northPage.waitForURL('**/desk/charter');
    await expect(northPage.getByText('Withdraw version 2').first()).toBeVisible();
    await expect(southPage.getByRole('heading', { name: 'Draft 2, which has ended' })).toBeVisible();
    await expect(southPage.getByText('Version 2 has been proposed by Northern desk')).toBeVisible();
    await reader.goto('/charter');
    await expect(reader.locator('main')).not.toContainText('Version 2');
  });

  await test.step('[H12] the other side reads what changes, and both ratify', async () => {
    await southPage.goto('/desk/charter');
    const row = southPage.getByRole('row', { name: /^C01/ });
    await expect(row).toContainText('At least 1 place where the claim appeared.');
    await expect(row).toContainText('At least 2 places where the claim appeared.');
    await expectAccessible(southPage);
    await expectFits(southPage);
    await southPage.getByRole('link', { name: 'To the form' }).click();
    await expect(southPage).toHaveURL(/#ratify$/);
    for (const [page, party] of [
      [southPage, 'Southern desk'],
      [northPage, 'Northern desk'],
    ] as const) {
      await page.getByRole('checkbox', { name: /^I have read this text/ }).check();
      await page.getByRole('button', { name: `Ratify version 2 for ${party}` }).click();
      await expect(page.getByText('Your party has ratified version 2.')).toBeVisible();
      await expect(page.getByText(`${party} ratified it`).first()).toBeVisible();
    }
    await expect(northPage.getByRole('heading', { name: /^Version 2 in force/ })).toBeVisible();
  });

  await test.step('a new claim obeys it, and one that was open does not', async () => {
    const appearance = { title: 'A speech at the talks', seenOn: '2026-03-02' };
    const claim = { wording: 'The bridge was closed again in June.', language: 'en', appearance };
    const { id } = await done(await send(northPage, '/api/v1/claims', claim));
    const opening = await send(northPage, `/api/v1/claims/${id}/open`, { statement: 'fact' });
    await expectRefused(opening, 422, 'charter-unmet');
    await southPage.goto(early.address);
    await expect(southPage.getByText('Version 2 of the charter is in force; this claim is bound by version 1')).toBeVisible();
  });

  await test.step('[H15] it goes over when both sides agree', async () => {
    await southPage.getByRole('button', { name: 'Agree to version 2 for this claim' }).click();
    await expect(southPage.getByText('It goes over when Northern desk agrees too.')).toBeVisible();
    await northPage.goto(early.address);
    await northPage.getByRole('button', { name: 'Agree to version 2 for this claim' }).click();
    await expect(northPage.getByText('this claim is bound by version 1')).toHaveCount(0);
  });

  await test.step('the public reads both versions, and what changed between them', async () => {
    await reader.goto('/charter');
    await expect(reader.getByRole('heading', { name: 'What version 2 changes in version 1' })).toBeVisible();
    await expect(reader.getByRole('row', { name: /^C01/ })).toContainText('At least 2 places');
    await expectFits(reader);
    await reader.getByRole('link', { name: 'Version 1', exact: true }).click();
    await expect(reader.locator('main')).toContainText('Superseded');
  });
});
