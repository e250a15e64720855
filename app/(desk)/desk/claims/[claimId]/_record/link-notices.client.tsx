'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useLive } from './record-context.client';

/** What the server said when it refused a change or ended the connection: what happened, what is safe, what to do. */
export function LinkNotices() {
  const t = useTranslations('editor');
  const { link } = useLive();
  if (link === undefined) return null;
  const { refused, closedWith } = link;
  return (
    <>
      {closedWith !== undefined && (
        <Notice
          tone="stop"
          live="alert"
          id="record-closed"
          title={t('close.title')}
          actions={<Button onClick={() => window.location.reload()}>{t('close.reload')}</Button>}
        >
          {t.has(`close.${closedWith}`) ? t(`close.${closedWith}`) : t('close.other')}
        </Notice>
      )}
      {refused !== undefined && (
        <Notice
          tone="stop"
          live="alert"
          id="record-refused"
          title={t('refusal.title')}
          actions={<CopyButton text={refused.kept} />}
        >
          <p>{t.has(`refusal.${refused.reason}`) ? t(`refusal.${refused.reason}`) : t('refusal.other')}</p>
          <details>
            <summary>{t('refusal.show')}</summary>
            <pre className="raw-box kept" dir="auto">
              {refused.kept}
            </pre>
          </details>
        </Notice>
      )}
    </>
  );
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations('editor.refusal');
  return <Button onClick={() => void navigator.clipboard.writeText(text)}>{t('copy')}</Button>;
}
