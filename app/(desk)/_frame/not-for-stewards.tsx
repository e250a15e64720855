import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { loadDesk } from './load-desk';

/** A steward keeps the desk running and reads no drafts (SPEC A5): the page says so instead of pretending not to be there. */
export async function NotForStewards() {
  const { abilities } = await loadDesk();
  if (!abilities['claim.list']) return <NotForNewcomers />;
  const t = await getTranslations('desk.steward');
  return (
    <main id="main" className="list" tabIndex={-1}>
      <h1>{t('title')}</h1>
      <EmptyState action={<ButtonLink href="/desk/claims">{t('claims')}</ButtonLink>}>{t('text')}</EmptyState>
    </main>
  );
}

/** Whose party the charter in force does not name reads the charter, and nothing of the work (SPEC H17). */
async function NotForNewcomers() {
  const t = await getTranslations('amendment.outside');
  return (
    <main id="main" className="list" tabIndex={-1}>
      <h1>{t('title')}</h1>
      <EmptyState action={<ButtonLink href="/desk/charter">{t('toCharter')}</ButtonLink>}>{t('text')}</EmptyState>
    </main>
  );
}
