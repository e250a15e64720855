'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLeave } from '@/app/_send/use-leave.client';

/** Ends this session. */
export function SignOut({ personId, icon }: { personId: string; icon: ReactNode }) {
  const t = useTranslations('desk.nav');
  const { leave, pending } = useLeave('/api/v1/session/sign-out', personId);
  return (
    <button
      type="button"
      className="btn quiet s"
      aria-label={t('signOut')}
      title={t('signOut')}
      aria-disabled={pending}
      onClick={leave}
    >
      {icon}
    </button>
  );
}
