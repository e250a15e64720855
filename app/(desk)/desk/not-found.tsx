import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { DeskPage } from '../_frame/desk-page';

export default async function NothingHere() {
  const t = await getTranslations('desk.notFound');
  return (
    <DeskPage place="claims" crumbs={[{ label: t('title') }]}>
      <main id="main" className="list" tabIndex={-1}>
        <h1>{t('title')}</h1>
        <EmptyState action={<ButtonLink href="/desk/claims">{t('back')}</ButtonLink>}>{t('text')}</EmptyState>
      </main>
    </DeskPage>
  );
}
