import { decode } from 'next-auth/jwt';
import { z } from 'zod';

/** Who a cookie says is there. Only the row of `sessions` makes it true (seats.ts). */
export type Ticket = { personId: string; sid: string };

const Token = z.object({ sub: z.uuid(), sid: z.uuid() });

/**
 * The session that next-auth's cookie carries, or undefined. A raw upgrade request has no parsed cookies, and a bearer
 * header is no session: the socket takes the cookie alone. A token this small is never split over several cookies.
 */
export async function readTicket(
  cookieHeader: string | undefined,
  { secret, origin }: { secret: string; origin: string },
): Promise<Ticket | undefined> {
  const token = cookieValue(cookieHeader ?? '', sessionCookieName(origin));
  if (token === undefined) return undefined;
  const payload = await decode({ token, secret }).catch(() => undefined);
  const parsed = Token.safeParse(payload);
  return parsed.success ? { personId: parsed.data.sub, sid: parsed.data.sid } : undefined;
}

/** next-auth's own name for it, which depends on whether the site is served over https. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf('=') + 1).trim();
}
