import type { IncomingHttpHeaders } from 'node:http';

const address =
  /^(?:\/|\/[a-z]{2,3}|(?:\/[a-z]{2,3})?(?:\/about|\/charter(?:\/[1-9]\d{0,5})?|\/verdicts\/[a-z0-9-]{1,120}(?:\/revisions\/[1-9]\d{0,5}(?:\/changes)?)?))$/;

/**
 * The path of a public page that is asked for whole, or undefined. Such a page depends on nothing but its path: what is behind the question mark is read
 * by the search alone, which is never kept. A browser that only wants the new parts of a page (RSC) names those it has, so it is answered afresh.
 */
export function publicPagePath(request: { method?: string; url?: string; headers: IncomingHttpHeaders }): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const path = request.url?.split('?')[0] ?? '';
  return request.headers.rsc === undefined && address.test(path) ? path : undefined;
}
