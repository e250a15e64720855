import { readFile } from 'node:fs/promises';
import { articleText, articleTitle } from '@/server/demo/article';
import { readClaim } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const list = [
  'claim;link;seen',
  '"The harbour was closed; nobody said why.";https://example.org/harbour;14.02.2026',
  'The lighthouse was sold in 1998.;https://example.org/lighthouse;',
  ';https://example.org/nothing;14.02.2026',
  '=1+1;no address;14.02.2026',
].join('\n');

test('[IN2] [IN3] [IN4] [IN12] an article becomes claims, and one of them is closed as a duplicate of another', async ({
  openAs,
  demoServer,
}) => {
  const checker = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
  const other = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }));

  const [cyber, delay] =
    await test.step('a checker pastes it, ticks two sentences without a mouse, and submits them', async () => {
      await checker.goto('/desk/claims/new');
      await checker.getByRole('link', { name: 'From an article' }).click();
      await checker.getByLabel('Text of the article').fill(articleText);
      await checker.getByLabel('Article, speech or channel').fill(articleTitle);
      await checker.getByLabel('Seen on').fill('2026-03-02');
      await checker.getByRole('button', { name: 'Read the article' }).click();
      await expect(checker.getByRole('heading', { name: `Sentences of “${articleTitle}”` })).toBeFocused();
      const cyberBox = checker.getByRole('checkbox', { name: /joint cyber exercises/ });
      const delayBox = checker.getByRole('checkbox', { name: /delays a settlement/ });
      await expect(checker.getByRole('listitem').filter({ has: delayBox }).getByText('figure', { exact: true })).toBeVisible();
      // What cannot be checked is there too, further down.
      await expect(checker.getByRole('checkbox', { name: /Words can undo the work/ })).toBeHidden();
      for (const box of [cyberBox, delayBox]) {
        await box.focus();
        await checker.keyboard.press('Space');
        await expect(box).toBeChecked();
      }
      const titles = checker.getByLabel(/^Neutral title/);
      await expect(titles.last()).toHaveValue('Misinformation delays a settlement by nine months on average');
      await titles.first().fill('x'.repeat(76));
      await expectAccessible(checker);
      await checker.getByRole('button', { name: 'Submit as claims' }).click();
      await expect(checker.getByText('This has 76 characters; at most 75 are allowed.')).toBeVisible();
      await titles.first().fill('Joint cyber exercises rose by 42 per cent in a year');
      await checker.getByRole('button', { name: 'Submit as claims' }).click();
      await expect(checker.getByRole('heading', { name: '2 claims were made' })).toBeFocused();
      const links = await checker
        .getByRole('link', { name: /^Claim \d+ · / })
        .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
      return links;
    });

  await test.step('each keeps the sentence word for word, and where in the article it stands', async () => {
    const claim = await readClaim(checker, idOf(delay));
    expect(claim).toMatchObject({
      state: 'submitted',
      wording: 'Misinformation delays a settlement by nine months on average.',
      neutralTitle: 'Misinformation delays a settlement by nine months on average',
      appearances: [{ title: articleTitle, seenOn: '2026-03-02', locator: expect.stringMatching(/^sentence \d+$/) }],
    });
    expect(articleText).toContain(claim.wording);
  });

  await test.step('whoever types the same is shown it, and may submit it all the same', async () => {
    await other.goto('/desk/claims/new');
    await other.getByLabel('The claim, word for word').fill('Misinformation delays settlements by nine months.');
    await expect(other.getByRole('link', { name: /Misinformation delays a settlement/ }).first()).toBeVisible();
  });

  await test.step('the other desk closes one as a duplicate, chosen among the like ones, and both lead to each other', async () => {
    await other.goto(delay ?? '');
    await other.getByRole('button', { name: 'Close the claim' }).click();
    const dialog = other.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Duplicate' }).check();
    await dialog.getByLabel('Reason').fill('The other one speaks of the same figure.');
    await dialog.getByRole('button', { name: 'Close this claim' }).click();
    await expect(dialog.getByText('Choose the claim that this one repeats.')).toBeVisible();
    await dialog.getByLabel('Find the other claim').fill('cyber exercises rose by 42 per cent among allied states');
    await dialog.getByRole('radio', { name: new RegExp(`#${await numberOf(cyber)} · `) }).check();
    await expectAccessible(other);
    await dialog.getByRole('button', { name: 'Close this claim' }).click();
    await expect(other.getByText('Closed: duplicate')).toBeVisible();
    await other.getByRole('link', { name: /^It repeats claim/ }).click();
    await other.waitForURL(`**${cyber}`);
    await other.getByRole('link', { name: `claim ${await numberOf(delay)}`, exact: true }).click();
    await other.waitForURL(`**${delay}`);
  });

  async function numberOf(address = ''): Promise<number> {
    return (await readClaim(checker, idOf(address))).number;
  }
});

test('[IN5] [IN8] [IN9] [IN10] [IN11] [IN17] [IN18] a list is looked at, taken, taken no second time and discarded, on a phone', async ({
  openAs,
  demoServer,
}) => {
  const checker = await openAs(personOf(demoServer, { party: 'Southern desk', role: 'checker' }), {
    viewport: { width: 390, height: 844 },
  });
  const bring = async () => {
    await checker.goto('/desk/claims/import');
    await checker
      .getByLabel('File')
      .setInputFiles({ name: 'harbour.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${list}`) });
    await checker.getByRole('button', { name: 'Read the list' }).click();
    await checker.waitForURL(/\/desk\/claims\/import\/[0-9a-f-]{36}$/);
    await expect(checker.getByLabel('Days are written')).toHaveValue('day-first');
    await checker.getByRole('button', { name: 'Look at the rows' }).click();
    await expect(checker.getByRole('heading', { name: 'The first 4 rows: 2 would be refused' })).toBeFocused();
  };

  await test.step('its columns are named, and each row says what it would become', async () => {
    await bring();
    await expect(checker.getByLabel('Wording')).toHaveValue('claim');
    await expect(checker.getByLabel(/^Web address/)).toHaveValue('link');
    await expect(checker.getByText('Nothing is there. Fill it in, or choose another column.')).toBeVisible();
    await expect(checker.getByText('example.org · 2026-02-14')).toBeVisible();
    await expectAccessible(checker);
  });

  await test.step('the server takes what can be taken, and says why the rest was not', async () => {
    await checker.getByRole('button', { name: 'Begin: 4 rows' }).click();
    await expect(checker.getByText('All 4 rows are done')).toBeVisible();
    await expect(checker.getByRole('heading', { name: '2 rows were refused' })).toBeVisible();
    await expectAccessible(checker);
    const download = checker.waitForEvent('download');
    await checker.getByRole('link', { name: 'Download the report (CSV)' }).click();
    const report = await readFile(await (await download).path(), 'utf8');
    // The last row is refused for two things.
    expect(report.split('\r\n')).toHaveLength(7);
    expect(report).toContain('3,refused,,Wording,,Nothing is there.,"Fill it in, or choose another column.",');
    expect(report).toContain('4,refused,,Web address,no address,This is no web address.');
    expect(report).toContain("'=1+1");
  });

  await test.step('the same list again makes no claim, and says where those are that it has', async () => {
    await bring();
    await checker.getByRole('button', { name: 'Begin: 4 rows' }).click();
    await expect(checker.getByText('All 4 rows are done')).toBeVisible();
    const { items } = await (await checker.request.get('/api/v1/imports')).json();
    expect(items[0].counts).toEqual({ waiting: 0, taken: 0, known: 2, refused: 2, discarded: 0 });
    const known = checker.getByRole('region', { name: '2 rows were here already' });
    await known.getByRole('link').first().click();
    await expect(checker).toHaveTitle(/harbour was closed/);
  });

  await test.step('one that was cancelled goes on where it stopped, and what is left of it can be thrown away', async () => {
    // None of them is taken: other tests look at the claims of this desk.
    const rows = Array.from({ length: 18_000 }, (_, row) => `Buoy ${row} was moved.,nowhere`);
    await checker.goto('/desk/claims/import');
    const buffer = Buffer.from(['claim,url', ...rows].join('\n'));
    await checker.getByLabel('File').setInputFiles({ name: 'buoys.csv', mimeType: 'text/csv', buffer });
    await checker.getByRole('button', { name: 'Read the list' }).click();
    await checker.getByRole('button', { name: 'Look at the rows' }).click();
    await checker.getByRole('button', { name: 'Begin: 18,000 rows' }).click();
    for (const next of ['Go on with', 'Discard']) {
      await checker.getByRole('button', { name: 'Cancel the import' }).click();
      await expect(checker.getByText(/^Cancelled after /)).toBeVisible();
      await checker.getByRole('button', { name: new RegExp(`^${next} [\\d,]+ rows$`) }).click();
    }
    await expect(checker.getByText(/^Discarded after /)).toBeVisible();
    await expectAccessible(checker);
  });

  await test.step('the other desk sees the claims and not the list', async () => {
    const other = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'checker' }));
    const { items } = await (await other.request.get('/api/v1/imports')).json();
    expect(items.map(({ fileName }: { fileName: string }) => fileName)).not.toContain('harbour.csv');
    expect(
      (await other.request.get(new URL(checker.url()).pathname.replace('/desk/claims/import', '/api/v1/imports'))).status(),
    ).toBe(404);
    await other.goto('/desk/claims?stage=submitted');
    await expect(other.getByRole('link', { name: 'The lighthouse was sold in 1998.' })).toBeVisible();
  });
});

function idOf(address = ''): string {
  return address.split('/').at(-1) ?? '';
}
