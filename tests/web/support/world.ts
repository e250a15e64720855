import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';
import { v7 } from 'uuid';
import { beginDraft } from '@/commands/charter/begin-draft';
import { closeClaim } from '@/commands/claims/close-claim';
import { bringList } from '@/commands/imports/bring-list';
import { declareInterests } from '@/commands/membership/declare-interests';
import { recordReply } from '@/commands/reply/record-reply';
import { writeStatement } from '@/commands/transparency/write-statement';
import { saveView } from '@/commands/views/save-view';
import type { Db } from '@/db/handle';
import * as schema from '@/db/schema';
import { imports, memberships, people, sessions } from '@/db/schema';
import { openFolderStore } from '@/platform/folder-store';
import type { ObjectStore } from '@/platform/object-store-port';
import { until } from '@/tests/server/collab/support/until';
import { attest } from '@/tests/support/attest';
import {
  answerOf,
  buildClaim,
  buildFile,
  buildOpenClaim,
  buildSource,
  buildWorkspace,
  claimInput,
  contextFor,
  type Person,
  type Workspace,
  writeNotes,
  writeRecord,
} from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { startPostgres } from '@/tests/support/postgres';
import { buildRetraction } from '@/tests/support/retraction';
import { buildRevision, question, sign } from '@/tests/support/sign';
import { startSmtpSink } from '@/tests/support/smtp-sink';
import type { Actor } from './actors';
import type { Names, Thing } from './rights';
import { type Countersign, startCountersign } from './server';

/** What was answered: the status, and what tells one refusal or redirect from another. */
export type Answer = { status: number; outcome: string; text: string };
type BrowserHeaders = Record<string, string>;

export type World = {
  server: Countersign;
  db: Db;
  sink: Awaited<ReturnType<typeof startSmtpSink>>;
  workspace: Workspace;
  names: Names;
  /** The seat of an actor, or undefined for those without a session that counts. */
  personOf(actor: Actor): Person | undefined;
  headersOf(actor: Actor): BrowserHeaders;
  ask(actor: Actor, method: string, path: string, body?: unknown): Promise<Answer>;
  askWith(headers: BrowserHeaders, method: string, path: string, body?: unknown): Promise<Answer>;
  /** A session of somebody new with the same seat. */
  spareOf(actor: Actor): Promise<BrowserHeaders>;
  make(thing: Thing): Promise<Names>;
  /** Waits until the server works on nothing by itself any more. */
  settle(): Promise<void>;
  /** A digest of each table, of one workspace's rows where it is named: what has changed is told by name. */
  digests(workspaceId?: string): Promise<Record<string, string>>;
  /** Where the server keeps files. */
  objects: ObjectStore;
};

export const secret = 'a secret that is only used by tests, and long enough';
export const fileName = 'list-of-the-northern-desk.csv';

/**
 * A real server on PostgreSQL, so that the database can be looked at beside it, with two desks made by commands. At the first one a verdict is published,
 * another revision is in signing, and everything else that a row needs is there. Its people have sessions, which costs no password.
 */
export const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const cluster = await startPostgres();
      const sink = await startSmtpSink();
      const url = await cluster.createDatabase('countersign');
      const server = await startCountersign({
        demo: false,
        env: {
          ...{
            DATABASE_URL: url,
            AUTH_SECRET: secret,
            SIGN_IN_ATTEMPTS: '1000',
            CHALLENGES_PER_ADDRESS: '1000',
            LOG_LEVEL: 'trace',
          },
          ...{ SMTP_URL: sink.url, MAIL_FROM: 'Joint desk <desk@example.org>' },
        },
      });
      const client = postgres(url, { max: 4, onnotice: () => undefined });
      await use(await buildWorld({ server, sink, client }));
      await client.end();
      await server.stop();
      await sink.stop();
      await cluster.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

export { expect } from '@playwright/test';

type Opened = Pick<World, 'server' | 'sink'> & { client: postgres.Sql };

async function buildWorld({ server, sink, client }: Opened): Promise<World> {
  const db: Db = drizzle(client, { schema });
  const workspace = await buildWorkspace(db);
  const elsewhere = await buildWorkspace(db, { ratified: false });
  const { north, south, mission, steward } = workspace;
  // Signed today, so declared today: what the desk was built with is of the day on which tests happen (C19).
  for (const moderator of [...north.moderators, ...south.moderators])
    answerOf(await declareInterests(contextFor(db, moderator, { now: new Date() }), {}));
  for (const desk of [workspace, elsewhere]) answerOf(await beginDraft(contextFor(db, desk.north.checkers[0]), {}));
  const askWith: World['askWith'] = (headers, method, path, body) => request(server, headers, { method, path, body });
  const cookieOf = (person: Person) => cookieFor(db, server, person);

  const left = await seatLike(db, north.checkers[0]);
  await db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, left.id));
  const seats: Record<Actor, Person | undefined> = {
    nobody: undefined,
    removed: left,
    elsewhere: elsewhere.north.moderators[0],
    steward,
    northChecker: north.checkers[0],
    northModerator: north.moderators[0],
    southChecker: south.checkers[0],
    southModerator: south.moderators[0],
    mediator: mission.observers[0],
    observer: mission.observers[1],
  };
  const entries = Object.entries(seats).map(async ([actor, person]) => [
    actor,
    person === undefined ? { origin: server.url } : await cookieOf(person),
  ]);
  const headers: Record<Actor, BrowserHeaders> = Object.fromEntries(await Promise.all(entries));
  const ask: World['ask'] = (actor, ...asked) => askWith(headers[actor], ...asked);

  const names = await buildNames(db, workspace);
  const objects = openFolderStore(join(server.dataDir, 'objects'));
  const things = makersOf({ db, workspace, names, ask, objects });
  const invitation = await things['an invitation']();
  return {
    ...{ server, db, sink, workspace, ask, askWith, objects },
    names: { ...names, ...invitation },
    personOf: (actor) => (actor === 'removed' ? undefined : seats[actor]),
    headersOf: (actor) => headers[actor],
    async spareOf(actor) {
      const person = seats[actor];
      if (person === undefined) throw new Error(`${actor} has no seat that another could have.`);
      return cookieOf(await seatLike(db, person));
    },
    make: (thing) => things[thing](),
    settle: () => until('no list is worked off', async () => (await db.$count(imports, eq(imports.state, 'running'))) === 0),
    digests: (workspaceId) => digestsOf(client, workspaceId),
  };
}

/** The things that rows are about, all of them on one claim: a revision of it is in signing, and it has sources and a history. */
async function buildNames(db: Db, workspace: Workspace): Promise<Names> {
  const { id, north, south, mission, charter } = workspace;
  const published = await buildRevision(db, workspace);
  answerOf(await sign(contextFor(db, south.moderators[0]), workspace, published));
  const { slug = '' } = answerOf(await sign(contextFor(db, north.moderators[0]), workspace, published));
  // Frozen today: of what was frozen on the tests' own day the time to sign is long over (C25).
  const today = { now: new Date() };
  const signing = await buildRevision(db, workspace, north.checkers[0], today);
  answerOf(await sign(contextFor(db, south.moderators[1], today), workspace, signing));
  for (const revision of [published, signing]) answerOf(await attest(contextFor(db, mission.observers[0]), workspace, revision));
  const contact = { section: 'contact', text: 'desk@example.org' };
  const statement = answerOf(await writeStatement(contextFor(db, north.moderators[0]), contact));
  const list = answerOf(await bringList(contextFor(db, north.checkers[0]), { fileName, text: 'claim\nA claim.' }));
  return {
    ...{ workspaceId: id, northId: north.id, charterSha256: charter.sha256, slug, question, fileName },
    ...{ claimId: signing.claimId, sourceId: signing.sources[0] ?? '', revisionId: signing.id, importId: list.id },
    ...{ publishedClaimId: published.claimId, personId: north.checkers[1].id, statementId: statement.id },
    ...{ locale: 'en', number: '1', position: '1', file: '1.json', seq: '1', other: '2', rest: 'nothing-here' },
    feedFile: 'corrections.atom',
    ...{ language: 'uk', sessionId: v7(), passkeyId: v7() },
    ...{ sourceTitle: 'Security Council resolution 2513 (2020)', wording: claimInput().wording, writer: north.checkers[0].name },
  };
}

type Workshop = Pick<World, 'db' | 'workspace' | 'ask' | 'names' | 'objects'>;

function makersOf({ db, workspace, names, ask, objects }: Workshop): Record<Thing, () => Promise<Names>> {
  const { north } = workspace;
  const [checker] = north.checkers;
  const asChecker = () => contextFor(db, checker);
  const claimOf = async (made: Promise<{ id: string }>): Promise<Names> => ({ claimId: (await made).id });
  return {
    'a submitted claim': () => claimOf(buildClaim(db, workspace)),
    'an open claim': async () => {
      const { id } = await buildOpenClaim(db, workspace);
      await writeRecord(db, checker, id, { texts: { context: 'What came before.' } });
      return { claimId: id };
    },
    'a claim with notes': async () => {
      const { id } = await buildOpenClaim(db, workspace);
      for (const [person] of [north.checkers, workspace.south.checkers, workspace.mission.observers])
        await writeNotes(db, person, id, `Only ${person.party?.name} reads this.`);
      return { claimId: id };
    },
    'a closed claim': async () => {
      const { id } = await buildClaim(db, workspace);
      const why = { as: 'not-checkable', reason: 'It says what will happen, which nobody can check.' };
      answerOf(await closeClaim(contextFor(db, north.moderators[0]), { claimId: id, ...why }));
      return { claimId: id };
    },
    'a source': async () => ({ sourceId: (await buildSource(db, checker, names.claimId ?? '')).id }),
    'a reply': async () => {
      const claimId = names.claimId ?? '';
      const reply = { claimId, text: 'We said no such thing.', language: 'en', receivedOn: '2026-03-01' };
      return { replyId: answerOf(await recordReply(asChecker(), reply)).id };
    },
    'a file': async () => {
      const fileSha256 = await buildFile(db, checker, `The bytes of document ${v7()}.`, { objects });
      const source = await buildSource(db, checker, names.claimId ?? '', { kind: 'file', fileSha256 });
      return { sourceId: source.id };
    },
    'a list': async () => {
      const list = answerOf(await bringList(asChecker(), { fileName, text: 'claim\nA claim of a list.' }));
      return { importId: list.id };
    },
    'a comment': async () => {
      const said = { audience: 'joint', on: { kind: 'claim' }, body: 'A comment to answer.', mentions: [] };
      const { id } = JSON.parse((await ask('northChecker', 'POST', `/api/v1/claims/${names.claimId}/comments`, said)).text);
      return { commentId: id };
    },
    'a task': async () => {
      const asked = { audience: 'joint', what: 'A task to change' };
      const { id } = JSON.parse((await ask('northChecker', 'POST', `/api/v1/claims/${names.claimId}/tasks`, asked)).text);
      return { taskId: id };
    },
    'a view': async () => {
      const view = { name: `View ${v7()}`, parameters: 'due=overdue', sharedWith: 'party' };
      return { viewId: answerOf(await saveView(asChecker(), view)).id };
    },
    'an invitation': async () => {
      const offer = { partyId: north.id, role: 'checker', email: `${v7()}@invited.example`, locale: 'en' };
      const { id, link } = JSON.parse((await ask('northModerator', 'POST', '/api/v1/invitations', offer)).text);
      return { invitationId: id, token: link.split('/').at(-1) };
    },
    'a colleague': async () => ({ personId: (await seatLike(db, checker)).id }),
    'no unsubscription': async () => ({ token: 'unknown' }),
    'a challenge': async () => ({ challengeId: (await buildChallenge(db, workspace, names.slug ?? '', { now: new Date() })).id }),
    'a published revision': async () => ({ revisionId: (await buildVerdict(db, workspace)).revisionId }),
    'a retraction': async () => ({
      retractionId: (await buildRetraction(db, workspace, (await buildVerdict(db, workspace)).revisionId)).id,
    }),
    'a revision in signing': async () => ({
      revisionId: (await buildRevision(db, workspace, north.checkers[0], { now: new Date() })).id,
    }),
  };
}

/** Somebody new with the seat of a person. Nobody signs in as them: their sessions are rows. */
async function seatLike(db: Db, person: Person): Promise<Person> {
  const [id, createdAt] = [v7(), new Date()];
  const email = `${id}@spare.example`;
  await db
    .insert(people)
    .values({ id, email, passwordHash: 'none', name: 'A colleague', publicName: null, locale: 'en', createdAt });
  const { workspaceId, role } = person;
  await db
    .insert(memberships)
    .values({ id: v7(), workspaceId, personId: id, partyId: person.party?.id ?? null, role, createdAt });
  return { ...person, id, email, name: 'A colleague' };
}

/** What a browser sends that has just signed in as a person. */
async function cookieFor(db: Db, { url }: Countersign, { id: personId }: Person): Promise<BrowserHeaders> {
  const [sid, now] = [v7(), new Date()];
  const expiresAt = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  await db.insert(sessions).values({ sid, personId, confirmedAt: now, createdAt: now, expiresAt });
  return { origin: url, cookie: `next-auth.session-token=${await encode({ token: { sub: personId, sid }, secret })}` };
}

type Asked = { method: string; path: string; body: unknown };

/** JSON, or bytes as they are. Of a stream that does not end by itself only the beginning is read. */
async function request({ url }: Countersign, headers: BrowserHeaders, { method, path, body = {} }: Asked): Promise<Answer> {
  const sent =
    method === 'GET'
      ? { headers }
      : body instanceof Uint8Array
        ? { headers: { ...headers, 'content-type': 'application/octet-stream' }, body: new Uint8Array(body) }
        : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, { method, redirect: 'manual', ...sent });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = isStream ? await beginningOf(response) : await response.text();
  return { status: response.status, outcome: outcomeOf(response, text), text };
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

function outcomeOf(response: Response, text: string): string {
  const location = response.headers.get('location');
  if (location !== null) return `${response.status} ${new URL(location, response.url).pathname}`;
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
  const code = response.status >= 400 && isJson ? JSON.parse(text).error?.code : undefined;
  return code === undefined ? `${response.status}` : `${response.status} ${code}`;
}

/** What the server works out again by itself, whenever it likes. */
const caches = [
  // Done and tried again by the server meanwhile; that a refusal leaves no job behind is asked of every command (tests/support/trace).
  'jobs',
  'document_checkpoints',
  'document_projections',
];
/** Mails leave by themselves, and whoever asks is there: that there is one more tells of a change. */
const rowOf: Record<string, string> = {
  // Those about notifications are made by a job, when it comes to it; a job is gone when it is done.
  outbox: `case when x.kind not in ('notices', 'digest') then x.id::text end`,
  jobs: `case when x.kind not like 'notifications.%' then x::text end`,
  // A mail is made of them by itself.
  notifications: `(to_jsonb(x) - 'mail_settled_at')::text`,
  sessions: `(to_jsonb(x) - 'last_seen_at')::text`,
};

async function digestsOf(client: postgres.Sql, workspaceId?: string): Promise<Record<string, string>> {
  const tables = await client<{ name: string; scoped: boolean }[]>`
    select table_name as name, bool_or(column_name = 'workspace_id') as scoped
    from information_schema.columns where table_schema = 'public' group by 1 order by 1`;
  const asked = tables.filter(({ name, scoped }) => !caches.includes(name) && (workspaceId === undefined || scoped));
  const parts = asked.map(({ name }) => {
    const where = workspaceId === undefined ? '' : `where x.workspace_id = '${workspaceId}'`;
    const row = `md5(${rowOf[name] ?? 'x::text'})`;
    return `select '${name}' as name, (select md5(string_agg(${row}, '' order by ${row})) from "${name}" x ${where}) as digest`;
  });
  const rows = await client.unsafe<{ name: string; digest: string | null }[]>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest ?? '']));
}
