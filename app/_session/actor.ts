import { getToken } from 'next-auth/jwt';
import { noteSeen, seenEveryMs } from '@/commands/membership/note-seen';
import { getDb } from '@/db/client';
import { memberOfSession } from '@/db/queries/member-of-session';
import type { Actor } from '@/domain/policies/actor';
import { authSecret, env } from '@/platform/env';
import { seenLately } from '@/platform/seen-lately';
import { contextFor } from './context';

/**
 * Who asks, from the cookie and the session's row (SPEC A1). A revoked, expired or unknown session is nobody. The secret is named, since next-auth
 * would otherwise read whatever the environment holds when its module loads.
 */
export async function actorOf(cookies: { name: string; value: string }[]): Promise<Actor> {
  const token = await getToken({
    req: { headers: {}, cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])) } as Parameters<
      typeof getToken
    >[0]['req'],
    secret: authSecret(),
    secureCookie: env().APP_URL.startsWith('https:'),
  });
  if (typeof token?.sub !== 'string' || typeof token.sid !== 'string') return { kind: 'public' };
  const now = new Date();
  const member = await memberOfSession({ sid: token.sid, personId: token.sub, now }, await getDb());
  if (member === undefined) return { kind: 'public' };
  if (!seenLately(member.sid, now, seenEveryMs)) await noteSeen(await contextFor(member));
  return member;
}
