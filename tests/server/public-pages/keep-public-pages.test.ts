import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { publicState } from '@/db/queries/public/public-state';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { keepPublicPages } from '@/server/public-pages/keep-public-pages';
import { buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';

const opened: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describeOnOwnDatabases('public pages around a publication', (open) => {
  it('[C30] [P32] nobody who asks after it reads a page that was begun before it, held or kept', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const holds = [gate(), gate()];
    const [held, begun] = holds.map((each) => each.promise);
    let made = 0;
    const desk = await serve(
      keepPublicPages({
        state: () => publicState({}, db),
        report: fail,
        render: async (_, response) => {
          const { items } = await publishedVerdicts({ workspaceId: workspace.id }, db);
          made += 1;
          if (made === 1) {
            holds[1]?.open();
            await held;
          }
          response.writeHead(200, { 'content-type': 'text/html' }).end(`${items.length} verdicts`);
        },
      }),
    );
    // Begun before the publication, and finished after it.
    const early = desk.read('/');
    await begun;
    for (const party of [workspace.north, workspace.south])
      expect(await sign(contextFor(db, party.moderators[0]), workspace, revision)).toMatchObject({ ok: true });
    expect(await desk.read('/')).toBe('1 verdicts');
    holds[0]?.open();
    expect(await early).toBe('0 verdicts');
    expect(await desk.read('/')).toBe('1 verdicts');
    expect(made, 'what is of now is kept').toBe(2);
  });
});

it('[C30] [P32] an address that was not there before the publication is there after it', async () => {
  let published = 'nothing';
  const desk = await serve(
    keepPublicPages({
      state: async () => published,
      report: fail,
      render: (_, response) => void response.writeHead(published === 'nothing' ? 404 : 200).end(published),
    }),
  );
  expect((await desk.ask('/verdicts/a-title')).status).toBe(404);
  published = 'a verdict';
  expect((await desk.ask('/verdicts/a-title')).status).toBe(200);
});

it('makes a page once for everybody, and for nobody in particular', async () => {
  const asked: unknown[] = [];
  const desk = await serve(
    keepPublicPages({
      state: async () => 'as it was',
      report: fail,
      render: (request, response) => {
        asked.push([request.method, request.url, request.headers]);
        response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'private, no-store', 'set-cookie': 'a=b' });
        response.write('<p>');
        response.end('ü</p>');
      },
    }),
  );
  const answers = await Promise.all(['/about?from=one', '/about', '/about'].map((path) => desk.ask(path, { cookie: 'sid=1' })));
  for (const answer of answers) {
    expect(await answer.text()).toBe('<p>ü</p>');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  }
  expect(asked).toEqual([['GET', '/about', { 'user-agent': 'everybody' }]]);
});

it('answers 304 to whoever has the page, and whole without gzip to whoever cannot read it', async () => {
  const desk = await serve(
    keepPublicPages({ state: async () => '', report: fail, render: (_, response) => void response.end('a page') }),
  );
  const first = await desk.ask('/', { 'accept-encoding': 'br, gzip;q=0' });
  expect(first.headers.get('content-encoding')).toBeNull();
  expect(await first.text()).toBe('a page');
  const again = await desk.ask('/', { 'if-none-match': `"x", ${first.headers.get('etag')}` });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('keeps no fault, and only so many pages', async () => {
  const made: (string | undefined)[] = [];
  const desk = await serve(
    keepPublicPages({
      state: async () => '',
      report: fail,
      most: 2,
      render: ({ url }, response) => {
        made.push(url);
        response.writeHead(url === '/about' ? 500 : 200).end(url);
      },
    }),
  );
  for (const path of ['/about', '/about', '/charter', '/', '/charter', '/charter/1', '/charter', '/']) await desk.read(path);
  expect(made).toEqual(['/about', '/about', '/charter', '/', '/charter/1', '/']);
});

it('makes the page for the reader alone when what is published cannot be asked', async () => {
  const faults: unknown[] = [];
  const desk = await serve(
    keepPublicPages({
      state: () => Promise.reject(new Error('The store is away.')),
      report: (fault) => faults.push(fault),
      render: (request, response) => void response.end(`for ${request.headers.cookie}`),
    }),
  );
  expect(await desk.ask('/', { cookie: 'sid=1' }).then((answer) => answer.text())).toBe('for sid=1');
  expect(faults).toHaveLength(1);
});

it.each([
  ['a write', '/', { method: 'POST' }],
  ['a browser that wants the new parts', '/', { headers: { rsc: '1' } }],
  ['the search', '/search?q=a', {}],
  ['bytes', '/verdicts/a/revisions/1/record.json', {}],
  ['the desk', '/desk', {}],
])('leaves %s to the page', async (_, path, init) => {
  const desk = await serve(
    keepPublicPages({
      state: () => Promise.reject(new Error('Nobody need know.')),
      report: fail,
      render: (request, response) => void response.end(request.url),
    }),
  );
  expect(await (await fetch(desk.url + path, init)).text()).toBe(path);
});

function fail(fault: unknown): never {
  throw fault;
}

function gate(): { promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open: () => open() };
}

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });
  return { url, ask, read: (path: string) => ask(path).then((answer) => answer.text()) };
}
