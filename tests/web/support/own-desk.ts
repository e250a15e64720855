import type { Browser, Page } from '@playwright/test';
import { drizzle } from 'drizzle-orm/postgres-js';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';
import { v7 } from 'uuid';
import type { Db } from '@/db/handle';
import * as schema from '@/db/schema';
import type { CharterParameters } from '@/domain/charter/parameters';
import { buildWorkspace, type Person, type Workspace } from '@/tests/support/build';
import { startPostgres } from '@/tests/support/postgres';
import { startCountersign } from './server';

const secret = 'a secret that is only used by tests, and long enough';

export type OwnDesk = {
  url: string;
  db: Db;
  workspace: Workspace;
  /** A page of a person who has just signed in. */
  enter(browser: Browser, person: Person, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  stop(): Promise<void>;
};

/** A server on a PostgreSQL of its own, with a desk whose charter has these parameters: for journeys that the demo world's charter does not lead to. */
export async function startOwnDesk(parameters: Partial<CharterParameters>): Promise<OwnDesk> {
  const cluster = await startPostgres();
  const url = await cluster.createDatabase('countersign');
  const server = await startCountersign({ demo: false, env: { DATABASE_URL: url, AUTH_SECRET: secret } });
  const client = postgres(url, { max: 4, onnotice: () => undefined });
  const db = drizzle(client, { schema });
  return {
    url: server.url,
    db,
    // Its people declared their interests on the tests' own day, long before the server's today.
    workspace: await buildWorkspace(db, { parameters: { interestDays: 730, ...parameters } }),
    async enter(browser, { id: personId }, options) {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      const [sid, now] = [v7(), new Date()];
      const expiresAt = new Date(now.getTime() + 24 * 60 * 60 * 1000);
      await db.insert(schema.sessions).values({ sid, personId, confirmedAt: now, createdAt: now, expiresAt });
      const value = await encode({ token: { sub: personId, sid }, secret });
      await context.addCookies([{ name: 'next-auth.session-token', value, url: server.url }]);
      const page = await context.newPage();
      await page.goto('/account');
      return page;
    },
    async stop() {
      await client.end();
      await server.stop();
      await cluster.stop();
    },
  };
}
