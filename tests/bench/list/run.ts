import { openDatabase } from '@/db/open-database';
import { fallbackLocale, localePath } from '@/messages/locales';
import { quantile } from '@/tests/bench/statistics';
import { buildWorkspace, password } from '@/tests/support/build';
import { startPostgres } from '@/tests/support/postgres';
import { startCountersign } from '@/tests/web/support/server';
import { fillDesk } from './fill-desk';
import { signedIn } from './signed-in';

// npm run bench:list: the desk's lists at five thousand claims, on PostgreSQL, as the built server answers them. tests/bench/README.md says how to read it.

/** How often each address is asked for, and how many claims there are; `npm run bench:list -- 60 10000` for other numbers. */
const asked = Number(process.argv[2] ?? 40);
const claims = Number(process.argv[3] ?? 5_000);
/** What the list promises: the bytes of its page before compression, and how soon nineteen of twenty answers are whole. */
const limits = { bytes: 150_000, p95Ms: 200 };

const addresses = [
  '/desk/claims',
  '/desk/claims?waits=me',
  '/desk/claims?waits=us&sort=due',
  '/desk/claims?waits=others&sort=changed',
  '/desk/claims?stage=open&language=uk&sort=changed',
  '/desk/claims?due=overdue&sort=due',
  '/desk/claims?q=ceasefire',
  `/desk/claims?q=${encodeURIComponent('перемир’я')}`,
  `/desk/claims?q=${encodeURIComponent('الهدنة')}`,
  '/desk/claims?sort=number&after=-2500.0.0',
  '/desk/activity?kind=claim',
  '/desk/activity?kind=workspace',
  '/desk/sources',
  '/desk/review',
  '/desk/notifications',
  '/desk',
];

/** As the public reads them. The server keeps the front page and each verdict once they are made; a search it makes anew. */
const publicAddresses = [
  '/',
  '/search',
  '/search?q=ceasefire',
  '/search?q=nothing+like+this',
  '/verdicts/claim-6',
  '/sitemap.xml',
];

const cluster = await startPostgres({ mayCrash: true });
const url = await cluster.createDatabase('list');
const database = await openDatabase({ url });
const workspace = await buildWorkspace(database.db);
await fillDesk(database.db, workspace, claims);
await database.close();
const server = await startCountersign({ env: { DATABASE_URL: url, DEMO: '0' } });

for (const locale of ['en', 'ar']) {
  const cookie = await signedIn(server.url, { email: workspace.north.moderators[0].email, password });
  await setLocale(cookie, locale);
  for (const address of addresses) process.stdout.write(await measure(locale, address, { cookie }));
  for (const path of publicAddresses) process.stdout.write(await measure(locale, publicAddress(path, locale)));
}
await server.stop();
await cluster.stop();

async function setLocale(cookie: string, locale: string): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/api/v1/me`, { method: 'PUT', headers, body: JSON.stringify({ locale }) });
  if (!response.ok) throw new Error(`The language was not set: ${await response.text()}`);
}

function publicAddress(path: string, locale: string): string {
  return path.endsWith('.xml') ? path : localePath(path, locale, fallbackLocale);
}

/** One after another, as one person clicks: what is measured is an answer, not how many at once. */
async function measure(locale: string, address: string, who: { cookie?: string } = {}): Promise<string> {
  const times: number[] = [];
  let bytes = 0;
  let rows = 0;
  // The first few fill caches that a running server has filled.
  for (let n = -5; n < asked; n++) {
    const startedAt = performance.now();
    const response = await fetch(`${server.url}${address}`, {
      headers: { ...who, 'accept-encoding': 'identity' },
      redirect: 'error',
    });
    const page = new Uint8Array(await response.arrayBuffer());
    if (n >= 0) times.push(performance.now() - startedAt);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    bytes = page.byteLength;
    rows = new TextDecoder().decode(page).match(/<tr[^>]*data-claim/g)?.length ?? 0;
  }
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
  const isMet = bytes < limits.bytes && most < limits.p95Ms;
  const facts = `${rows} claims, ${bytes} bytes, ${half.toFixed(0)} ms in half, ${most.toFixed(0)} ms in 95 % of ${asked} answers`;
  return `${isMet ? 'met   ' : 'MISSED'}  ${locale} ${decodeURIComponent(address)}: ${facts}\n`;
}
