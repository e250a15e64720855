'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSend } from '@/app/_send/use-send.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { useRefusalWords } from '../_form/use-refusal-words.client';

/** Ends one other session. `label` says which, since the button alone would be one of many. */
export function EndSession({ sessionId, label }: { sessionId: string; label: string }) {
  const t = useTranslations('security.sessions');
  const router = useRouter();
  const { send, pending, refusal } = useSend(`/api/v1/me/sessions/${sessionId}/end`);
  const { sentence } = useRefusalWords(refusal);

  async function end(): Promise<void> {
    if ((await send({})) !== undefined) router.refresh();
  }

  return (
    <>
      <StopNotice>{sentence}</StopNotice>
      <Button size="small" aria-label={label} aria-disabled={pending} onClick={() => void end()}>
        {t('end')}
      </Button>
    </>
  );
}
