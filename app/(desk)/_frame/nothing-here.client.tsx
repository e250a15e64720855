'use client';

import { useTranslations } from 'next-intl';
import { Wordmark } from '@/components/layout/wordmark';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What stands at an address of the desk with nothing behind it. */
export function NothingHere() {
  const t = useTranslations('desk.notFound');
  return (
    <>
      <header className="bar">
        <Wordmark href="/desk" />
      </header>
      <main id="main" className="list" tabIndex={-1}>
        <h1>{t('title')}</h1>
        <EmptyState action={<ButtonLink href="/desk/claims">{t('back')}</ButtonLink>}>{t('text')}</EmptyState>
      </main>
    </>
  );
}
