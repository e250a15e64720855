import { NextResponse } from 'next/server';

/** What next-auth calls its session cookie, on http and on https; a long token is cut into numbered pieces. */
const sessionCookie = /^(?:__Secure-|__Host-)?next-auth\.session-token(?:\.\d+)?$/;

/** An answer after which the browser holds no session. The row already says that it is over: this only tidies up. */
export function forgetSession(request: Request, body: unknown): NextResponse {
  const response = NextResponse.json(body, { headers: { 'cache-control': 'private, no-store' } });
  const names = (request.headers.get('cookie') ?? '').split(/;\s*/).map((pair) => pair.slice(0, Math.max(0, pair.indexOf('='))));
  for (const name of names.filter((cookie) => sessionCookie.test(cookie))) {
    response.cookies.set(name, '', { path: '/', maxAge: 0, httpOnly: true, sameSite: 'lax', secure: name.startsWith('__') });
  }
  return response;
}
