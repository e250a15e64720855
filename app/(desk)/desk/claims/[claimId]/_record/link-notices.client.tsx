'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Link } from '../_editor/use-live-document.client';
import { useLive, useSeat } from './record-context.client';
import { UnsavedTexts } from './unsaved-texts.client';

/** What the server said when it refused a change or ended the connection: what happened, what is safe, what to do. `id` is the document's on this page. */
export function LinkNotices({
  link,
  id,
  canEdit,
  isOpen = false,
  mainLanguage,
}: {
  link: Link;
  id: string;
  canEdit: boolean;
  /** The page still shows the claim as open. Once it is read again, its banner says who closed it and why. */
  isOpen?: boolean;
  mainLanguage?: string;
}) {
  const t = useTranslations('editor');
  const { access, refused, closedWith, unsaved, noted } = link;
  return (
    <>
      {closedWith !== undefined && (
        <Notice
          tone="stop"
          live="alert"
          id={`${id}-closed`}
          title={t('close.title')}
          actions={<Button onClick={() => window.location.reload()}>{t('close.reload')}</Button>}
        >
          {t.has(`close.${closedWith}`) ? t(`close.${closedWith}`) : t('close.other')}
        </Notice>
      )}
      {isOpen && access === 'closed' && (
        <Notice tone="wait" live="status" id={`${id}-moved`} title={t('claimClosed.title')}>
          {t('claimClosed.explain')}
        </Notice>
      )}
      {refused !== undefined && (
        <Notice
          tone="stop"
          live="status"
          id={`${id}-refused`}
          title={t('refusal.title')}
          actions={<Button onClick={noted}>{t('refusal.noted')}</Button>}
        >
          {t.has(`refusal.${refused}`) ? t(`refusal.${refused}`) : t('refusal.other')}{' '}
          {t(unsaved.length === 0 ? 'refusal.noWords' : 'refusal.wordsBelow')}
        </Notice>
      )}
      <UnsavedTexts link={link} id={`${id}-unsaved`} canEdit={canEdit} mainLanguage={mainLanguage} />
    </>
  );
}

/** The record's own, above its texts. */
export function RecordNotices() {
  const { link } = useLive();
  const { canEdit, isOpen, language } = useSeat();
  if (link === undefined) return null;
  return <LinkNotices link={link} id="record" canEdit={canEdit} isOpen={isOpen} mainLanguage={language} />;
}
