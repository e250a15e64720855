'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SendOptions, useSend } from '@/app/_send/use-send.client';

/** Sends one command to the API, and reads the page anew when it is done. */
export function useCommand(url: string, { onDone, ...options }: Omit<SendOptions, 'unsaid'> = {}) {
  const t = useTranslations('desk.form');
  const router = useRouter();
  return useSend(url, {
    ...options,
    unsaid: { fault: t('fault'), noAnswer: t('noAnswer') },
    onDone: (answer) => {
      onDone?.(answer);
      router.refresh();
    },
  });
}
