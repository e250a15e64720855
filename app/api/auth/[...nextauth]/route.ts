import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { readBody } from '@/app/_adapters/read-body';
import { refusalResponse } from '@/app/_adapters/route';
import { actorOf } from '@/app/_session/actor';
import { authOptions } from '@/app/_session/auth-options';
import { type AuthCall, authCallOf, brokenCookie } from './auth-call';

/** Enough for an e-mail, a password, a code and a token. */
const limitBytes = 16 * 1024;

type Call = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, context: Call): Promise<Response> {
  return answer(request, context, undefined);
}

/** next-auth reads a body of any length and kind, so ours is read first and handed on as plain fields. */
export async function POST(request: NextRequest, context: Call): Promise<Response> {
  const body = await readBody(request, limitBytes);
  return body.ok ? answer(request, context, body.value) : refusalResponse(body.refusal, { kind: 'public' });
}

/** What next-auth would answer with a fault is refused before it comes to that; the rest is its own answer. */
async function answer(request: NextRequest, context: Call, body: unknown): Promise<Response> {
  const { nextauth } = await context.params;
  const call = authCallOf({
    method: request.method,
    path: nextauth.join('/'),
    query: request.nextUrl.searchParams,
    body,
  });
  if (!call.ok) return refusalResponse(call.refusal, { kind: 'public' });
  const broken = brokenCookie(request.cookies.getAll());
  if (broken !== undefined) return withoutCookie(broken);
  // A provider's answer means something else to who is signed in: it confirms them, or is refused.
  const actor = await actorOf(request.cookies.getAll());
  return NextAuth(handedOn(request, call.value), context, authOptions(actor, request.headers.get('user-agent')));
}

/** Refused once; the browser forgets the cookie with the answer, and can try again. */
async function withoutCookie(name: string): Promise<Response> {
  const issues = [{ field: 'callbackUrl', code: 'invalid' }];
  const response = await refusalResponse({ code: 'invalid-input', issues }, { kind: 'public' });
  response.headers.append(
    'set-cookie',
    `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${name.startsWith('__') ? '; Secure' : ''}`,
  );
  return response;
}

function handedOn(request: NextRequest, { fields }: AuthCall): NextRequest {
  if (fields === undefined) return request;
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.delete('content-length');
  return new NextRequest(request.url, { method: request.method, headers, body: new URLSearchParams(fields) });
}
