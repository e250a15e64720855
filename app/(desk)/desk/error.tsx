'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition, useCallback, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { isServerReady } from '../_live/is-server-ready';

const askAgainMs = 2000;

/** What happened, what is safe, what to do. A fault that came with an outage ends with it; any other waits for the person, or it would come for ever. */
export default function DeskFault({ reset }: { reset: () => void }) {
  const t = useTranslations('desk.fault');
  const router = useRouter();
  const again = useCallback(
    () =>
      startTransition(() => {
        router.refresh();
        reset();
      }),
    [router, reset],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStanding = true;
    let wasAway = false;
    const ask = async () => {
      const isReady = await isServerReady();
      if (isReady && wasAway && isStanding) again();
      if (isReady || !isStanding) return;
      wasAway = true;
      timer = setTimeout(() => void ask(), askAgainMs);
    };
    void ask();
    return () => {
      isStanding = false;
      clearTimeout(timer);
    };
  }, [again]);
  return (
    <main id="main" className="list" tabIndex={-1}>
      <h1>{t('title')}</h1>
      <EmptyState
        action={
          <Button look="primary" onClick={again}>
            {t('again')}
          </Button>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  );
}
