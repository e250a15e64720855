import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale } from '@/platform/interface-languages';
import { sendWhole } from '@/server/send-whole';
import { type Page, type Render, renderApart } from './render-apart';

type Options = { defaultLocale: string; report: (fault: unknown) => void };

/** Where the app keeps its one answer for what is not there. Asked for by a stranger, it is not there either. */
const answerAt = (locale: string) => `/${locale}/no-such-page`;
const isAnswer = /^\/[a-z]{2,3}\/no-such-page$/;

/** What is no public page: what is behind a sign-in or a personal link says itself what is missing, and the rest is no page. */
const elsewhere = /^\/(?:_next|api|desk|invitations|setup|unsubscribe)(?:\/|$)/;

/**
 * A page that is not there, in words that need no script. Next answers notFound() with an empty document that the browser's script fills: a component can set no
 * status, and no boundary catches on the server. So another page says it, in the language of the address, and the status is set here.
 */
export function sayNoSuchPage(render: Render, { defaultLocale, report }: Options): Render {
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (!asksForPage(request) || elsewhere.test(path)) return render(request, response);
    const first = path.split('/')[1];
    const answer = () => renderApart(render, answerAt(isLocale(first) ? first : defaultLocale));
    const { end } = response;
    response.end = (body: unknown) => {
      if (!isAnswer.test(path) && !isMissing(response)) return end.call(response, body, 'binary');
      answer().then(
        (page) => end.call(response, replaced(page, request, response), 'binary'),
        (fault: unknown) => {
          report(fault);
          end.call(response, body, 'binary');
        },
      );
      return response;
    };
    // Nothing is out before it is known whether it is the page.
    sendWhole(response);
    return render(request, response);
  };
}

function asksForPage({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers.rsc === undefined;
}

function isMissing(response: ServerResponse): boolean {
  return response.statusCode === 404 && String(response.getHeader('content-type')).startsWith('text/html');
}

function replaced({ body }: Page, { method }: IncomingMessage, response: ServerResponse): Buffer {
  response.statusCode = 404;
  for (const name of ['content-encoding', 'transfer-encoding', 'etag', 'link']) response.removeHeader(name);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-length', body.byteLength);
  response.setHeader('cache-control', 'no-store');
  return method === 'HEAD' ? Buffer.alloc(0) : body;
}
