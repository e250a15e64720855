import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { reviewsOfDesk } from '@/db/queries/desk/reviews-of-desk';
import { asks } from '@/domain/claim/asked-of';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { loadReader, loadWords } from '../../_frame/load-waiting';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { OpenChallenges } from './_challenges/open-challenges';
import { CharterMoves } from './_reviews/charter-moves';
import { OpenRetractions } from './_reviews/open-retractions';
import { ReviewList } from './_reviews/review-list';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('review') };
}

export default async function ReviewPage() {
  await requirePageActor();
  const { abilities } = await loadDesk();
  return (
    <DeskPage place="review" words="plain">
      {abilities['revision.read'] ? <Reviews /> : <NotForStewards />}
    </DeskPage>
  );
}

/** What is asked of the reader comes first, then what only the others can move. */
async function Reviews() {
  const { member, db, context } = await loadDesk();
  const t = await getTranslations('review');
  const [reader, words] = await Promise.all([loadReader(), loadWords()]);
  const reviews = await reviewsOfDesk({ reader, now: context.now }, db);
  const isIdle = [reviews, words.retractions, words.challenges, words.charters, words.moves].every(({ length }) => length === 0);
  const party = member.party?.name ?? '';
  const parts = asks.map((ask) => ({ ask, reviews: reviews.filter((review) => review.ask === ask) }));
  const [asked, attest, ...rest] = parts.map(({ ask, ...part }) => (
    <ReviewList key={ask} {...part} ask={ask} heading={t(`asked.${ask}`, { party })} />
  ));
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
      </div>
      {isIdle && <EmptyState action={<ButtonLink href="/desk/claims">{t('toClaims')}</ButtonLink>}>{t('none')}</EmptyState>}
      {asked}
      {attest}
      <OpenRetractions />
      <OpenChallenges />
      <CharterMoves />
      {rest}
    </main>
  );
}
