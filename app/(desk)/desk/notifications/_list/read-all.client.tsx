'use client';

import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { CommandButton } from '../../../_forms/command-button.client';

/** Everything up to the newest that this page shows: what comes while somebody reads stays new. */
export function ReadAll({ keys, upTo }: { keys: string[]; upTo: string | undefined }) {
  const t = useTranslations('discussion.notifications');
  return (
    <CommandButton
      size="small"
      icon={<Icon as={CheckCheck} />}
      action="/api/v1/notifications/read"
      body={upTo === undefined ? { keys } : { keys, upTo }}
    >
      {t('readAll')}
    </CommandButton>
  );
}
