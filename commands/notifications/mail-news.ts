import { inArray } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { mailMoment } from '@/commands/mail-moment';
import { queueMail } from '@/commands/queue-mail';
import type { Tx } from '@/db/handle';
import type { News } from '@/db/queries/news-to-mail';
import { notifications } from '@/db/schema';
import { placeOfTold } from '@/domain/discussion/told-kinds';
import { env } from '@/platform/env';
import { newsLine } from '@/platform/mail-words';
import type { Seat } from './seat-to-mail';
import { type Scope, unsubscribeLinks, unsubscribeToken } from './unsubscribe-token';

/** As many as are read; the page has them all. */
const mostLines = 30;
const dayMs = 24 * 60 * 60 * 1000;

/** One mail of what is new, or none without news (SPEC N3). It is about the seat, so that it is called off when the seat ends or its role changes (SPEC N2). */
export async function mailNews(
  tx: Tx,
  context: Context,
  { seat, scope, news }: { seat: Seat; scope: Scope; news: News[] },
): Promise<boolean> {
  const due = news.filter(({ isDue }) => isDue);
  if (due.length === 0) return false;
  const { seatId, member, email, desk } = seat;
  const { locale, workspaceId } = member;
  const { APP_URL } = env();
  const lines = due.slice(0, mostLines).map((one) => `– ${sentenceOf(one, locale)}\n  ${APP_URL}${placeOfTold(one)}`);
  await queueMail(tx, context, {
    ...{ workspaceId, to: email, locale, subjectId: seatId },
    kind: scope === 'digest' ? 'digest' : 'notices',
    facts: {
      ...{ desk, group: scope, lines: [...lines, ...(due.length > mostLines ? ['…'] : [])].join('\n\n') },
      ...{ link: `${APP_URL}/desk/notifications`, ...unsubscribeLinks(unsubscribeToken({ seatId, scope, locale })) },
    },
    // The next digest tells anew what is still unread in the page, and a notice is stale in a week.
    expiresAt: new Date(context.now.getTime() + (scope === 'digest' ? 1 : 7) * dayMs),
  });
  return true;
}

/** No mail is owed for these any more, whether they were in one or not. */
export async function settle(tx: Tx, { now }: Context, news: News[]): Promise<void> {
  const ids = news.map(({ id }) => id);
  if (ids.length > 0) await tx.update(notifications).set({ mailSettledAt: now }).where(inArray(notifications.id, ids));
}

function sentenceOf({ kind, claimNumber, facts, party, at }: News, locale: string): string {
  return newsLine(kind, locale, {
    claim: String(claimNumber ?? ''),
    revision: String(facts.revision ?? ''),
    challenge: String(facts.challenge ?? ''),
    charter: String(facts.charter ?? ''),
    outcome: facts.outcome ?? '',
    until: facts.until === undefined ? '' : mailMoment(new Date(facts.until)),
    party: party ?? '',
    at: mailMoment(at),
  });
}
