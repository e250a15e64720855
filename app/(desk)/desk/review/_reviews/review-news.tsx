import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import type { Review } from '@/db/queries/desk/reviews-of-desk';
import { loadDesk } from '../../../_frame/load-desk';
import { EventSentence } from '../../../_words/event-sentence';

/** As many as are read at a glance; the claim's history has them all. */
const shown = 6;

/** What others did about a claim since the reader did something there, or since the freeze (SPEC D11). */
export async function ReviewNews({ review: { claimId, news } }: { review: Pick<Review, 'claimId' | 'news'> }) {
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('review.news');
  const { since, events } = news;
  const count = events.length;
  const on = () => since && <DateText at={since} timeZone={workspace.timeZone} show="day" />;
  const title = since === null ? t('sinceFreeze', { count }) : t.rich('since', { count, date: on });
  if (count === 0) return <p className="gist">{title}</p>;
  return (
    <details className="news">
      <summary>{title}</summary>
      <ul>
        {events.slice(0, shown).map((event) => (
          <li key={event.id}>
            <EventSentence event={event} party={partyOf(event.partyId)?.name} />{' '}
            <small>
              <DateText at={event.at} timeZone={workspace.timeZone} />
            </small>
          </li>
        ))}
      </ul>
      {count > shown && (
        <Link href={`/desk/claims/${claimId}/history`} prefetch={false}>
          {t('all')}
        </Link>
      )}
    </details>
  );
}
