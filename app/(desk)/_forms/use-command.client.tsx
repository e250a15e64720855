'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { type SendOptions, useSend } from '@/app/_send/use-send.client';

/** Sends one command to the API, and reads the page anew when it is done. It is pending until the page shows what was done: until then its buttons would offer what is over. */
export function useCommand(url: string, { onDone, ...options }: Omit<SendOptions, 'unsaid'> = {}) {
  const t = useTranslations('desk.form');
  const router = useRouter();
  const [isReading, read] = useTransition();
  const command = useSend(url, {
    ...options,
    unsaid: { fault: t('fault'), noAnswer: t('noAnswer') },
    onDone: (answer) => {
      onDone?.(answer);
      read(() => router.refresh());
    },
  });
  return { ...command, pending: command.pending || isReading };
}
