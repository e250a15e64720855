import type { Page } from '@playwright/test';
import { localeNames, namespacesOf } from '@/tests/support/message-files';
import { send } from './support/program';
import { expect, personOf, test } from './support/test';

// Ukrainian and French, without axe: what it looks at does not depend on the language, and tests/web/accessible.test.ts asks it in English and Arabic.
const languages = ['uk', 'fr'] as const;
const widths = [1440, 390];

test.describe.configure({ mode: 'parallel' });

for (const language of languages)
  test(`readers and members find every word in ${language}, and nothing too wide`, async ({ openAs, demoServer }) => {
    test.setTimeout(240_000);
    const reader = await openAs();
    const { items } = await (await reader.request.get('/api/v1/verdicts')).json();
    const verdict = `/verdicts/${items[0].slug}`;
    const faults: string[] = [];
    for (const path of [
      '',
      '/search?q=Doha',
      '/search?q=zyzzyva',
      verdict,
      `${verdict}/revisions/2`,
      '/charter',
      '/about',
      '/verdicts/none',
    ])
      faults.push(...(await faultsAt(reader, `/${language}${path}`, language)));
    faults.push(...(await faultsAt(reader, `/sign-in?lang=${language}`, language)));

    const moderator = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'moderator' }));
    const claims = await (await moderator.request.get('/api/v1/claims')).json();
    const claimIn = (stage: string) => {
      type Item = { stage: string; words: { slug: string | null } };
      // What was taken back is open too.
      const found = claims.items.findLast(
        (claim: Item) => claim.stage === stage && (stage !== 'open' || claim.words.slug === null),
      );
      return `/desk/claims/${found.id}`;
    };
    await send(moderator, '/api/v1/me', { locale: language }, { method: 'PUT' });
    try {
      for (const path of [
        '',
        '/claims',
        '/claims/new',
        '/claims/import',
        '/review',
        '/sources',
        '/charter',
        '/members',
        '/activity',
      ])
        faults.push(...(await faultsAt(moderator, `/desk${path}`, language)));
      for (const path of [
        claimIn('open'),
        `${claimIn('open')}?panel=charter`,
        `${claimIn('signing')}/revisions/1`,
        claimIn('submitted'),
      ])
        faults.push(...(await faultsAt(moderator, path, language)));
      faults.push(...(await faultsAt(moderator, `${claimIn('published')}/history`, language)));
      faults.push(...(await faultsAt(moderator, '/account', language)));
    } finally {
      await send(moderator, '/api/v1/me', { locale: 'en' }, { method: 'PUT' });
    }
    expect(faults).toEqual([]);
  });

test('a reader changes the language on a phone without JavaScript, and programs are told of every language', async ({
  openAs,
}) => {
  const reader = await openAs(undefined, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await reader.goto('/about');
  const alternates = await reader
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')));
  expect(alternates.toSorted()).toEqual([...localeNames, 'x-default'].toSorted());
  await reader.locator('summary', { hasText: 'English' }).click();
  await reader.getByRole('banner').getByRole('link', { name: 'Українська' }).click();
  await expect(reader).toHaveURL(/\/uk\/about$/);
  await expect(reader.locator('html')).toHaveAttribute('lang', 'uk');
});

/** What next-intl shows for a message that it does not find: the way to it. Addresses of bytes look alike. */
const wayToMessage = new RegExp(
  `(?<![@/.\\w])(?:${namespacesOf('en')
    .map((file) => file.replace('.json', ''))
    .join('|')})(?:\\.[A-Za-z][\\w-]*)+`,
  'g',
);

async function faultsAt(page: Page, address: string, language: string): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize({ width: widths[0] ?? 0, height: 900 });
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const ways = (await page.locator('body').innerText()).match(wayToMessage) ?? [];
  faults.push(...ways.filter((way) => !/\.(?:json|csv)$/.test(way)).map((way) => `${address} shows ${way}`));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) faults.push(`${address} is ${tooWide} px too wide for ${width} px`);
  }
  return faults;
}
