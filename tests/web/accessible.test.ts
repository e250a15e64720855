import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { messagesOf } from '@/tests/support/message-files';
import { send } from './support/program';
import { expect, personOf, test } from './support/test';

const languages = ['en', 'ar'] as const;
type Language = (typeof languages)[number];

/** What is looked at; `open` brings it into the state that its name says. */
type Sight = { name: string; address: string; open?: (page: Page) => Promise<void> };

const widths = { desktop: 1440, phone: 390 };
/** Each width and each scheme in both languages, and contrast, which takes axe longer than all else, three times of the four: colours do not depend on the language. */
const schemes = {
  en: { desktop: 'light', phone: 'dark' },
  ar: { desktop: 'dark', phone: 'light' },
} as const;
const withoutContrast = { language: 'ar', device: 'phone' };
/** Nothing moves, so that no colour is measured on its way from one scheme to the other. */
const still = { reducedMotion: 'reduce' } as const;
/** In as many parts as there is to look at in two minutes, which workers share among themselves. */
const parts = [0, 1, 2] as const;

test.describe.configure({ mode: 'parallel' });

for (const language of languages) {
  test(`every public page is accessible and fits its width, in ${language}`, async ({ openAs }) => {
    const reader = await openAs(undefined, still);
    // The demo's own, whatever other journeys have published since: the oldest of each outcome.
    const oldest = async (outcome: string) => {
      const { items } = await (await reader.request.get(`/api/v1/verdicts?outcome=${outcome}`)).json();
      return `/verdicts/${items.at(-1).slug}`;
    };
    const verdict = await oldest('joint');
    const prefix = language === 'en' ? '' : `/${language}`;
    const sights: Sight[] = [
      ...[
        '/',
        '/search?q=Doha',
        '/search?q=zyzzyva',
        verdict,
        '/charter',
        '/charter/1',
        '/parity',
        '/transparency',
        '/about',
        '/verdicts/there-is-none',
      ],
      `${verdict}/revisions/2`,
      `${verdict}/challenge`,
      await oldest('with-dissent'),
      await oldest('split'),
      await oldest('no-joint-finding'),
      '/search?outcome=split',
      '/corrections',
      ...(await afterwards(reader)),
    ].map((path) => ({ name: path, address: path === '/' && prefix !== '' ? prefix : `${prefix}${path}` }));
    const entrances = ['/sign-in', '/sign-in/forgotten', '/sign-in/refused?why=no-invitation'].map((path) => ({
      name: path,
      address: `${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
    }));
    expect(await faultsOf(reader, [...sights, ...entrances], language)).toEqual([]);
  });

  for (const part of parts)
    test(`every page of the desk is accessible and fits its width, in ${language}, part ${part + 1} of ${parts.length}`, async ({
      openAs,
      demoServer,
    }) => {
      test.setTimeout(480_000);
      const moderator = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'moderator' }), still);
      const records = await recordsByStage(moderator);
      await discuss(moderator, records.open ?? '');
      const sights = deskSights(records, await bringList(moderator), language);
      await inLanguage(moderator, language, async () => {
        const own = sights.filter((_sight, index) => index % parts.length === part);
        expect(await faultsOf(moderator, own, language)).toEqual([]);
      });
    });

  test(`every page that a steward sees of the desk is accessible and fits its width, in ${language}`, async ({
    openAs,
    demoServer,
  }) => {
    const moderator = await openAs(personOf(demoServer, { party: 'Northern desk', role: 'moderator' }));
    const { open = '' } = await recordsByStage(moderator);
    const steward = await openAs(
      demoServer.demoAccounts.find(({ role }) => role === 'steward'),
      still,
    );
    await inLanguage(steward, language, async () => {
      // A steward's page of a record holds no record to wait for.
      const sights = ['/desk', '/desk/claims', '/desk/review', open].map((address) => ({ name: `steward ${address}`, address }));
      expect(await faultsOf(steward, sights, language)).toEqual([]);
    });
  });
}

/** The corrected and the retracted verdict of the demo world, which no list of verdicts has any more: the list of corrections leads there. */
async function afterwards(reader: Page): Promise<string[]> {
  const html = await (await reader.request.get('/corrections')).text();
  const paths = [...html.matchAll(/href="(\/verdicts\/[a-z0-9-]+)"/g)].map(([, path = '']) => path);
  expect(new Set(paths).size).toBeGreaterThanOrEqual(2);
  return [...new Set(paths)].slice(0, 2);
}

/** The person of a page reads the desk in a language meanwhile. */
async function inLanguage(page: Page, language: Language, look: () => Promise<void>): Promise<void> {
  await send(page, '/api/v1/me', { locale: language }, { method: 'PUT' });
  try {
    await look();
  } finally {
    await send(page, '/api/v1/me', { locale: 'en' }, { method: 'PUT' });
  }
}

/** One claim of the demo world for each stage that a record has. */
async function recordsByStage(page: Page): Promise<Record<string, string>> {
  const { items } = await (await page.request.get('/api/v1/claims')).json();
  type Item = { id: string; stage: string; words: { slug: string | null } };
  // The newest comes first, so the oldest of a stage is kept: the demo's own. What was taken back is open too, and not in its first round.
  const first = items.filter(({ stage, words }: Item) => stage !== 'open' || words.slug === null);
  const stages = new Map<string, string>(first.map(({ id, stage }: Item) => [stage, `/desk/claims/${id}`]));
  for (const stage of ['submitted', 'open', 'signing', 'published', 'closed']) expect([...stages.keys()]).toContain(stage);
  return Object.fromEntries(stages);
}

/** A list with a row of each kind, not begun. */
async function bringList(page: Page): Promise<string> {
  const text = 'claim,url\nA claim that is made.,https://example.org/a\nOne cell';
  const { id } = await (await send(page, '/api/v1/imports', { fileName: 'list.csv', text })).json();
  return `/desk/claims/import/${id}`;
}

/** A joint thread, a party's own one and a task of each, so that there is something to look at. */
async function discuss(page: Page, record: string): Promise<void> {
  const claim = record.replace('/desk', '/api/v1');
  for (const audience of ['joint', 'party']) {
    const on = { kind: 'clause', clause: 'C07' };
    await send(page, `${claim}/comments`, { audience, on, body: 'Which source is meant?', mentions: [] });
    await send(page, `${claim}/tasks`, { audience, what: 'Find the second source', dueOn: '2026-03-09' });
  }
}

function deskSights(records: Record<string, string>, brought: string, language: Language): Sight[] {
  const say = (key: string, facts: Record<string, string> = {}) =>
    Object.entries(facts).reduce(
      (words, [name, value]) => words.replace(`{${name}}`, value),
      messagesOf(language, 'desk.json').get(key) ?? `no message ${key}`,
    );
  const discussion = (key: string) => messagesOf(language, 'discussion.json').get(key) ?? `no message ${key}`;
  const connected = (page: Page) => expect(page.locator('[contenteditable="true"]').first()).toBeVisible();
  const open = records.open ?? '';
  return [
    ...[
      '',
      '/claims',
      '/claims/new',
      '/claims/new?from=article',
      '/claims/import',
      '/review',
      '/sources',
      '/charter',
      '/charter/draft',
      '/members',
      '/transparency',
      '/activity',
      '/notifications',
      '/outbox',
    ].map((path) => ({
      name: `desk${path}`,
      address: `/desk${path}`,
    })),
    { name: 'list that was brought', address: brought },
    {
      name: 'account',
      address: '/account',
      open: async (page) => {
        await page.getByRole('button', { name: messagesOf(language, 'security.json').get('second.turnOn') }).click();
        await expect(page.locator('[name="password"]')).toHaveCount(2);
      },
    },
    { name: 'confirming at a provider', address: '/account/confirm' },
    { name: 'claims found', address: '/desk/claims?q=doha&sort=due' },
    {
      name: 'claims selected',
      address: '/desk/claims?sort=changed',
      open: async (page) => {
        await page.locator('tbody input[type="checkbox"]').first().check();
        await expect(page.locator('.bulk')).toBeVisible();
      },
    },
    {
      name: 'command menu',
      address: '/desk/activity?kind=claim',
      open: async (page) => {
        await page.getByRole('button', { name: messagesOf(language, 'list.json').get('menu.open') }).click();
        await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      },
    },
    { name: 'nothing here', address: '/desk/claims/none' },
    { name: 'submitted claim', address: records.submitted ?? '' },
    { name: 'closed claim', address: records.closed ?? '' },
    { name: 'open record', address: open, open: connected },
    { name: 'record in signing', address: records.signing ?? '', open: connected },
    { name: 'published record', address: records.published ?? '', open: connected },
    { name: 'retraction of a verdict', address: `${records.published ?? ''}/retraction` },
    {
      name: 'record in two languages, side by side',
      address: records.published ?? '',
      open: async (page) => {
        await connected(page);
        await page.locator('.langs .seg button').nth(1).click();
        await expect(page.locator('.beside [contenteditable="true"]').nth(1)).toBeVisible();
      },
    },
    {
      name: 'dialog of languages',
      address: records.published ?? '',
      open: async (page) => {
        await connected(page);
        await page.getByRole('button', { name: messagesOf(language, 'languages.json').get('change') }).click();
        await expect(page.getByRole('dialog').locator('select')).toBeVisible();
      },
    },
    ...['sources', 'charter', 'history'].map((panel) => ({
      name: `${panel} panel`,
      address: `${records.published}?panel=${panel}`,
      open: connected,
    })),
    {
      name: 'notes panel',
      address: `${open}?panel=notes`,
      open: (page) => expect(page.locator('.priv [contenteditable="true"]')).toBeVisible(),
    },
    {
      name: 'comments panel, with a party’s own comment on its way',
      address: `${open}?panel=comments`,
      open: async (page) => {
        await connected(page);
        await page.getByRole('button', { name: discussion('comments.onClaim') }).click();
        await page.locator('input[name="audience"][value="party"]').check();
        await page.locator('#comment-words').fill('@');
        await expect(page.getByRole('listbox', { name: discussion('mention.people') })).toBeVisible();
      },
    },
    {
      name: 'dialog to add a task',
      address: open,
      open: async (page) => {
        await connected(page);
        await page.getByRole('button', { name: discussion('work.add') }).click();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: discussion('work.send.unchosen') })
          .click();
        await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
      },
    },
    {
      name: 'form to attach a source',
      address: `${open}?panel=sources`,
      open: async (page) => {
        await connected(page);
        await page.getByRole('button', { name: say('sourcesPanel.attach') }).click();
        await page.locator('#publisher').selectOption({ index: 1 });
        await page.getByRole('button', { name: say('sourceForm.attach'), exact: true }).click();
        await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
      },
    },
    {
      name: 'dialog to preview',
      address: open,
      open: async (page) => {
        await connected(page);
        await page
          .getByRole('button', { name: say('preview.button', { number: '1' }) })
          .filter({ visible: true })
          .first()
          .click();
        await expect(page.getByRole('dialog').getByText(say('preview.loading'))).toHaveCount(0);
      },
    },
    {
      name: 'revision to sign',
      address: `${records.signing}/revisions/1`,
      open: async (page) => {
        await page.locator('input[name="decision"][value="dissent"]').check();
        await expect(page.locator('textarea[name="reason"]')).toBeVisible();
      },
    },
    {
      name: 'objection to sign',
      address: `${records.signing}/revisions/1`,
      open: async (page) => {
        await page.locator('input[name="decision"][value="object"]').check();
        await page.locator('input[name="ground"][value="law"]').check();
        await page.locator('.sign-now button').click();
        await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
      },
    },
    ...['changes', 'frozen', 'bytes'].map((view) => ({
      name: `revision, ${view}`,
      address: `${records.published}/revisions/2?view=${view}`,
    })),
    { name: 'versions', address: `${records.published}/history` },
    { name: 'version as it was', address: `${records.published}/history?version=1&show=text` },
    // The notes panel above has made them.
    { name: 'versions of the notes', address: `${open}/notes/history` },
    { name: 'notes as they were', address: `${open}/notes/history?version=1&show=text` },
    { name: 'versions of notes that nobody has opened', address: `${records.published}/notes/history` },
    { name: 'returned revision', address: `${records.published}/revisions/1` },
  ];
}

/** What axe and a ruler find wrong, at each width. */
async function faultsOf(page: Page, sights: Sight[], language: Language): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, address, open } of sights) {
    await page.setViewportSize({ width: widths.desktop, height: 900 });
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await open?.(page);
    for (const device of ['desktop', 'phone'] as const) {
      await page.setViewportSize({ width: widths[device], height: 900 });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (tooWide > 0) faults.push(`${name} on a ${device} is ${tooWide} px too wide`);
      const cut = await page.locator('.rr .tabs').evaluateAll((rows) => rows.map((row) => row.scrollWidth - row.clientWidth));
      if (device === 'desktop' && cut.some((px) => px > 0)) faults.push(`${name} cuts its tabs off`);
      const colorScheme = schemes[language][device];
      await page.emulateMedia({ colorScheme });
      // In this page itself: the default way opens another page for each report. What passes need not be described.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      if (language === withoutContrast.language && device === withoutContrast.device) axe.disableRules('color-contrast');
      const { violations } = await axe.analyze();
      for (const { id, nodes } of violations)
        faults.push(`${name} on a ${colorScheme} ${device}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
  }
  return faults;
}
