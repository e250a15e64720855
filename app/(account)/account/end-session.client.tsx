'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useRefusalWords, useSend } from '../_form/use-send.client';

/** Ends one other session. `label` says which, since the button alone would be one of many. */
export function EndSession({ sessionId, label }: { sessionId: string; label: string }) {
  const t = useTranslations('security.sessions');
  const router = useRouter();
  const { send, pending, refusal } = useSend('POST', `/api/v1/me/sessions/${sessionId}/end`);
  const { sentence } = useRefusalWords(refusal);

  async function end(): Promise<void> {
    if ((await send({})) !== undefined) router.refresh();
  }

  return (
    <>
      {sentence !== undefined && (
        <Notice tone="stop" live="alert">
          {sentence}
        </Notice>
      )}
      <Button size="small" aria-label={label} aria-disabled={pending} onClick={() => void end()}>
        {t('end')}
      </Button>
    </>
  );
}
