import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { DeskPage } from '../../../../../../_frame/desk-page';

/** Notes are made when somebody of the party first opens them. */
export async function NoNotes({ crumbs, heading }: { crumbs: { label: string; href?: string }[]; heading: string }) {
  const t = await getTranslations('history.notes');
  return (
    <DeskPage place="claims" crumbs={crumbs}>
      <main id="main" className="canvas" tabIndex={-1}>
        <h1>{heading}</h1>
        <EmptyState>{t('none')}</EmptyState>
      </main>
    </DeskPage>
  );
}
