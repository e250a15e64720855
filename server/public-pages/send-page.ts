import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Page } from './render-apart';

/** A page ready to be sent to anybody. */
export type SendablePage = Page & { etag: string; zipped: Buffer };

/** What belongs to one answer and not to the page. */
const ofOneAnswer = new Set([
  'cache-control',
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
]);

export async function sendable(page: Page): Promise<SendablePage> {
  const headers = Object.fromEntries(Object.entries(page.headers).filter(([name]) => !ofOneAnswer.has(name)));
  const varies = String(headers.vary ?? '');
  return {
    ...page,
    // Anybody may hold a page, and asks before each use whether it still is the one (C30): the answer to that is a few bytes. That there is none is no page.
    headers: {
      ...headers,
      vary: /accept-encoding/i.test(varies) ? varies : [varies, 'accept-encoding'].filter(Boolean).join(', '),
      'cache-control': page.status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store',
    },
    etag: `W/"${createHash('sha256').update(page.body).digest('base64url')}"`,
    zipped: await promisify(gzip)(page.body),
  };
}

export function sendPage(page: SendablePage, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, etag, zipped, body } = page;
  const same = status === 200 && request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag) === true;
  if (same) {
    response.writeHead(304, { ...headers, etag }).end();
    return;
  }
  const zip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = zip ? zipped : body;
  response.writeHead(status, {
    ...headers,
    ...(status === 200 ? { etag } : {}),
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
    'content-length': bytes.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
