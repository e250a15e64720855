import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { freePort } from '@/tests/support/free-port';
import { postgresPrograms, startPostgres } from '@/tests/support/postgres';
import { done, openClaim } from './support/program';
import { type Countersign, startCountersign } from './support/server';
import { expect, personOf, signIn, test } from './support/test';

const run = promisify(execFile);

// docs/operating.md, "Backup and restore", done word for word: on PGlite with the server stopped, on PostgreSQL while it serves.
test('a backup that is restored elsewhere holds every fact, every session and every signed byte @both', async ({
  browser,
  database,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-backup-'));
  const cluster = database === 'postgres' ? await startPostgres() : undefined;
  const url = await cluster?.createDatabase('desk');
  const started: Countersign[] = [];
  const start = async (dataDir: string, databaseUrl: string | undefined, demo?: boolean) => {
    const env: Record<string, string> = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const server = await startCountersign({ dataDir, port: await freePort(), env, ...(demo === undefined ? {} : { demo }) });
    started.push(server);
    return server;
  };
  try {
    const [origin, restored] = [join(folder, 'data'), join(folder, 'restored')];
    const first = await start(origin, url, true);
    const context = await browser.newContext({ baseURL: first.url });
    const page = await context.newPage();
    await signIn(page, personOf(first, { party: 'Northern desk', role: 'checker' }));
    const { claimId } = await openClaim(page, 'A claim that was opened a moment before the backup.');
    const before = await factsOf(page, first);
    expect(before.join()).toContain(claimId);

    const second = await test.step('back up, restore, start', async () => {
      if (cluster === undefined || url === undefined) {
        await first.stop();
        await cp(origin, restored, { recursive: true });
        return start(restored, undefined);
      }
      const dump = join(folder, 'desk.dump');
      const bin = await postgresPrograms();
      await run(join(bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, url]);
      await cp(origin, restored, { recursive: true });
      const copy = await cluster.createDatabase('restored');
      await run(join(bin, 'pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${copy}`, dump]);
      return start(restored, copy);
    });

    // The session of before the backup is still one: its secret and its row came along.
    const later = await browser.newContext({ baseURL: second.url, storageState: await context.storageState() });
    const again = await later.newPage();
    expect(await factsOf(again, second)).toEqual(before);
    await again.goto(`/desk/claims/${claimId}`);
    await expect(again.getByRole('textbox', { name: 'Question', exact: true })).toBeEditable();
    await openClaim(again, 'A claim that is opened after the restore.');
    await later.close();
    await context.close();
  } finally {
    for (const server of started) await server.stop();
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

/** What a member and a reader can ask a server for, as one line each. */
async function factsOf(page: Page, { url }: Countersign): Promise<string[]> {
  const read = async (path: string) => `${path} ${JSON.stringify(await done(await page.request.get(`${url}${path}`)))}`;
  const { items: claims } = await done(await page.request.get(`${url}/api/v1/claims`));
  const { items: verdicts } = await done(await page.request.get(`${url}/api/v1/verdicts`));
  expect(verdicts.length).toBeGreaterThan(0);
  const facts = [];
  for (const { id } of claims) facts.push(await read(`/api/v1/claims/${id}`));
  for (const { slug, revision } of verdicts) facts.push(await read(`/verdicts/${slug}/revisions/${revision}/record.json`));
  facts.push(await read('/api/v1/charter'), await read('/api/v1/me'));
  return facts.map((fact) => fact.replaceAll(url, ''));
}
