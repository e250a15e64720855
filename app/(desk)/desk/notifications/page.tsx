import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { waitingNotifications } from '@/db/queries/desk/waiting-notifications';
import { mailWaysOf } from '@/db/queries/mail-ways-of';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { loadReader, loadWaiting } from '../../_frame/load-waiting';
import { NotForStewards } from '../../_frame/not-for-stewards';
import { NotificationLine } from './_list/notification-line.client';
import { lineOfTold, lineOfWaiting } from './_list/notification-lines';
import { ReadAll } from './_list/read-all.client';
import { MailForm } from './_mails/mail-form.client';

type Search = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('notifications') };
}

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requirePageActor();
  const { abilities } = await loadDesk();
  return (
    <DeskPage place="notifications" words="notifications">
      {abilities['notification.read'] ? <Notifications before={readPlace((await searchParams).before)} /> : <NotForStewards />}
    </DeskPage>
  );
}

/** What waits for the person first, then what others did, newest first. */
async function Notifications({ before }: { before: string | undefined }) {
  const { member, db, workspace, partyOf } = await loadDesk();
  const t = await getTranslations('discussion.notifications');
  const reader = await loadReader();
  const { unread } = await loadWaiting();
  const waiting = before === undefined ? await waitingNotifications({ reader }, db) : [];
  const { items, nextCursor } = await toldNotifications({ member, before }, db);
  const newest = items[0]?.key;
  const lines = [
    ...waiting.map(lineOfWaiting),
    ...items.map((item) => lineOfTold(item, item.by === null ? undefined : partyOf(item.by.partyId))),
  ];
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
        {unread > 0 && before === undefined && (
          <div className="end">
            <ReadAll keys={waiting.map(({ key }) => key)} upTo={newest} />
          </div>
        )}
      </div>
      {lines.length === 0 && <EmptyState>{t('none')}</EmptyState>}
      <ul className="narrow told">
        {lines.map((line) => (
          <NotificationLine key={line.key} line={line} timeZone={workspace.timeZone} />
        ))}
      </ul>
      <Pagination
        previous={before === undefined ? undefined : '/desk/notifications'}
        next={nextCursor === undefined ? undefined : `/desk/notifications?before=${nextCursor}`}
      />
      {before === undefined && <MailForm ways={await mailWaysOf(member, db)} zone={workspace.timeZone} />}
    </main>
  );
}

/** The notification below which a page goes on. Anything else in the address begins at the newest. */
function readPlace(value: string | string[] | undefined): string | undefined {
  const given = id.safeParse(value);
  return given.success ? given.data : undefined;
}
