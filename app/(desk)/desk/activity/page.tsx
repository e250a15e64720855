import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { eventsOfDesk } from '@/db/queries/desk/events-of-desk';
import { membersOfDesk } from '@/db/queries/desk/members-of-desk';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { loadWaiting } from '../../_frame/load-waiting';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { EventSentence } from '../../_words/event-sentence';
import { ActivityFilter } from './activity-filter';
import { readCursor } from './read-cursor';
import { addressOf, filterOf, readForm } from './read-filter';

type Search = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('activity') };
}

export default async function ActivityPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requirePageActor();
  const { abilities } = await loadDesk();
  const search = await searchParams;
  // Before the frame, which counts what waits: the two are asked at once.
  const [activity] = await Promise.all([abilities['events.read'] ? loadActivity(search) : undefined, loadWaiting()]);
  return (
    <DeskPage place="activity" words="plain">
      {activity === undefined ? <NotForStewards /> : <Activity activity={activity} />}
    </DeskPage>
  );
}

async function loadActivity(search: Search) {
  const { member, db, workspace } = await loadDesk();
  const form = readForm(search);
  const before = readCursor(search.before);
  const [events, people] = await Promise.all([
    eventsOfDesk({ member, before, filter: filterOf(form, workspace.timeZone) }, db),
    membersOfDesk(member, db),
  ]);
  return { form, before, people, ...events };
}

async function Activity({
  activity: { form, before, people, items, nextCursor },
}: {
  activity: Awaited<ReturnType<typeof loadActivity>>;
}) {
  const { workspace, partyOf } = await loadDesk();
  const t = await getTranslations('desk.activity');
  const words = await getTranslations('list.activity');
  const isFiltered = addressOf(form) !== '/desk/activity';
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
      </div>
      <ActivityFilter form={form} people={people} />
      {items.length === 0 && (
        <EmptyState action={isFiltered ? <ButtonLink href="/desk/activity">{words('clear')}</ButtonLink> : undefined}>
          {isFiltered ? words('noneFound') : t('none')}
        </EmptyState>
      )}
      <ul className="narrow">
        {items.map((event) => {
          const party = partyOf(event.partyId);
          return (
            <li key={event.id} className="hist-line">
              {party !== undefined && <PartyMark position={party.position} letter={party.letter} size="sm" />}{' '}
              <EventSentence event={event} party={party?.name} />{' '}
              {event.claimId !== null && event.claimNumber !== null && (
                <Link href={`/desk/claims/${event.claimId}`} prefetch={false}>
                  {t('claim', { number: event.claimNumber })}
                </Link>
              )}{' '}
              <small>
                <DateText at={event.at} timeZone={workspace.timeZone} />
                {event.personName !== null && <> · {words('by', { name: event.personName })}</>}
              </small>
            </li>
          );
        })}
      </ul>
      <Pagination
        previous={before === undefined ? undefined : addressOf(form)}
        next={nextCursor === undefined ? undefined : addressOf(form, nextCursor)}
      />
    </main>
  );
}
