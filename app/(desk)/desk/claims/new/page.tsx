import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { EmptyState } from '@/components/ui/empty-state';
import { DeskPage } from '../../../_frame/desk-page';
import { loadDesk } from '../../../_frame/load-desk';
import { Ways } from '../_intake/ways';
import { ArticleIntake } from './article-intake.client';
import { NewClaimForm } from './new-claim-form.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.newClaim'))('title') };
}

export default async function NewClaimPage({ searchParams }: { searchParams: Promise<{ from?: string | string[] }> }) {
  await requirePageActor();
  const { abilities, workspace, context } = await loadDesk();
  const t = await getTranslations('desk.newClaim');
  const fromArticle = (await searchParams).from === 'article';
  const facts = { language: workspace.mainLanguage, today: context.now.toISOString().slice(0, 10) };
  const form = fromArticle ? <ArticleIntake {...facts} canOpen={abilities['claim.open']} /> : <NewClaimForm {...facts} />;
  return (
    <DeskPage place="claims" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          {abilities['claim.submit'] && <Ways current={fromArticle ? 'article' : 'one'} />}
        </div>
        {abilities['claim.submit'] ? form : <EmptyState>{t('notYours')}</EmptyState>}
      </main>
    </DeskPage>
  );
}
