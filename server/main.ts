import { createServer } from 'node:http';
import next from 'next';
import { makeContext } from '@/commands/command';
import { ensureSetupLink } from '@/commands/membership/ensure-setup-link';
import { removeUploads } from '@/commands/sources/remove-uploads';
import { closeDb } from '@/db/client';
import { publicState } from '@/db/queries/public/public-state';
import type { Actor } from '@/domain/policies/actor';
import { announceChange, processBus } from '@/platform/bus';
import { authSecret, env, prepareAuthEnv } from '@/platform/env';
import { log } from '@/platform/log';
import { openMailer } from '@/platform/mail';
import { newId, randomHex } from '@/platform/new-id';
import { objectStore } from '@/platform/object-store';
import { provideCollabPort } from '@/platform/ports';
import { processSlot } from '@/platform/process-slot';
import { connectRedisBus } from '@/platform/redis-bus';
import { clientAddress } from './client-address';
import { createCollab } from './collab/collab';
import { collabPath, refuseHandshake } from './collab/upgrade';
import { accountTable } from './demo/accounts';
import { databaseWithoutHalfADemo, loadDemo } from './demo/load';
import { workImports } from './imports/work-imports';
import { answerResets } from './jobs/answer-resets';
import { deliverMail } from './jobs/deliver-mail';
import { every } from './jobs/every';
import { handlers } from './jobs/handlers';
import { runJobs } from './jobs/run-jobs';
import { logConsole } from './log-console';
import { keepPublicPages } from './public-pages/keep-public-pages';
import { sayNoSuchPage } from './public-pages/say-no-such-page';
import { redirectToAppUrl } from './redirect-to-app-url';
import { sendWhole } from './send-whole';
import { stopOnSignal } from './stop-on-signal';
import { unreadable } from './unreadable';

const dev = process.argv.includes('--dev');
const {
  APP_URL,
  COLLAB,
  DATABASE_URL,
  DATA_DIR,
  DEFAULT_LOCALE,
  DEMO,
  HOST,
  MAIL_FROM,
  PORT,
  REDIS_URL,
  SMTP_URL,
  TRUSTED_PROXY_HOPS,
} = env();

// The database comes first: one that cannot be opened or migrated is told before anything listens.
const { db, interrupted } = await databaseWithoutHalfADemo(env());
prepareAuthEnv();

if (!dev) logConsole(console, log);
// Next gets a server that never listens. On ours it would add its own upgrade listener, which ends sockets whose path matches a route.
const pages = next({ dev, hostname: HOST, port: PORT, httpServer: createServer() });
await pages.prepare();
const handlePage = pages.getRequestHandler();
const report = (where: string) => (fault: unknown) => log().error({ err: fault }, where);
const render = sayNoSuchPage(handlePage, { defaultLocale: DEFAULT_LOCALE, report: report('no such page') });
const answerPage = dev
  ? handlePage
  : keepPublicPages({ state: () => publicState({}, db), render, report: report('public pages') });
const upgradePage = dev ? pages.getUpgradeHandler() : undefined;

const others =
  REDIS_URL === undefined
    ? undefined
    : connectRedisBus({ url: REDIS_URL, deployment: APP_URL, report: report('other processes') });

const collab = createCollab({
  db,
  origin: APP_URL,
  secret: authSecret(),
  level: DATABASE_URL === undefined ? 0 : 1,
  bus: processBus,
  trustedProxyHops: TRUSTED_PROXY_HOPS,
  limits: COLLAB,
  report: (fault, facts) => log().error({ err: fault, ...facts }, 'live editing'),
});
provideCollabPort(collab.port);
const accounts = await loadDemo({ db, collab, dataDir: DATA_DIR, wanted: DEMO || interrupted, now: new Date() });

// Without the demo, the first start prints the one link that sets a desk up.
const contextFor = (actor: Actor, announce = announceChange) =>
  makeContext({
    actor,
    now: new Date(),
    newId,
    randomHex,
    requestId: newId(),
    db,
    collab: () => collab.port,
    objects: objectStore,
    announce,
  });
const setupToken = accounts === undefined ? await ensureSetupLink(contextFor({ kind: 'system' })) : undefined;
const stopImports = workImports({ db, contextFor, announce: announceChange, report: report('imports') });

/** Longer than clients and proxies keep a silent connection, so that none sends on one that is just being closed. */
const keepAliveTimeout = 75_000;
const server = createServer({ keepAliveTimeout }, (request, response) => {
  const fault = unreadable(request);
  if (fault !== undefined) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(fault);
    return;
  }
  const location = redirectToAppUrl(request, APP_URL);
  if (location !== undefined) {
    response.writeHead(307, { location }).end();
    return;
  }
  // The one header a client cannot set: attempts to sign in are counted by it.
  request.headers['x-countersign-peer'] = clientAddress(request, TRUSTED_PROXY_HOPS);
  if (request.headers.rsc !== undefined) sendWhole(response);
  void answerPage(request, response);
});

server.on('upgrade', (request, socket, head) => {
  if (request.url?.startsWith(collabPath)) collab.upgrade(request, socket, head);
  else if (upgradePage === undefined) refuseHandshake(socket, '404 Not Found');
  else void upgradePage(request, socket, head);
});

/** How soon after its commit a mail goes out. */
const mailEveryMs = 2_000;
const mailer = SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : openMailer({ url: SMTP_URL, from: MAIL_FROM });
const stopping = new AbortController();
const delivery = { db, mailer, now: () => new Date(), stopping: stopping.signal };
/** How late after its day a file that nobody attached may go. */
const uploadsEveryMs = 10 * 60_000;
const mails = every(
  mailEveryMs,
  async () => {
    await answerResets(() => contextFor({ kind: 'system' }), stopping.signal);
    await deliverMail(delivery);
  },
  report('mail'),
);

/** How late what is due at a moment may be. */
const jobsEveryMs = 1_000;
const jobs = every(
  jobsEveryMs,
  () =>
    runJobs({
      db,
      handlers,
      newContext: () => contextFor({ kind: 'system' }),
      stopping: stopping.signal,
      report: report('jobs'),
    }),
  report('jobs'),
);

const uploads = every(uploadsEveryMs, () => removeUploads(contextFor({ kind: 'system' })), report('uploads'));

stopOnSignal(async () => {
  stopping.abort();
  server.close();
  await stopImports();
  await jobs.stop();
  await collab.stop();
  await mails.stop();
  await uploads.stop();
  mailer?.close();
  others?.close();
  server.closeAllConnections();
  await pages.close();
  await closeDb();
});

await new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(PORT, HOST, resolve);
});
processSlot<boolean>('countersign.ready').current = true;
if (accounts !== undefined) process.stdout.write(`${accountTable(accounts)}\n`);
if (setupToken !== undefined) process.stdout.write(`Set the desk up, once, at ${APP_URL}/setup/${setupToken}\n`);
process.stdout.write(`Countersign is ready at ${APP_URL}\n`);
