import NextAuth from 'next-auth';
import { refusalResponse } from '@/app/_adapters/route';
import { authOptions } from '@/app/_session/auth-options';

const handler = NextAuth(authOptions);

/** Enough for an e-mail, a password and a token. */
const limitBytes = 16 * 1024;

export { handler as GET };

/**
 * next-auth reads a body of any length, so its length is asked first: every browser says it. Its own sign-out forgets the cookie and leaves the
 * session alive, so there is only ours.
 */
export async function POST(request: Request, context: unknown): Promise<Response> {
  if (new URL(request.url).pathname.endsWith('/signout')) return refusalResponse({ code: 'not-found' }, { kind: 'public' });
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= limitBytes)) return refusalResponse({ code: 'body-too-large', limitBytes }, { kind: 'public' });
  return handler(request, context);
}
