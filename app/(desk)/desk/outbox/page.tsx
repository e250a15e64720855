import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { Jobs } from './_parts/jobs';
import { Mails } from './_parts/mails';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('outbox') };
}

/** What the server sends and does by itself, for the steward who runs it (SPEC M11, J4). */
export default async function OutboxPage() {
  await requirePageActor();
  const { abilities } = await loadDesk();
  const t = await getTranslations('told.outbox');
  return (
    <DeskPage place="outbox" words="plain">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        {abilities['mail.read'] ? (
          <>
            <Mails />
            <Jobs />
          </>
        ) : (
          <EmptyState>{t('stewards')}</EmptyState>
        )}
      </main>
    </DeskPage>
  );
}
