import { expect, expectAccessible, personOf, test } from './support/test';

const words = 'The agreement was signed by the United States alone on one side, which the finding leaves out.';
const reason = 'The finding says itself who signed, in its first sentence, and the challenge quotes it without that.';

test('[C32] [CH2] [CH3] [CH6] [CH7] a reader without JavaScript challenges a verdict, both sides decide, and everybody sees it', async ({
  openAs,
  demoServer,
}) => {
  const reader = await openAs(undefined, { javaScriptEnabled: false });
  const [north, south] = [
    await openAs(personOf(demoServer, { party: 'Northern desk', role: 'moderator' })),
    await openAs(personOf(demoServer, { party: 'Southern desk', role: 'moderator' })),
  ];
  const { items } = await (await reader.request.get('/api/v1/verdicts')).json();
  const verdict = `/verdicts/${items[0].slug}`;

  const number = await test.step('a refused form comes back with what was typed and what to mend', async () => {
    await reader.goto(verdict);
    await reader.getByRole('link', { name: 'Challenge this verdict' }).click();
    await reader.getByLabel('What is wrong, and what shows it').fill(words);
    await reader.getByLabel('E-mail address').fill('reader@example.org');
    // What a browser itself would let through.
    await reader.getByLabel('Where it can be seen').fill('https://localhost');
    await reader.getByRole('button', { name: 'Send the challenge' }).click();
    await expect(reader).toHaveURL(/\/challenge\?again=[0-9a-f]{32}$/);
    await expect(reader.getByLabel('What is wrong, and what shows it')).toHaveValue(words);
    await expect(reader.getByLabel('E-mail address')).toHaveValue('reader@example.org');
    await expect(reader.getByLabel('Where it can be seen')).toHaveAccessibleDescription(/not a web address/);
    await reader.getByLabel('Where it can be seen').fill('https://example.org/agreement');
    await reader.getByRole('button', { name: 'Send the challenge' }).click();
    await expect(reader).toHaveURL(/\/challenges\/[0-9a-f]{64}$/);
    const heading = await reader.getByRole('heading', { level: 1 }).textContent();
    return Number(/\d+/.exec(heading ?? '')?.[0]);
  });
  const own = reader.url();
  const entry = (page: typeof reader) => page.locator(`#challenge-${number}`);

  await test.step('it is public at once with both clocks, and without its words', async () => {
    for (const path of [verdict, '/corrections']) {
      await reader.goto(path);
      await expect(entry(reader)).toContainText('Received');
      await expect(entry(reader)).toContainText(/To be acknowledged\s*by/);
      await expect(reader.getByText(words)).toHaveCount(0);
    }
  });

  await test.step('a moderator reads and acknowledges it, and declines for one side: it stays open', async () => {
    await north.goto('/desk/review');
    await north.getByRole('link', { name: new RegExp(`^Challenge ${number} `) }).click();
    await expect(entry(north)).toContainText(words);
    await expect(north.getByText('reader@example.org')).toHaveCount(0);
    await entry(north).getByRole('button', { name: 'Acknowledge' }).click();
    await expect(entry(north)).toContainText('Acknowledged');
    await entry(north).getByRole('radio', { name: 'Decline' }).check();
    await entry(north).getByLabel('Reason, for everybody to read').fill('Too short.');
    await entry(north).getByRole('button', { name: 'Decide for my party' }).click();
    await expect(entry(north).getByText(/it needs at least 40/)).toBeVisible();
    await entry(north).getByLabel('Reason, for everybody to read').fill(reason);
    await entry(north).getByRole('button', { name: 'Decide for my party' }).click();
    await expect(entry(north)).toContainText('Still to decide: Southern desk');
    await expectAccessible(north);
  });

  await test.step('the other side accepts it, and publishes its words', async () => {
    const claim = north.url().replace(/#.*$/, '');
    await south.goto(claim);
    await entry(south).getByRole('radio', { name: 'Accept for correction' }).check();
    await entry(south).getByLabel('Reason, for everybody to read').fill(reason);
    await entry(south).getByRole('checkbox', { name: 'Everybody may read them' }).check();
    await entry(south).getByRole('button', { name: 'Decide for my party' }).click();
    await expect(entry(south)).toContainText('Accepted for correction');
  });

  await test.step('the verdict, the list and the challenger’s own page say so, in the reader’s language', async () => {
    await reader.goto(verdict);
    await expect(entry(reader)).toContainText('Northern desk declined it');
    await expect(entry(reader)).toContainText('Southern desk accepted it for correction');
    await expect(entry(reader)).toContainText(words);
    await reader.goto('/uk/corrections');
    await expect(entry(reader)).toContainText('Прийнято до виправлення');
    await reader.goto(own);
    await expect(reader.getByText('It was accepted: the record is to be corrected.')).toBeVisible();
    await expect(reader.getByRole('button', { name: 'Withdraw the challenge' })).toHaveCount(0);
  });
});
