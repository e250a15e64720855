import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { eventsOfDesk } from '@/db/queries/desk/events-of-desk';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { EventSentence } from '../../_words/event-sentence';
import { readCursor } from './read-cursor';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('activity') };
}

export default async function ActivityPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  await requirePageActor();
  const { abilities } = await loadDesk();
  return (
    <DeskPage place="activity">
      {abilities['events.read'] ? <Activity before={readCursor((await searchParams).before)} /> : <NotForStewards />}
    </DeskPage>
  );
}

async function Activity({ before }: { before: number | undefined }) {
  const { member, db, workspace, partyOf } = await loadDesk();
  const t = await getTranslations('desk.activity');
  const { items, nextCursor } = await eventsOfDesk({ workspaceId: member.workspaceId, before }, db);
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
      </div>
      {items.length === 0 && <EmptyState>{t('none')}</EmptyState>}
      <ul className="narrow">
        {items.map((event) => {
          const party = partyOf(event.partyId);
          return (
            <li key={event.seq} className="hist-line">
              {party !== undefined && <PartyMark position={party.position} letter={party.letter} size="sm" />}{' '}
              <EventSentence event={event} party={party?.name} />{' '}
              {event.claimId !== null && event.claimNumber !== null && (
                <Link href={`/desk/claims/${event.claimId}`}>{t('claim', { number: event.claimNumber })}</Link>
              )}
              <DateText at={event.at} timeZone={workspace.timeZone} />
            </li>
          );
        })}
      </ul>
      <Pagination
        previous={before === undefined ? undefined : '/desk/activity'}
        next={nextCursor === undefined ? undefined : `/desk/activity?before=${nextCursor}`}
      />
    </main>
  );
}
