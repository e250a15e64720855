import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { WorkerOptions } from '@/tests/web/support/test';

/** Debian's Chromium, first the one that draws on no screen and takes a third less time; where there is none, the one that Playwright installed. */
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

export default defineConfig<object, WorkerOptions>({
  testDir: 'tests/web',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  // Each with a server and a browser of its own: while one person types, the other core would be idle.
  workers: 2,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // What passes only then is named as unsteady at the end of npm test.
  retries: 1,
  reporter: 'list',
  // Everything on PGlite; what would notice the other database, marked @both, on PostgreSQL as well.
  projects: [
    { name: 'pglite', use: { database: 'pglite' } },
    { name: 'postgres', use: { database: 'postgres' }, grep: /@both/ },
  ],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording every journey would take a quarter of the time.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Nothing but the server under test may be asked, and a sandbox needs rights that a container does not give.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
});
