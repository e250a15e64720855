import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Render } from '@/server/public-pages/render-apart';
import { sayNoSuchPage } from '@/server/public-pages/say-no-such-page';

const opened: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Answers as Next does: an empty document where nothing is, and the one page that has words for it. */
const app: Render = ({ url = '', headers }, response) => {
  if (url.endsWith('/no-such-page')) return response.writeHead(200, { 'content-type': 'text/html' }).end(`words at ${url}`);
  if (url === '/bytes.json') return response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
  if (url === '/about') return response.writeHead(200, { 'content-type': 'text/html' }).end('a page');
  const type = headers.rsc === undefined ? 'text/html; charset=utf-8' : 'text/x-component';
  response.writeHead(404, { 'content-type': type, 'content-encoding': 'br' });
  response.write('');
  return response.end('empty');
};

it.each([
  ['/nope', 404, 'words at /uk/no-such-page'],
  ['/verdicts/nope?x=1', 404, 'words at /uk/no-such-page'],
  ['/fr/verdicts/nope', 404, 'words at /fr/no-such-page'],
  ['/constructor', 404, 'words at /uk/no-such-page'],
  ['/ar/no-such-page', 404, 'words at /ar/no-such-page'],
  ['/about', 200, 'a page'],
  ['/bytes.json', 404, '{}'],
])('says in the language of %s that it is not there, with status %i, and keeps from what is', async (path, status, words) => {
  const answer = await ask(path);
  expect([answer.status, await answer.text()]).toEqual([status, words]);
});

it('leaves desk pages and the browser’s own questions to the browser, and sends no words to who wants none', async () => {
  expect((await ask('/desk/claims/nope')).headers.get('content-encoding')).toBe('br');
  expect((await ask('/nope', { headers: { rsc: '1' } })).headers.get('content-type')).toBe('text/x-component');
  const head = await ask('/nope', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-encoding'), await head.text()]).toEqual([404, null, '']);
});

it('answers as the app does when its words fail, and tells of it', async () => {
  const faults: unknown[] = [];
  const broken: Render = (request, response) => {
    if (request.url?.endsWith('/no-such-page')) throw new Error('no words');
    return response.writeHead(404, { 'content-type': 'text/html' }).end('empty');
  };
  const answer = await ask('/nope', {}, broken, faults);
  expect([answer.status, await answer.text()]).toEqual([404, 'empty']);
  expect(faults).toHaveLength(1);
});

async function ask(path: string, init: RequestInit = {}, render = app, faults: unknown[] = []): Promise<Response> {
  const say = sayNoSuchPage(render, { defaultLocale: 'uk', report: (fault) => faults.push(fault) });
  const server = createServer((request, response) => void say(request, response));
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
}
