'use client';

import { useTranslations } from 'next-intl';
import { useLeave } from '@/app/_send/use-leave.client';
import { Button } from '@/components/ui/button';
import { StopNotice } from '@/components/ui/stop-notice';
import { useRefusalWords } from '../_form/use-refusal-words.client';

/** Ends this session. */
export function SignOutButton({ personId }: { personId: string }) {
  const t = useTranslations('account');
  const { leave, pending, refusal } = useLeave('/api/v1/session/sign-out', personId);
  const { sentence } = useRefusalWords(refusal);
  return (
    <div>
      <StopNotice>{sentence}</StopNotice>
      <Button aria-disabled={pending} onClick={leave}>
        {t('account.signOut')}
      </Button>
    </div>
  );
}
