'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What happened, what is safe, what to do. */
export default function DeskFault({ reset }: { reset: () => void }) {
  const t = useTranslations('desk.fault');
  return (
    <main id="main" className="list" tabIndex={-1}>
      <h1>{t('title')}</h1>
      <EmptyState
        action={
          <Button look="primary" onClick={reset}>
            {t('again')}
          </Button>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  );
}
