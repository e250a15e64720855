import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

const shared = {
  environment: 'node' as const,
  setupFiles: ['tests/support/fail-on-console-error.ts'],
  // Few attempts, since each of them takes as long as a password does by design.
  env: { LOG_LEVEL: 'silent', TZ: 'UTC', SIGN_IN_ATTEMPTS: '3', AUTH_SECRET: 'a secret of tests, long enough for a key' },
};

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          include: ['tests/architecture.test.ts', 'tests/{domain,components,messages,platform,support}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'db',
          // What a file imports, and both databases, are there for the next one too: two fifths of the time went into that.
          isolate: false,
          include: ['tests/{app,commands,db,docs,server}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/databases.ts'],
          testTimeout: 60_000,
          // Named at the end by tests/support/report-unsteady.ts.
          retry: 1,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
