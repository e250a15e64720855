import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { NewClaimForm } from './new-claim-form.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.newClaim'))('title') };
}

export default async function NewClaimPage() {
  await requirePageActor();
  const { abilities, workspace, context } = await loadDesk();
  const t = await getTranslations('desk.newClaim');
  return (
    <DeskPage place="claims" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
        </div>
        {abilities['claim.submit'] ? (
          <NewClaimForm language={workspace.mainLanguage} today={context.now.toISOString().slice(0, 10)} />
        ) : (
          <EmptyState>{t('notYours')}</EmptyState>
        )}
      </main>
    </DeskPage>
  );
}
