import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { joinNames } from '@/components/ui/join-names';
import type { Review } from '@/db/queries/desk/reviews-of-desk';
import { loadDesk } from '../../../_frame/load-desk';
import { ReviewNews } from './review-news';

/** The revisions of one part of the list: what it is, until when, who has said what, who is waited for, and what is new. */
export async function ReviewList({ reviews, heading, ask }: { reviews: Review[]; heading: string; ask: Review['ask'] }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby={`asked-${ask}`}>
      <h2 id={`asked-${ask}`}>{heading}</h2>
      <ul className="reviews">
        {reviews.map((review) => (
          <li key={review.id}>
            <ReviewLine review={review} />
          </li>
        ))}
      </ul>
    </section>
  );
}

async function ReviewLine({ review }: { review: Review }) {
  const { workspace, partyOf, member } = await loadDesk();
  const t = await getTranslations('review');
  const { signers, claimId, claimNumber, number, round, heading, language, ask, missing, heldBy } = review;
  const names = (ids: string[]) =>
    joinNames(
      ids.map((id) => partyOf(id)?.name ?? ''),
      t('and'),
    );
  return (
    <>
      <div className="what">
        <Link className="name" href={`/desk/claims/${claimId}/revisions/${number}`} lang={language}>
          <bdi>{heading}</bdi>
        </Link>
        <p className="gist">
          <span>
            {t('line', { claim: claimNumber, number, round, party: partyOf(review.proposedByParty)?.name ?? '' })}{' '}
            <DateText at={review.frozenAt} timeZone={workspace.timeZone} />
          </span>
          {ask === 'sign' && number > 1 && (
            <Link href={`/desk/claims/${claimId}/revisions/${number}?view=changes`} prefetch={false}>
              {t('changes')}
            </Link>
          )}
        </p>
        <ReviewNews review={review} />
      </div>
      <div className="when">
        <Moment review={review} />
        {heldBy.length > 0 && (
          <p>
            <Chip tone="wait">{t('held', { parties: names(heldBy) })}</Chip>
          </p>
        )}
      </div>
      <div className="who">
        <Positions review={review} />
        {missing.length > 0 && <p>{t('waitsFor', { parties: names(missing) })}</p>}
        {ask === 'party' && (
          <p>{t('signers', { count: signers.length, people: joinNames(signers, t('and')), party: member.party?.name ?? '' })}</p>
        )}
      </div>
    </>
  );
}

async function Moment({ review: { until, outcome } }: { review: Review }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('review');
  const outcomes = await getTranslations('outcome');
  return (
    <>
      <p>
        {until === undefined
          ? t('noMoment')
          : t.rich(`until.${until.kind}`, { date: () => <DateText at={until.at} timeZone={workspace.timeZone} /> })}
      </p>
      {outcome !== null && <p>{t('becomes', { outcome: outcomes(outcome) })}</p>}
    </>
  );
}

async function Positions({ review: { asked, positions } }: { review: Review }) {
  const { partyOf } = await loadDesk();
  const t = await getTranslations('desk.claims.progress');
  return (
    <p className="marks">
      {asked
        .flatMap((id) => partyOf(id) ?? [])
        .map((party) => {
          const decision = positions.findLast(({ partyId }) => partyId === party.id)?.decision;
          return (
            <PartyMark
              key={party.id}
              position={party.position}
              letter={party.letter}
              size="sm"
              hollow={decision === undefined || decision === 'recuse'}
              label={t(decision ?? 'unsigned', { party: party.name })}
            />
          );
        })}
    </p>
  );
}
