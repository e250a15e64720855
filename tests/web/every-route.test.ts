import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { type APIRequestContext, type APIResponse, type Browser, request as requests } from '@playwright/test';
import { addressOf, type Method, type Route, routes } from './support/routes';
import { type Countersign, startCountersign } from './support/server';
import { expect, personOf, signIn, test } from './support/test';

const unknownId = '0198f2c0-0000-7000-8000-000000000000';
const hex = 'a'.repeat(64);
const long = 'Twenty characters and some more, so that no length is at fault here.';
const appearance = { title: 'A page', url: 'https://example.org/page', seenOn: '2026-01-02', locator: 'p. 1' };
const grading = { stance: 'supports', primacy: 'primary', interest: 'declared', interestNote: 'Named.' };
const listReading = {
  mapping: { wording: 'claim', url: 'url' },
  defaults: { language: 'en', title: 'A list', seenOn: '2026-01-02', dayOrder: 'year-first' },
};
const newPerson = { name: 'Somebody', email: 'somebody@example.org', password: 'a password of some length' };

/** A body that each writing route would take, were the rest in order: hostile values go into its leaves one at a time. */
const bodies: Record<string, unknown> = {
  'POST /api/v1/challenges/[challengeId]/acknowledgement': {},
  'POST /api/v1/challenges/[challengeId]/decisions': { decision: 'decline', reason: long, publishesWords: false },
  'POST /api/v1/challenges/withdrawal': { token: hex },
  'POST /api/v1/charter/drafts': {},
  'POST /api/v1/charter/proposals': { draft: 1, seq: 1 },
  'POST /api/v1/charter/withdrawals': { sha256: hex, reason: long },
  'POST /api/v1/charter/exits': { leave: 'this-charter', sha256: hex, reason: long },
  'POST /api/v1/charter/exits/settlement': { as: 'withdrawn' },
  'POST /api/v1/claims/[claimId]/charter-agreements': { sha256: hex },
  'POST /api/v1/charter/ratifications': { sha256: hex },
  'POST /api/v1/claims': { wording: 'A claim.', language: 'en', appearance },
  'PUT /api/v1/claims/[claimId]/assignment': { personId: unknownId },
  'PUT /api/v1/claims/[claimId]/due-date': { dueOn: '2026-03-09' },
  'POST /api/v1/claims/[claimId]/appearances': appearance,
  'POST /api/v1/claims/changes': { claimIds: [unknownId], change: { kind: 'close', as: 'not-checkable', reason: long } },
  'POST /api/v1/claims/[claimId]/close': { as: 'duplicate', reason: long, duplicateOf: unknownId },
  'POST /api/v1/claims/[claimId]/open': { statement: 'fact' },
  'POST /api/v1/claims/[claimId]/reply/contacts': { contactedOn: '2026-03-02', channel: 'email', asked: 'Press office' },
  'POST /api/v1/claims/[claimId]/reply/answers': { text: 'We said no such thing.', language: 'en', receivedOn: '2026-03-02' },
  'POST /api/v1/claims/[claimId]/reply/waivers': { reason: long },
  'POST /api/v1/me/interests': { interests: 'I advise the ministry.' },
  'POST /api/v1/replies/[replyId]/confirmation': {},
  'POST /api/v1/replies/[replyId]/contest': { reason: long },
  'POST /api/v1/claims/[claimId]/reopen': { reason: long },
  'POST /api/v1/claims/[claimId]/languages': { language: 'ar' },
  'POST /api/v1/claims/[claimId]/languages/[language]/removal': {},
  'POST /api/v1/claims/[claimId]/notes/versions': { name: 'Before the talks', seq: 1 },
  'POST /api/v1/claims/[claimId]/notes/versions/[seq]/restore': {},
  'PUT /api/v1/claims/[claimId]/primary-justification': { text: long },
  'POST /api/v1/claims/[claimId]/question-acceptances': { questionSha256: hex },
  'POST /api/v1/claims/[claimId]/revisions': { seq: 1, digest: hex },
  'POST /api/v1/claims/[claimId]/searches': { stance: 'supports', note: long },
  'POST /api/v1/claims/[claimId]/sources': {
    kind: 'url',
    url: 'https://example.org/source',
    title: 'A source',
    publisher: { name: 'A publisher', owner: 'An owner', country: 'NO', alignment: { kind: 'none' } },
    language: 'en',
    publishedOn: '2026-01-02',
    says: 'What it says.',
    quotation: 'A sentence.',
    locator: 'p. 2',
    ...grading,
  },
  'POST /api/v1/claims/[claimId]/comments': {
    audience: 'party',
    on: {
      kind: 'passage',
      text: 'analysis',
      language: 'en',
      first: { client: 1, clock: 0 },
      last: { client: 1, clock: 4 },
      quotation: 'Words that no text of the demo says.',
    },
    body: 'A comment for @Somebody.',
    mentions: [unknownId],
  },
  'POST /api/v1/claims/[claimId]/tasks': {
    audience: 'party',
    what: 'Look at it again',
    personId: unknownId,
    dueOn: '2026-03-09',
  },
  'POST /api/v1/comments/[commentId]/replies': { body: 'An answer to @Somebody.', mentions: [unknownId] },
  'PUT /api/v1/comments/[commentId]/resolution': { resolved: true },
  'PUT /api/v1/notifications/mails': { discussion: 'digest', signing: 'at-once', charter: 'sometimes' },
  'POST /api/v1/notifications/read': { keys: [`sign:${unknownId}`, `task-due:${unknownId}:2026-03-09`], upTo: unknownId },
  'PUT /api/v1/tasks/[taskId]': { what: 'Look at it once more', personId: unknownId, dueOn: '2026-03-09' },
  'PUT /api/v1/tasks/[taskId]/completion': { done: true },
  'POST /api/v1/claims/article': { text: 'An article of one sentence.', language: 'en' },
  'POST /api/v1/claims/batch': {
    language: 'en',
    appearance: { title: 'A page', url: 'https://example.org/page', seenOn: '2026-01-02' },
    claims: [{ wording: 'A claim.', title: 'A title', locator: 'sentence 1' }],
    as: 'submitted',
  },
  'POST /api/v1/claims/similar': { text: 'A claim like another.', except: unknownId },
  'POST /api/v1/imports': { fileName: 'list.csv', text: 'claim\nA claim.' },
  'POST /api/v1/imports/[importId]/cancel': {},
  'POST /api/v1/imports/[importId]/discard': {},
  'POST /api/v1/imports/[importId]/preview': listReading,
  'POST /api/v1/imports/[importId]/start': { reading: listReading },
  'POST /api/v1/claims/[claimId]/versions': { name: 'Before the talks', seq: 1 },
  'POST /api/v1/claims/[claimId]/versions/[seq]/restore': {},
  'POST /api/v1/invitations': { partyId: unknownId, role: 'checker', email: 'somebody@example.org', locale: 'en' },
  'POST /api/v1/invitations/acceptance': { token: hex, name: 'Somebody', password: newPerson.password },
  'POST /api/v1/invitations/[invitationId]/revocation': {},
  'POST /api/v1/me/departure': { leave: 'this-desk' },
  'PUT /api/v1/me/password': { password: 'not the password of anybody', newPassword: newPerson.password },
  'POST /api/v1/me/second-factor': { password: 'not the password of anybody' },
  'POST /api/v1/me/second-factor/on': { code: '123456' },
  'POST /api/v1/me/second-factor/off': { password: 'not the password of anybody', code: '123456' },
  'POST /api/v1/me/passkeys': {
    name: 'Phone',
    registration: {
      ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key' },
      response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
    },
  },
  'POST /api/v1/me/passkeys/[passkeyId]/removal': {},
  'POST /api/v1/me/passkeys/challenge': {},
  'POST /api/v1/me/sessions/end': {},
  'POST /api/v1/me/sessions/[sessionId]/end': {},
  'POST /api/v1/members/[personId]/removal': {},
  'PUT /api/v1/members/[personId]/role': { role: 'checker' },
  'PUT /api/v1/me': { publicName: 'A name', locale: 'en' },
  // Any address that is one is taken, whoever has it (M20): what is tried here is none.
  'POST /api/v1/password-resets': { email: 'no address' },
  'POST /api/v1/password-resets/use': { token: hex, newPassword: newPerson.password },
  'POST /api/v1/revisions/[revisionId]/nonce': {
    decision: 'dissent',
    reason: long,
    cites: 'C10',
    recordSha256: hex,
    charterSha256: hex,
  },
  'POST /api/v1/revisions/[revisionId]/sign-offs': { nonce: hex, proof: { kind: 'password' } },
  'POST /api/v1/revisions/[revisionId]/attestations': { nonce: hex, proof: { kind: 'password' } },
  'POST /api/v1/revisions/[revisionId]/attestations/statement': {
    procedure: 'not-followed',
    words: long,
    cites: 'C10',
    recordSha256: hex,
    charterSha256: hex,
  },
  'POST /api/v1/transparency/statements': { section: 'members', text: long },
  'POST /api/v1/transparency/statements/[statementId]/confirmations': {},
  'POST /api/v1/revisions/[revisionId]/holds': { reason: long, hours: 24 },
  'POST /api/v1/revisions/[revisionId]/sign-off-withdrawals': { reason: long },
  'POST /api/v1/revisions/[revisionId]/withdrawal': { reason: long },
  'POST /api/v1/revisions/[revisionId]/retractions': { reason: long, challengeId: unknownId },
  'POST /api/v1/retractions/[retractionId]/nonce': { conflict: 'none' },
  'POST /api/v1/retractions/[retractionId]/sign-offs': { nonce: hex, proof: { kind: 'password' } },
  'POST /api/v1/retractions/[retractionId]/end': { reason: long },
  'POST /api/v1/session/confirm': { password: 'not the password of anybody' },
  'POST /api/v1/session/sign-out': {},
  'POST /api/v1/setup': {
    token: hex,
    workspace: { name: 'A desk', slug: 'a-desk', timeZone: 'Europe/Oslo', mainLanguage: 'en', contact: 'desk@example.org' },
    steward: newPerson,
    parties: [{ name: 'One', letter: 'O', standing: 'signing', moderator: newPerson }],
  },
  'POST /api/v1/sources/[sourceId]/acceptance': { grading: 1 },
  'POST /api/v1/sources/[sourceId]/dispute': { grading: 1, reason: long },
  'PUT /api/v1/sources/[sourceId]/grading': grading,
  'POST /api/v1/sources/[sourceId]/withdrawal': {},
  // Anybody may challenge a verdict (C32): what is tried here has no address that is one.
  'POST /api/v1/unsubscriptions/[token]': {},
  'POST /api/v1/verdicts/[slug]/challenges': {
    about: 'finding',
    words: long,
    url: 'https://example.org/page',
    email: 'no address',
    website: '',
  },
  'POST /api/v1/views': { name: 'Late ones', parameters: 'due=overdue', sharedWith: 'party' },
  'POST /api/v1/views/[viewId]/removal': {},
};

/** Routes that take bytes and not JSON; what they refuse is below. */
const takingBytes = ['PUT /api/v1/uploads'];

/** Bytes of the routes that take a long text; all others take 128 kB. */
const longTexts: Record<string, number> = {
  'POST /api/v1/claims/article': 1024 * 1024,
  'POST /api/v1/claims/batch': 1024 * 1024,
  'POST /api/v1/imports': 16 * 1024 * 1024,
};

/** What no field takes. */
const neverTaken: Record<string, unknown> = {
  'a NUL': 'a\u0000b',
  'a control character': 'a\u0008b',
  'a bidi override': 'a\u202eb',
  'a zero-width space': 'a\u200bb',
  'half a character': '\ud800',
  'an endless text': 'x'.repeat(50_000),
  'a negative number': -1,
  'a huge number': 1e300,
  'a truth value': true,
  nothing: null,
  'a list': [[]],
  'an object': { $ne: '' },
};
/** What a text may hold, so these go to things that do not exist. */
const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table events; --",
  '{{constructor}}',
  '../../etc/passwd',
];

/** What a browser says when another page, a page of no origin or an old form sends the request. */
const otherOrigins: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
];

/** Bodies that are no JSON object at all. */
const noObjects = ['', 'null', '[]', '"text"', '1', '{', '{"a":1}x', '\u0000', '[[[[', '{"__proto__":{"a":1},"constructor":1}'];

/** What stands where an id should. */
const malformedIds = [
  'x',
  '0',
  '-1',
  'null',
  "' or 1=1",
  '\u0000',
  '\u202e',
  '%00',
  '%E0%A4%A',
  'a'.repeat(3000),
  `${unknownId}x`,
];

// Its own server: what is sent here uses up attempts at passwords, and other journeys sign in as the same people.
let server: Countersign;
let member: APIRequestContext;
let nobody: APIRequestContext;
let names: Record<string, string>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  server = await startCountersign({
    demo: true,
    env: { SIGN_IN_ATTEMPTS: '1000', CHALLENGES_PER_ADDRESS: '1000', UPLOAD_BYTES: '1000' },
  });
  nobody = await requests.newContext({ baseURL: server.url });
  member = await signedIn(browser);
  names = await namesOfThings();
  before = await everything();
});

// Every change is an event, so the number of the newest tells after each test; all that can be seen is compared once a route, since it takes half a second.
let before: Awaited<ReturnType<typeof everything>>;
test.afterEach(async () => {
  expect(await newestEvent()).toBe(before.newest);
});
const expectNothingChanged = async () => expect(await everything()).toEqual(before);

test.afterAll(async () => {
  await expectNothingChanged();
  await nobody?.dispose();
  await member?.dispose();
  await server?.stop();
});

/** A mail program sends what it likes with an unsubscription, and none of it is read: the link says everything. */
const readingNoBody = ['POST /api/v1/unsubscriptions/[token]'];
const own = routes().filter(({ pattern }) => pattern.startsWith('/api/v1/'));
const changing = own.flatMap((route) =>
  route.methods.filter((method) => method !== 'GET').map((method) => ({ ...route, method })),
);
const writing = changing.filter((route) => !takingBytes.includes(nameOf(route)));
const reading = routes().filter((route) => route.methods.includes('GET'));

test('has a body here for every route that writes', () => {
  expect(changing.map(nameOf).sort()).toEqual([...Object.keys(bodies), ...takingBytes].sort());
});

for (const route of writing) {
  test.describe(nameOf(route), () => {
    test.afterAll(expectNothingChanged);

    test('refuses what is no object, no JSON, or of another kind', async () => {
      for (const data of noObjects) await expectRefused(await send(member, route, names, data), data);
      await expectRefused(
        await member.fetch(addressOf(route.pattern, names), {
          method: route.method,
          headers: { 'content-type': 'text/plain' },
          data: '{}',
        }),
        'text',
      );
      await expectRefused(await member.fetch(addressOf(route.pattern, names), { method: route.method }), 'no body');
    });

    test('[T21] refuses 200 kB, or what is longer than the long text that it takes', async () => {
      const text = 'x'.repeat(longTexts[nameOf(route)] ?? 200_000);
      const response = await send(member, route, names, JSON.stringify({ text }));
      await expectRefused(response, '200 kB');
      expect(response.status()).toBe(readingNoBody.includes(nameOf(route)) ? 404 : 413);
    });

    test('refuses fields it does not know', async () => {
      for (const field of ['id', 'workspaceId', 'personId', 'partyId', 'role', 'state', '<script>', '\u202e', 'constructor']) {
        await expectRefused(await send(member, route, names, { ...objectOf(route), [field]: unknownId }), field);
      }
    });

    test('refuses in each of its fields what no field takes', async () => {
      const longest = longTexts[nameOf(route)] === undefined ? {} : { 'an endless text': 'x'.repeat(300_000) };
      for (const [what, value] of Object.entries({ ...neverTaken, ...longest })) {
        for (const body of withEachLeaf(bodies[nameOf(route)], value))
          await expectRefused(await send(member, route, names, body), what);
      }
    });

    test('[T6] refuses who has no session, and another origin', async () => {
      await expectRefused(await send(nobody, route, names, bodies[nameOf(route)]), 'no session');
      await expectRefused(
        await send(nobody, route, names, bodies[nameOf(route)], { cookie: `next-auth.session-token=${'x'.repeat(500)}` }),
        'a forged cookie',
      );
      for (const headers of otherOrigins) {
        const response = await send(member, route, names, bodies[nameOf(route)], headers);
        expect(response.status()).toBe(403);
        expect((await response.json()).error.code).toBe('wrong-origin');
      }
    });

    // A route that names nothing has nothing that could be unknown.
    if (!route.pattern.includes('[')) return;
    test('does nothing to what does not exist, whatever is sent', async () => {
      for (const value of markup) {
        for (const body of withEachLeaf(bodies[nameOf(route)], value))
          await expectRefused(await send(member, route, unknowns(unknownId), body), value);
      }
      for (const id of malformedIds) await expectRefused(await send(member, route, unknowns(id), bodies[nameOf(route)]), id);
    });
  });
}

for (const route of reading) {
  test(`GET ${route.pattern} answers without a fault, whatever is asked`, async () => {
    for (const id of [unknownId, ...malformedIds]) {
      for (const who of [nobody, member]) await expectNoFault(await who.get(addressOf(route.pattern, unknowns(id))), id);
    }
    // Its parts have no names of their own; they are asked below.
    if (route.pattern.startsWith('/api/auth/')) return;
    // A stream of changes would not end by itself.
    if (route.pattern.endsWith('/events')) return;
    for (const value of [...markup, ...malformedIds]) {
      const query = ['q', 'cursor', 'seq', 'stage'].map((name) => `${name}=${encodeURIComponent(value)}`).join('&');
      await expectNoFault(await member.get(`${addressOf(route.pattern, names)}?${query}`), value);
    }
    await expectNoFault(await member.get(`${addressOf(route.pattern, names)}?q=%E0%A4%A&cursor=%00&seq=%ff`), 'broken encoding');
  });
}

test.describe('PUT /api/v1/uploads', () => {
  const octets = { 'content-type': 'application/octet-stream' };
  const put = (who: APIRequestContext, data: string | Buffer, headers: Record<string, string> = octets) =>
    who.fetch('/api/v1/uploads', { method: 'PUT', headers, data: Buffer.from(data) });
  /** The files of the demonstration, and nothing that was sent here. */
  const filesOnDisk = () => readdirSync(join(server.dataDir, 'objects'), { recursive: true, encoding: 'utf8' }).sort();
  let files: string[];
  test.beforeAll(() => {
    files = filesOnDisk();
  });
  test.afterEach(async () => {
    expect(filesOnDisk()).toEqual(files);
    await expectNothingChanged();
  });

  test('[T6] refuses who has no session, and another origin', async () => {
    expect((await put(nobody, 'A file.')).status()).toBe(401);
    await expectRefused(
      await put(nobody, 'A file.', { ...octets, cookie: `next-auth.session-token=${'x'.repeat(500)}` }),
      'a forged cookie',
    );
    for (const headers of otherOrigins) {
      const response = await put(member, 'A file.', { ...octets, ...headers });
      expect(response.status()).toBe(403);
      expect((await response.json()).error.code).toBe('wrong-origin');
    }
  });

  test('[F1] [F2] [T21] refuses what says what it is, is empty, or is longer than the limit', async () => {
    for (const type of ['application/json', 'text/html', 'image/png', 'multipart/form-data; boundary=x', 'octet-stream']) {
      const response = await put(member, '{}', { 'content-type': type });
      await expectRefused(response, type);
      expect(response.status()).toBe(415);
    }
    await expectRefused(await put(member, ''), 'nothing');
    const long = await put(member, 'x'.repeat(1001));
    await expectRefused(long, '1001 bytes');
    expect(long.status()).toBe(413);
  });

  test('[F1] refuses a body of no length, and keeps nothing of one that is shorter than it said or is cut off', async () => {
    const { cookies } = await member.storageState();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const begin = (headers: Record<string, string>) =>
      request(`${server.url}/api/v1/uploads`, { method: 'PUT', headers: { ...octets, cookie, ...headers } });
    const endless = begin({ 'transfer-encoding': 'chunked' });
    const answered = once(endless, 'response');
    endless.end('A file.');
    const [response] = await answered;
    expect(response.statusCode).toBe(411);
    response.resume();
    const cut = begin({ 'content-length': '500' });
    cut.on('error', () => undefined);
    cut.write('Half of a file.');
    // It has begun when its bytes stand beside their place.
    await expect.poll(() => filesOnDisk().some((name) => name.endsWith('.part'))).toBe(true);
    cut.destroy();
    await expect.poll(filesOnDisk).toEqual(files);
  });
});

test.describe('/api/auth', () => {
  const callback = '/api/auth/callback/credentials';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const json = { 'content-type': 'application/json' };
  const post = (who: APIRequestContext, path: string, data: string | Buffer, headers: Record<string, string> = form) =>
    who.fetch(path, { method: 'POST', headers, data: Buffer.from(data), maxRedirects: 0 });

  /** Refused by us, or sent to its sign-in page by next-auth; nobody is let in. */
  async function expectNotLetIn(response: APIResponse, sent: unknown): Promise<void> {
    const about = `${response.url().slice(0, 120)} given ${String(sent).slice(0, 60)}`;
    expect(response.headers()['set-cookie'] ?? '', about).not.toContain('session-token=ey');
    // What was asked with json=true is told its next address in the body.
    const told = response.status() === 401 ? (await response.json()).url : response.headers().location;
    if (told === undefined) return expectRefused(response, sent);
    const location = new URL(told, server.url);
    expect(location.origin, about).toBe(server.url);
    expect(location.pathname, about).toMatch(/^\/(api\/auth\/(signin|error)|sign-in)$/);
  }

  test('signs nobody in with a body that is no form, has no token, or is too long', async () => {
    for (const data of [...noObjects, '=', '&&&', '%', '%E0%A4%A=%00', 'a'.repeat(5000), '[]=1&email[$ne]=1']) {
      for (const headers of [form, json]) await expectNotLetIn(await post(nobody, callback, data, headers), data);
    }
    await expectRefused(await post(nobody, callback, 'email=x', { 'content-type': 'text/plain' }), 'text');
    const long = await post(nobody, callback, `email=${'x'.repeat(100_000)}`);
    await expectRefused(long, '100 kB');
    expect(long.status()).toBe(413);
  });

  test('signs nobody in with a token and what no field takes', async () => {
    const { csrfToken } = await (await nobody.get('/api/auth/csrf')).json();
    const fields = { csrfToken, email: 'somebody@example.org', password: 'not the password', callbackUrl: '/desk', json: 'true' };
    for (const value of [...Object.values(neverTaken), ...markup]) {
      for (const name of Object.keys(fields)) {
        const body = { ...fields, json: 'false', [name]: value };
        await expectNotLetIn(await post(nobody, callback, JSON.stringify(body), json), `${name} ${String(value)}`);
        const flat = new URLSearchParams(Object.entries(body).map(([key, part]) => [key, String(part)]));
        await expectNotLetIn(await post(nobody, callback, flat.toString()), `${name} ${String(value)}`);
      }
    }
    for (const callbackUrl of ['https://evil.example/', '//evil.example', 'javascript:alert(1)', 'http://[', '/\u202e', 'x'])
      await expectRefused(await post(nobody, callback, new URLSearchParams({ ...fields, callbackUrl }).toString()), callbackUrl);
  });

  test('has no other way in or out', async () => {
    for (const path of [
      'signin',
      'signin/credentials',
      'signout',
      'session',
      '_log',
      'callback',
      'callback/x',
      'csrf',
      '%00',
      'a/b/c',
    ]) {
      const response = await post(member, `/api/auth/${path}`, 'csrfToken=x&callbackUrl=/');
      await expectRefused(response, path);
      expect(response.status(), path).toBe(404);
    }
    for (const path of ['signout', 'callback/credentials', 'verify-request', '_log', 'constructor', '__proto__', ...malformedIds])
      await expectRefused(await member.get(`/api/auth/${encodeURIComponent(path)}`, { maxRedirects: 0 }), path);
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect((await member.fetch('/api/auth/signout', { method, maxRedirects: 0 })).status(), method).toBe(405);
    expect((await member.get('/api/v1/me')).status()).toBe(200);
  });

  test('refuses a broken cookie once and takes it away, and lives with that of another server', async () => {
    const ask = (value: string) =>
      nobody.get('/api/auth/csrf', { headers: { cookie: `next-auth.callback-url=${encodeURIComponent(value)}` } });
    for (const value of ['http://[', 'x', 'javascript:alert(1)']) {
      const refused = await ask(value);
      await expectRefused(refused, value);
      expect(refused.headers()['set-cookie']).toMatch(/^next-auth\.callback-url=; Path=\/; Max-Age=0/);
    }
    expect((await ask('http://localhost:1/desk')).status()).toBe(200);
  });

  test('answers what it is asked to read without a fault, whatever is asked', async () => {
    for (const path of ['csrf', 'providers', 'session', 'signin', 'error']) {
      for (const value of [...markup, ...malformedIds, 'https://evil.example/', 'http://[', '\u202e']) {
        for (const name of ['callbackUrl', 'error', 'nextauth', 'json']) {
          const response = await nobody.get(`/api/auth/${path}?${name}=${encodeURIComponent(value)}`, { maxRedirects: 0 });
          await expectNoFault(response, `${path} ${name} ${value}`);
          const { location } = response.headers();
          if (location !== undefined) expect(new URL(location, server.url).origin).toBe(server.url);
        }
      }
      for (const cookie of [
        'next-auth.callback-url=http%3A%2F%2F%5B',
        'next-auth.csrf-token=x',
        'next-auth.session-token=x',
        '=',
      ])
        await expectNoFault(await nobody.get(`/api/auth/${path}`, { headers: { cookie }, maxRedirects: 0 }), cookie);
    }
  });
});

test('[A9] a session has 20 streams of changes, and one more when one of them is closed', async () => {
  const { cookies } = await member.storageState();
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const open: AbortController[] = [];
  const listen = async (): Promise<Response> => {
    const over = new AbortController();
    const path = `/api/v1/workspaces/${names.workspaceId}/events`;
    const response = await fetch(`${server.url}${path}`, { headers, signal: over.signal });
    if (response.ok) open.push(over);
    return response;
  };
  // Those that were opened to look around, and closed, may still be ending.
  await expect
    .poll(
      async () => {
        if (open.length < 20) await listen();
        return open.length;
      },
      { intervals: [20] },
    )
    .toBe(20);
  const refused = await listen();
  expect(refused.status).toBe(429);
  expect((await refused.json()).error).toMatchObject({
    code: 'too-many-streams',
    limit: 20,
    message: expect.stringMatching(/20/),
  });
  open[0]?.abort();
  await expect.poll(async () => (await listen()).status).toBe(200);
  for (const over of open) over.abort();
  await expect.poll(newestEvent).toMatch(/^event: change/);
});

function nameOf({ method, pattern }: Route & { method: Method }): string {
  return `${method} ${pattern}`;
}

function objectOf(route: Route & { method: Method }): Record<string, unknown> {
  const body = bodies[nameOf(route)];
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** A string is sent as it is, everything else as JSON. */
function send(
  who: APIRequestContext,
  route: Route & { method: Method },
  at: Record<string, string>,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const data = typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  return who.fetch(addressOf(route.pattern, at), {
    method: route.method,
    headers: { 'content-type': 'application/json', ...headers },
    data,
    maxRedirects: 0,
  });
}

/** A clear answer: 4xx, JSON, a code and a sentence. */
async function expectRefused(response: APIResponse, sent: unknown): Promise<void> {
  const about = `${response.url().slice(0, 120)} given ${String(sent).slice(0, 60)}`;
  expect(response.status(), about).toBeGreaterThanOrEqual(400);
  expect(response.status(), about).toBeLessThan(500);
  const { error } = await response.json();
  expect(error, about).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/\S/) });
}

async function expectNoFault(response: APIResponse, sent: string): Promise<void> {
  const about = `${response.url().slice(0, 120)} given ${sent.slice(0, 60)}`;
  expect(response.status(), about).toBeLessThan(500);
  const isJson = response.headers()['content-type']?.includes('application/json') ?? false;
  if (response.status() >= 400 && isJson)
    expect((await response.json()).error, about).toMatchObject({ message: expect.stringMatching(/\S/) });
}

/** The body with one of its leaves replaced, once for each leaf. */
function withEachLeaf(body: unknown, value: unknown): unknown[] {
  if (Array.isArray(body))
    return body.flatMap((item, index) => withEachLeaf(item, value).map((changed) => body.with(index, changed)));
  // Where a truth value is asked for, each of them is taken.
  if (typeof body === 'boolean' && typeof value === 'boolean') return [];
  if (typeof body !== 'object' || body === null) return [value];
  return Object.entries(body).flatMap(([name, part]) =>
    withEachLeaf(part, value).map((changed) => ({ ...body, [name]: changed })),
  );
}

function unknowns(value: string): Record<string, string> {
  return Object.fromEntries(
    [
      'claimId',
      'commentId',
      'taskId',
      'importId',
      'sourceId',
      'revisionId',
      'workspaceId',
      'personId',
      'sessionId',
      'invitationId',
      'slug',
      'number',
      'position',
      'file',
      'seq',
      'other',
    ]
      .map((name) => [name, value])
      .concat([['locale', 'en']]),
  );
}

async function signedIn(browser: Browser): Promise<APIRequestContext> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signIn(page, personOf(server, { party: 'Northern desk', role: 'moderator' }));
  const storageState = await context.storageState();
  await context.close();
  return requests.newContext({ baseURL: server.url, storageState });
}

/** Things of the demo world that exist, so that only the body can be at fault. */
async function namesOfThings(): Promise<Record<string, string>> {
  const me = await (await member.get('/api/v1/me')).json();
  const { items } = await (await member.get('/api/v1/claims')).json();
  const details = [];
  for (const { id } of items) details.push(await (await member.get(`/api/v1/claims/${id}`)).json());
  const open =
    details.find((claim) => claim.stage === 'open' && claim.sources.length > 0) ??
    details.find((claim) => claim.state === 'open');
  const revision =
    details.flatMap((claim) => claim.revisions).find(({ state }) => state === 'signing') ??
    details.flatMap((claim) => claim.revisions)[0];
  const verdicts = await (await nobody.get('/api/v1/verdicts')).json();
  const data = { name: 'A view to remove', parameters: '', sharedWith: 'nobody' };
  const view = await (await member.post('/api/v1/views', { data })).json();
  const list = await (await member.post('/api/v1/imports', { data: { fileName: 'list.csv', text: 'claim\nA claim.' } })).json();
  const said = { audience: 'joint', on: { kind: 'claim' }, body: 'A comment to answer.', mentions: [] };
  const comment = await (await member.post(`/api/v1/claims/${open.id}/comments`, { data: said })).json();
  const asked = { audience: 'joint', what: 'A task to change' };
  const task = await (await member.post(`/api/v1/claims/${open.id}/tasks`, { data: asked })).json();
  return {
    commentId: comment.id,
    taskId: task.id,
    viewId: view.id,
    importId: list.id,
    workspaceId: me.workspace.id,
    personId: unknownId,
    sessionId: unknownId,
    invitationId: unknownId,
    replyId: unknownId,
    passkeyId: unknownId,
    challengeId: unknownId,
    statementId: unknownId,
    retractionId: unknownId,
    claimId: open.id,
    sourceId: details.flatMap((claim) => claim.sources)[0].id,
    revisionId: revision.id,
    slug: verdicts.items[0].slug,
    locale: 'en',
    number: '1',
    position: '1',
    file: '1.json',
    feedFile: 'corrections.atom',
    seq: '1',
    other: '2',
  };
}

/** All that members and the public can see, with the number of the newest event. */
async function everything() {
  const claims = await (await member.get('/api/v1/claims')).json();
  const details = [];
  for (const { id } of claims.items) details.push(await (await member.get(`/api/v1/claims/${id}`)).json());
  const { confirmedAt: _confirmedAt, ...me } = await (await member.get('/api/v1/me')).json();
  return {
    claims,
    details,
    me,
    charter: await (await nobody.get('/api/v1/charter')).json(),
    verdicts: await (await nobody.get('/api/v1/verdicts')).json(),
    newest: await newestEvent(),
  };
}

/** The first message of the stream of changes. */
async function newestEvent(): Promise<string> {
  const { cookies } = await member.storageState();
  const over = new AbortController();
  const response = await fetch(`${server.url}/api/v1/workspaces/${names.workspaceId}/events`, {
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    signal: over.signal,
  });
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  over.abort();
  return new TextDecoder().decode(value);
}
