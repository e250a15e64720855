import { z } from 'zod';
import { toldGroups } from '@/domain/discussion/told-kinds';
import { env } from '@/platform/env';
import { openSealed, seal } from '@/platform/seal';

/** What one link ends: the mails of a group, or the digest. */
export const Scope = z.enum([...toldGroups, 'digest']);
export type Scope = z.output<typeof Scope>;

const Opened = z.strictObject({ seatId: z.uuid(), scope: Scope, locale: z.string() });
export type Unsubscription = z.output<typeof Opened>;

const purpose = 'unsubscribe';

/** Sealed, so it says nothing to whoever sees it and nobody makes one; it ends mails and does nothing else (SPEC N6). */
export function unsubscribeToken({ seatId, scope, locale }: Unsubscription): string {
  return Buffer.from(seal(`${seatId} ${scope} ${locale}`, purpose), 'base64').toString('base64url');
}

/** What a token ends, or undefined for anything that this deployment has not made. */
export function readUnsubscribeToken(token: string): Unsubscription | undefined {
  const [seatId, scope, locale] = openSealed(token, purpose)?.split(' ') ?? [];
  return Opened.safeParse({ seatId, scope, locale }).data;
}

/** For a mail program, which posts to it (RFC 8058), and for a person, who is shown a page with a button. */
export function unsubscribeLinks(token: string): { oneClick: string; unsubscribe: string } {
  const { APP_URL } = env();
  return { oneClick: `${APP_URL}/api/v1/unsubscriptions/${token}`, unsubscribe: `${APP_URL}/unsubscribe/${token}` };
}
