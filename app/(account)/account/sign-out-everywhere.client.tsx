'use client';

import { useTranslations } from 'next-intl';
import { useLeave } from '@/app/_send/use-leave.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { useRefusalWords } from '../_form/use-refusal-words.client';

/** Ends every session of the person, this one included. */
export function SignOutEverywhere({ personId }: { personId: string }) {
  const t = useTranslations('security.sessions');
  const { leave, pending, refusal } = useLeave('/api/v1/me/sessions/end', personId);
  const { sentence } = useRefusalWords(refusal);
  return (
    <>
      <StopNotice>{sentence}</StopNotice>
      <Button aria-disabled={pending} onClick={leave}>
        {t('everywhere')}
      </Button>
    </>
  );
}
