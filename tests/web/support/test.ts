import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { startPostgres } from '@/tests/support/postgres';
import { type Countersign, type DemoAccount, startCountersign } from './server';

export type WorkerOptions = {
  /** Which database the server of this worker uses. */
  database: 'pglite' | 'postgres';
};

type WorkerFixtures = WorkerOptions & {
  /** One server with the demo world for all tests of a worker; a test changes only claims that it opened itself. */
  demoServer: Countersign;
};

type TestFixtures = {
  /** A browser of its own for a person: signed in, or a reader when no person is given. Closed after the test. */
  openAs: (person?: DemoAccount, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: ['pglite', { option: true, scope: 'worker' }],
  demoServer: [
    async ({ database }, use) => {
      const cluster = database === 'postgres' ? await startPostgres() : undefined;
      const env: Record<string, string> =
        cluster === undefined ? {} : { DATABASE_URL: await cluster.createDatabase('countersign') };
      const server = await startCountersign({ demo: true, env });
      await use(server);
      await server.stop();
      await cluster?.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ demoServer }, use) => use(demoServer.url),
  openAs: async ({ browser, demoServer }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options) => {
      const context = await browser.newContext({ baseURL: demoServer.url, ...options });
      contexts.push(context);
      const page = await context.newPage();
      if (person !== undefined) await signIn(page, person);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/** Signs in as a person does, through the page. */
export async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('[name="email"]').fill(person.email);
  await page.locator('[name="password"]').fill(person.password);
  await page.locator('form:has([name="password"]) [type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in') && !url.pathname.startsWith('/api/'));
}

/** The person of a party and role in the demo world; `nth` when there are several. */
export function personOf(server: Countersign, wanted: { party: string; role: string; nth?: number }): DemoAccount {
  const found = server.demoAccounts.filter((account) => account.party === wanted.party && account.role === wanted.role);
  const person = found[wanted.nth ?? 0];
  if (person === undefined)
    throw new Error(
      `No ${wanted.role} of ${wanted.party} among ${JSON.stringify(server.demoAccounts.map((a) => [a.party, a.role]))}`,
    );
  return person;
}

/** Every rule of WCAG 2.2 A and AA that axe can check, and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
}
