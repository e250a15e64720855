import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Countersign, startCountersign } from '@/tests/web/support/server';

const SourcesOf = z.object({ sources: z.array(z.object({ id: z.string(), kind: z.string() })) });

/** The built server, asked over HTTP by whoever likes. */
describe('a server that strangers ask', () => {
  let server: Countersign;
  let cookie: string;
  beforeAll(async () => {
    server = await startCountersign({ demo: true });
    cookie = await signIn(server);
  }, 150_000);
  afterAll(() => server.stop());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: 'manual' });
  const read = (path: string) => get(path, { cookie }).then((response) => response.json());

  it('serves exact bytes, files of sources and the API with a policy under which nothing runs', async () => {
    const { items } = await read('/api/v1/verdicts');
    const { slug, revision } = items[0];
    const source = await fileSource(read);
    const [record, statement] = [
      `/verdicts/${slug}/revisions/${revision}/record.json`,
      `/verdicts/${slug}/revisions/${revision}/sign-offs/1.json`,
    ];
    const paths = [
      record,
      `/ar${record}`,
      statement,
      '/charter/1/charter.json',
      `/api/v1/sources/${source}/file`,
      '/api/v1/verdicts',
    ];
    for (const path of paths) {
      const response = await get(path, { cookie });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-security-policy'), path).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
    expect((await get(`/api/v1/sources/${source}/file`, { cookie })).headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await get(`/verdicts/${slug}`)).headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it.each([
    ['/nope', 'en', 'There is no such page'],
    ['/verdicts/nope', 'en', 'There is no such page'],
    ['/verdicts/nope/revisions/1', 'en', 'There is no such page'],
    ['/fr/nope', 'fr', 'Cette page n’existe pas'],
    ['/en/no-such-page', 'en', 'There is no such page'],
  ])('says without a script that nothing is at %s', async (path, lang, title) => {
    const response = await get(path);
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${lang}"`));
    expect(html).toMatch(new RegExp(`<h1>${title}</h1>`));
    expect(html).toContain('noindex');
  });

  it('says 400 to what nobody can read, and writes no line about it', async () => {
    const before = server.output();
    expect(await statusOf(server, '/verdicts/%ff')).toBe(400);
    expect(await statusOf(server, '/ar/%E0%A4%A')).toBe(400);
    expect(await statusOf(server, '/desk?_rsc=1', { rsc: '1', 'next-router-state-tree': 'rubbish' })).toBe(400);
    expect(await statusOf(server, '/about', { 'content-type': 'multipart/form-data; boundary=x' }, 'POST')).toBe(400);
    expect(await statusOf(server, '/', { 'next-action': 'a'.repeat(40) }, 'POST')).toBe(400);
    expect(await statusOf(server, '/_next/image?url=/api/v1/claims&w=640&q=75')).toBeOneOf([400, 404]);
    expect(server.output()).toBe(before);
  });

  it.each([
    ['GET', 'signin?callbackUrl=http://localhost.evil.example/', {}],
    ['GET', 'csrf', { cookie: 'next-auth.callback-url=http%3A%2F%2F%5B' }],
    ['POST', 'signout', {}],
    ['POST', 'signout/x', {}],
    ['POST', 'signou%74', {}],
    ['GET', 'signout', {}],
  ] as const)('refuses next-auth’s %s %s', async (method, path, headers) => {
    expect(
      await statusOf(server, `/api/auth/${path}`, { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, method),
    ).toBeOneOf([400, 404, 422]);
    expect((await get('/api/v1/me', { cookie })).status).toBe(200);
  });

  it('[T21] reads no long text of a stranger, and says so before it has come', async () => {
    const { hostname, port } = new URL(server.url);
    const headers = { 'content-type': 'application/json', 'content-length': 12 * 1024 * 1024 };
    const asked = request({ hostname, port, path: '/api/v1/imports', method: 'POST', headers });
    asked.write('{"text":"');
    const [response]: IncomingMessage[] = await once(asked, 'response');
    expect(response?.statusCode).toBe(401);
    asked.destroy();
  });

  it('lets anybody hold a public page and makes them ask whether it still is the one', async () => {
    const first = await get('/charter');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(await first.text()).toMatch(/<head>.*<title>.*<\/head>/s);
    const again = await get('/charter', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/charter?_rsc', { rsc: '1' })).headers.get('cache-control')).toContain('no-store');
  });
});

/** `fetch` would mend the address before it is sent. */
function statusOf(
  server: Countersign,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

async function signIn({ url, demoAccounts }: Countersign): Promise<string> {
  const [person] = demoAccounts;
  if (person === undefined) throw new Error('The demonstration has people.');
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  const fields = { csrfToken, email: person.email, password: person.password, json: 'true' };
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie: cookiesOf(asked), origin: url },
    redirect: 'manual',
  });
  return cookiesOf(response);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function fileSource(read: (path: string) => Promise<{ items: { id: string }[] }>): Promise<string> {
  for (const { id } of (await read('/api/v1/claims')).items) {
    const claim: unknown = await read(`/api/v1/claims/${id}`);
    const found = SourcesOf.parse(claim).sources.find(({ kind }) => kind === 'file');
    if (found !== undefined) return found.id;
  }
  throw new Error('The demonstration has a file.');
}
