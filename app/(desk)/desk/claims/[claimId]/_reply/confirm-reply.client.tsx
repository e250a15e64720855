'use client';

import { useTranslations } from 'next-intl';
import { CommandButton } from '../../../../_forms/command-button.client';

/** Another party's word that this is what the claimant answered (SPEC RR3). */
export function ConfirmReply({ replyId }: { replyId: string }) {
  const t = useTranslations('reply');
  return (
    <CommandButton size="small" look="primary" action={`/api/v1/replies/${replyId}/confirmation`}>
      {t('confirm')}
    </CommandButton>
  );
}
