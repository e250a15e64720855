import { env } from '@/platform/env';

/** Whether a browser sent a form of its own accord, without a script: it is then sent on to a page, where a program gets JSON. */
export function isPlainForm(request: Request): boolean {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

/** The next page for a browser that has sent a form, in the language that the form's own address carries. See Other, so that reloading sends nothing twice. */
export function sendOn(request: Request, path: string, query: Record<string, string>): Response {
  const to = new URL(path, env().APP_URL);
  const lang = new URL(request.url).searchParams.get('lang');
  for (const [name, value] of Object.entries(lang === null ? query : { ...query, lang })) to.searchParams.set(name, value);
  return new Response(null, { status: 303, headers: { location: to.href, 'cache-control': 'private, no-store' } });
}
