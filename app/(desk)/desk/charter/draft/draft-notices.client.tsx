'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Link } from '../../claims/[claimId]/_editor/use-live-document.client';

/** What the server said when it refused a choice, closed the draft or ended the connection: what happened, what is safe, what to do. */
export function DraftNotices({ link: { access, closedWith, refused, noted } }: { link: Link }) {
  const t = useTranslations('charterDraft');
  const router = useRouter();
  // The page knows which version ended it, and says so at its top.
  useEffect(() => {
    if (access === 'closed') router.refresh();
  }, [access, router]);
  const reload = <Button onClick={() => window.location.reload()}>{t('reload')}</Button>;
  return (
    <>
      {closedWith !== undefined && (
        <Notice tone="stop" live="alert" id="draft-closed" title={t('ended.title')} actions={reload}>
          {t.has(`ended.${closedWith}`) ? t(`ended.${closedWith}`) : t('ended.other')}
        </Notice>
      )}
      {access === 'closed' && (
        <Notice tone="wait" live="status" id="draft-proposed" title={t('closed.title')} actions={reload}>
          {t('closed.text')}
        </Notice>
      )}
      {refused !== undefined && (
        <Notice
          tone="stop"
          live="status"
          id="draft-refused"
          title={t('refused.title')}
          actions={<Button onClick={noted}>{t('refused.noted')}</Button>}
        >
          {t('refused.text')}
        </Notice>
      )}
    </>
  );
}
